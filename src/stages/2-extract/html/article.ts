import type { Diagnostic } from '../../../model/diagnostic.js'
import { warning } from '../note.js'
import { furniturePhrase } from '../rules/furniture.js'
import { keptBlocks } from './align.js'
import { askExtractors, type Extract } from './extractors.js'
import type { RenderedBlock } from './render.js'
import type { Parent } from './tree.js'

/** Which blocks are the article's, and the rule that said so. Null where the page has none. */
export interface Article {
  readonly inside: readonly boolean[]
  readonly by: string
}

/** One vote is believed over the agreement of both only where they agree on less than this share of it. */
const leastAgreement = 0.5

/**
 * The article of a page. Both extractors mark it, and a block is of the article if both say so: each adds furniture of
 * its own, and both seldom add the same (measured in `docs/formats.md`). Where they hardly agree, or one fails, the
 * better single vote stands; where neither finds running text, every block that reads as a sentence is taken.
 */
export function findArticle(
  page: Parent,
  blocks: readonly RenderedBlock[],
  texts: readonly string[],
): { article: Article | null; notes: readonly Diagnostic[] } {
  const { readability, defuddle } = askExtractors(page)
  const notes = [...failure('Readability', readability), ...failure('Defuddle', defuddle)]
  const telling = blocks.map((block, i) => tells(texts[i] ?? '', block))
  const first = votesOf(readability, texts)
  const second = votesOf(defuddle, texts)
  const both = first.map((vote, i) => vote && second[i] === true)
  const letters = (votes: readonly boolean[]): number =>
    texts.reduce((sum, text, i) => sum + (votes[i] === true && telling[i] === true ? text.length : 0), 0)

  const votes: readonly Article[] = [
    ...(letters(both) >= leastAgreement * letters(first) ? [{ inside: both, by: 'article:both' }] : []),
    { inside: first, by: 'article:readability' },
    { inside: second, by: 'article:defuddle' },
  ]
  const article = votes.find(({ inside }) => letters(inside) > 0)
  if (article) return { article, notes }
  if (!telling.includes(true)) return { article: null, notes }
  const note = warning(
    'article-guessed',
    'no article was found in the page: every block that reads as a sentence is taken for it',
    'If text is missing or foreign, save the text of the page from a browser, and hand that in.',
  )
  return { article: { inside: telling, by: 'article:sentences' }, notes: [...notes, note] }
}

const votesOf = (extract: Extract, texts: readonly string[]): boolean[] =>
  'blocks' in extract ? keptBlocks(texts, extract.blocks) : texts.map(() => false)

function failure(name: string, extract: Extract): Diagnostic[] {
  return 'blocks' in extract
    ? []
    : [
        warning(
          'extractor-failed',
          `${name} could not read this page (${extract.error}): the article is marked without it`,
          'Check that the text of the report is all there.',
        ),
      ]
}

/** Running text: words enough, an end or length enough, and not mostly links. */
function tells(text: string, block: RenderedBlock): boolean {
  const words = text.split(/\s+/).length
  const ended = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}"']*$/u.test(text)
  return (
    (ended ? words >= 4 : words >= 8) &&
    block.linked * 2 < text.length &&
    !furniturePhrase.holds(text, 0, noPage)
  )
}

const noPage = { texts: [], headline: null, author: null, headlines: [] }

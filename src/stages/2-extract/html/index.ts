import { InputFault } from '../../../model/input-fault.js'
import type { Snapshot } from '../../../model/snapshot.js'
import { type Block, freeze, type SourcePage } from '../page.js'
import { folded, foldSpace, type Marked } from '../rules/index.js'
import { findArticle } from './article.js'
import { metadataOf } from './metadata.js'
import { type RenderedBlock, render } from './render.js'
import { attribute, type Element, isElement, parsePage } from './tree.js'

const outside: Marked = { kind: 'furniture', by: 'html:outside-article' }

/** Class names and roles that sites give to the names of authors. */
const authorClass = /(?:^|[\s_-])(?:byline|author|authors|contributor)(?:$|[\s_-])/i

/**
 * A page as a browser shows it: the body is the whole of its text, menus and all; the article, its headline and
 * captions are marked in it, and the rest is furniture.
 * @throws InputFault where the page has no running text at all.
 */
export function pageOfHtml(text: string, { source, given }: Snapshot): SourcePage {
  const page = parsePage(freeze(text), source)
  const { body, blocks } = render(page)
  const texts = blocks.map(({ start, end }) => body.slice(start, end))
  const { headline, outlet, author, dates } = metadataOf(page)
  const { article, notes } = findArticle(page, blocks, texts)
  if (body !== '' && article === null) throw noArticle(source)
  return {
    body,
    blocks: article === null ? [] : markStructure(blocks, texts, article, given.headline ?? headline),
    headline: given.headline ?? headline,
    author,
    outlet,
    dates: { row: null, metadata: dates },
    notes,
  }
}

/**
 * What the page's own elements say of its blocks. Between the headline and the article's end, where captions, bylines
 * and dates stand, the rules on text have a say too; beyond them all is furniture.
 */
function markStructure(
  blocks: readonly RenderedBlock[],
  texts: readonly string[],
  { inside, by }: { readonly inside: readonly boolean[]; readonly by: string },
  headline: string | null,
): Block[] {
  const first = inside.indexOf(true)
  const last = inside.lastIndexOf(true)
  const title = titleAt(blocks, texts, headline, first)
  return blocks.map(({ start, end, element }, i) => {
    const otherwise = inside[i] === true ? { kind: 'prose' as const, by } : outside
    const mark = (known: Marked | null): Block => ({ start, end, known, otherwise })
    if (i === title) return mark({ kind: 'headline', by: 'html:h1' })
    if (i < Math.min(first, title ?? first) || i > last) return mark(outside)
    if (within(element, ({ tagName }) => tagName === 'figcaption'))
      return mark({ kind: 'caption', by: 'html:figcaption' })
    if (end - start <= 140 && within(element, isAuthor)) return mark({ kind: 'byline', by: 'html:byline' })
    return mark(null)
  })
}

/** The `<h1>` that says what the metadata's title says, else the last one before the article's end, else none. */
function titleAt(
  blocks: readonly RenderedBlock[],
  texts: readonly string[],
  headline: string | null,
  first: number,
): number | null {
  const titles = blocks.flatMap(({ element }, i) =>
    within(element, ({ tagName }) => tagName === 'h1') ? [i] : [],
  )
  const said = folded(headline ?? '')
  const same = titles.find(
    i => said !== '' && said.startsWith(folded(texts[i] ?? '')) && foldSpace(texts[i] ?? '').includes(' '),
  )
  return same ?? titles.filter(i => i <= first).at(-1) ?? null
}

function isAuthor(element: Element): boolean {
  return (
    attribute(element, 'rel') === 'author' ||
    attribute(element, 'itemprop') === 'author' ||
    authorClass.test(attribute(element, 'class') ?? '')
  )
}

/** Whether an element or one of those just around it is such. Six up is as far as captions and bylines are wrapped. */
function within(element: Element | null, such: (element: Element) => boolean): boolean {
  let at: Element | null = element
  for (let up = 0; up < 6 && at !== null; up++) {
    if (such(at)) return true
    at = at.parentNode && isElement(at.parentNode) ? at.parentNode : null
  }
  return false
}

function noArticle(source: string): InputFault {
  return new InputFault({
    code: 'no-article',
    source,
    message: 'the page has no running text: menus, links and labels only',
    help: 'Open the page in a browser; if a report shows there, save its text and hand that in.',
  })
}

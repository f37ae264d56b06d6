import type { Diagnostic, Noted } from '../../../model/diagnostic.js'
import type { Labels, Mention } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Sentence } from '../../../model/sentence.js'
import type { Sourced } from '../../../model/sourced.js'
import type { Span } from '../../../model/span.js'
import type { CountValue } from '../../../model/values.js'
import { evidence } from '../../../text/quote.js'
import { notACount } from './context.js'
import { type Count, countAt } from './grammar.js'
import { uncounted } from './uncounted.js'
import { type Word, wordsOf } from './words.js'

/**
 * Where counts stand in the given sentences ("at least 12", "dozens", "no" casualties), in order of the text, none within
 * another: the number words with what modifies them, without what is counted. Articles are no counts by themselves;
 * a reader that means "a man" as a count makes a mention of "a".
 */
export function findCounts(body: string, sentences: readonly Sentence[]): Span[] {
  return sentences.flatMap(sentence => {
    const words = wordsOf(body, sentence)
    return countsIn(words).flatMap(({ from, to }) => {
      const [first, last] = [words[from], words[to - 1]]
      return first && last ? [{ start: first.start, end: last.end }] : []
    })
  })
}

function countsIn(words: readonly Word[]): Count[] {
  const found: Count[] = []
  for (let at = 0; at < words.length; at++) {
    const count = countAt(words, at)
    if (!count) continue
    if (notACount(words, count) === null) found.push(count)
    at = count.to - 1
  }
  return found
}

/**
 * Gives each count mention its numbers (codebook section 4). Words without a number count one where they name or point
 * at one person, and stand as `vague` otherwise ("deaths").
 */
export function resolveCounts(
  report: Report,
  labels: Labels,
): Noted<ReadonlyMap<string, Sourced<CountValue>>> {
  const values = new Map<string, Sourced<CountValue>>()
  const notes: Diagnostic[] = []
  for (const mention of labels.mentions) {
    if (mention.kind !== 'count') continue
    const { value, rule } = countOf(report.body, mention)
    const basis = { kind: rule === 'name' ? ('implied' as const) : ('stated' as const), by: `count:${rule}` }
    values.set(mention.id, { value, basis, evidence: evidence(mention.quote), score: mention.score })
  }
  return { value: values, notes }
}

/** The first number in the mention's words: the reader says that it counts, so what stands around it is not asked. */
function countOf(body: string, { quote }: Mention): Pick<Count, 'value' | 'rule'> {
  const words = wordsOf(body, quote)
  for (let at = 0; at < words.length; at++) {
    const count = countAt(words, at)
    // "no" and "both" count only where they are the mention, not within a longer one.
    if (count && (count.rule !== 'word' || words.length <= 2)) return count
  }
  return uncounted(quote.exact, words)
}

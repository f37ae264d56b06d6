import type { Diagnostic, Noted } from '../../../model/diagnostic.js'
import type { Labels, Mention } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Sentence } from '../../../model/sentence.js'
import type { Sourced } from '../../../model/sourced.js'
import type { Quote, Span } from '../../../model/span.js'
import type { CountValue } from '../../../model/values.js'
import { evidence } from '../../../text/quote.js'
import { notACount } from './context.js'
import { type Count, countAt } from './grammar.js'
import { relate } from './relate.js'
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

/** More than there are people: no count of anybody. */
const everybody = 10_000_000_000

/**
 * Gives each count mention its numbers (codebook section 4), and says whether it is part of another count or a running total.
 * Words without a number count one where they name or point at one person, and stand as `vague` otherwise ("deaths").
 */
export function resolveCounts(
  report: Report,
  labels: Labels,
): Noted<ReadonlyMap<string, Sourced<CountValue>>> {
  const values = new Map<string, Sourced<CountValue>>()
  const notes: Diagnostic[] = []
  const mentions = labels.mentions
    .filter(({ kind }) => kind === 'count')
    .map(mention => ({ mention, ...countOf(report.body, mention) }))
  const related = relate(
    report.body,
    mentions.map(({ mention: { quote }, value }) => ({ quote, amount: value })),
  )
  for (const { mention, value, rule } of mentions) {
    const { total, part } = related.get(mention.quote) ?? { total: null, part: null }
    const fits = part?.fits === true
    if (part !== null && !fits) notes.push(impossible(mention.quote, part.whole.quote))
    if ((value.low ?? value.high ?? 0) > everybody) notes.push(tooMany(mention.quote))
    const by = [`count:${rule}`, ...(total ? [`total:${total}`] : []), ...(fits ? [`part:${part.rule}`] : [])]
    const basis = { kind: rule === 'name' ? ('implied' as const) : ('stated' as const), by: by.join('+') }
    values.set(mention.id, {
      value: { ...value, cumulative: total !== null, partOf: fits ? part.whole.quote : null },
      basis,
      evidence: evidence(mention.quote),
      score: mention.score,
    })
  }
  return { value: values, notes }
}

const impossibleHelp =
  'look the numbers up in the source; docs/diagnostics/count-impossible.md says what is checked'

const impossible = (at: Quote, whole: Quote): Diagnostic => ({
  code: 'count-impossible',
  severity: 'warning',
  message: `“${at.exact}” is told as part of “${whole.exact}” and is more than it; both numbers are kept, and not as part and whole`,
  at,
  help: impossibleHelp,
})

const tooMany = (at: Quote): Diagnostic => ({
  code: 'count-impossible',
  severity: 'warning',
  message: `“${at.exact}” is more than there are people; the number is kept as written`,
  at,
  help: impossibleHelp,
})

/** The first number in the mention's words: the reader says that it counts, so what stands around it is not asked. */
function countOf(body: string, { quote }: Mention): Pick<Count, 'value' | 'rule'> {
  const words = wordsOf(body, quote)
  for (let at = 0; at < words.length; at++) {
    const count = countAt(words, at)
    if (!count) continue
    // "no" and "both" count only where they are the mention, not within a longer one; an age counts nobody.
    const isAge = /^(?:age|measure|date)$/.test(notACount(words, count) ?? '')
    if (!isAge && (count.rule !== 'word' || words.length <= 2)) return count
    at = count.to - 1
  }
  return uncounted(quote.exact, words)
}

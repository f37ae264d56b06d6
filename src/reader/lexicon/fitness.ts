import type { Mention } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { overlaps } from '../../text/quote.js'
import type { Parsed } from './clauses.js'
import { isActorNoun } from './nouns.js'

const pronoun =
  /^(he|she|it|they|we|i|you|him|her|them|us|me|his|its|their|our|my|your|itself|themselves|himself|herself)$/
// Words that stand for nobody in particular, or for somebody just named.
const pointless =
  /^(there|one|ones|anyone|everyone|someone|nobody|none|two|three|four|both|pair|latter|former|this|that|what)$/
const quantity =
  /^(many|some|others|several|most|those|both|all|dozens?|hundreds?|thousands?|scores|millions?|tens|number|group|members?|majority|handful|couple|series|part|parts|half|rest|contingent|remnants|elements|supporters|wave|waves)$/

/** Whether a piece stands for somebody named elsewhere. */
export const isPronoun = (word: string): boolean => pronoun.test(word.toLowerCase())

/** Whether a word counts or gathers those that "of" names after it ("dozens of people"). */
export const isQuantity = (word: string): boolean => quantity.test(word.toLowerCase())

/** Whether the phrase from piece `first` to `last` can act, or be acted on as people are. */
export function isActorLike(
  parsed: Parsed,
  first: number,
  last: number,
  within: readonly Mention[],
): boolean {
  const head = parsed.pieces[last]
  if (!head) return false
  const span = { start: parsed.pieces[first]?.start ?? head.start, end: head.end }
  if (isOnlyPlace(span, within) || pointless.test(head.lower)) return false
  return (
    !parsed.hasCapitals ||
    head.pos === 'PROPN' ||
    head.pos === 'PRON' ||
    isPronoun(head.text) ||
    /-led$|^anti-/.test(head.lower) ||
    isQuantity(head.lower) ||
    isActorNoun(head.lemma) ||
    isActorNoun(head.lower.replace(/s$/, '')) ||
    within.some(({ kind, quote }) => kind === 'actor' && overlaps(quote, head))
  )
}

/** Whether the words are the name of a place that does not also act (a country acts, a village does not). */
function isOnlyPlace(span: Span, within: readonly Mention[]): boolean {
  const whole = ({ quote }: Mention): boolean => quote.start <= span.start + 4 && quote.end >= span.end
  return (
    within.some(m => m.kind === 'place' && whole(m)) &&
    !within.some(m => m.kind === 'actor' && overlaps(m.quote, span))
  )
}

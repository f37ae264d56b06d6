import type { Trigger } from '../../model/labels.js'
import type { Quote } from '../../model/span.js'
import { overlaps, quoteAt } from '../../text/quote.js'
import { probabilities } from './calibrate.js'
import { decisionOf } from './model-files.js'
import { indexOfLargest, spanOf } from './runs.js'
import type { Scored } from './scored.js'
import type { WordSpan } from './windows.js'

/** A trigger and the words it is made of. */
export interface FoundTrigger extends WordSpan {
  readonly trigger: Trigger
  /** How likely it is of each of the model's kinds. */
  readonly kinds: readonly number[]
}

/** The words that tell events, with kind and status. Neighbours that tell one kind are one trigger ("air strikes"). */
export function findTriggers({ body, words, scores, lexical, model, by }: Scored): FoundTrigger[] {
  const decision = decisionOf(model, 'trigger')
  const runs: (WordSpan & {
    readonly kind: number
    readonly score: number
    readonly kinds: readonly number[]
  })[] = []
  for (let word = 0; word < words.count; word++) {
    const [none = 1, ...each] = probabilities(scores.kinds(word), decision)
    if (1 - none < decision.threshold) continue
    const kind = indexOfLargest(each)
    const last = runs.at(-1)
    if (last?.last === word - 1 && last.kind === kind && words.sentence[last.first] === words.sentence[word])
      runs[runs.length - 1] = { ...last, last: word, score: Math.max(last.score, 1 - none) }
    else runs.push({ first: word, last: word, kind, score: 1 - none, kinds: each.map(p => p / (1 - none)) })
  }
  return runs.flatMap(({ first, last, kind, score, kinds }, i) => {
    const kindName = model.kinds[kind]
    if (kindName === undefined) return []
    const quote = quoteAt(body, spanOf(words, { first, last }))
    const status = model.statuses[indexOfLargest(scores.statuses(first))] ?? 'asserted'
    const cues = cuesOf(quote, status, lexical.triggers)
    return [{ first, last, kinds, trigger: { id: `t${i}`, quote, kind: kindName, status, cues, by, score } }]
  })
}

/** The words that show a status, where the lexicon reads the same one there. */
function cuesOf(quote: Quote, status: Trigger['status'], lexical: readonly Trigger[]): readonly Quote[] {
  return lexical.find(t => t.status === status && overlaps(t.quote, quote))?.cues ?? []
}

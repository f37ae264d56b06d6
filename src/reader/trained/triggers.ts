import type { Trigger } from '../../model/labels.js'
import type { Quote } from '../../model/span.js'
import { overlaps, quoteAt } from '../../text/quote.js'
import { probabilities, told } from './calibrate.js'
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

interface TellingRun extends WordSpan {
  readonly score: number
  readonly kinds: readonly number[]
}

/** The words that tell events, with kind and status. */
export function findTriggers({ body, words, scores, lexical, model, by }: Scored): FoundTrigger[] {
  return tellingRuns({ words, scores, model }).flatMap(({ first, last, score, kinds }, i) => {
    const kind = model.kinds[indexOfLargest(kinds)]
    if (kind === undefined) return []
    const quote = quoteAt(body, spanOf(words, { first, last }))
    const status = model.statuses[indexOfLargest(scores.statuses(first))] ?? 'asserted'
    const cues = cuesOf(quote, status, lexical.triggers)
    return [
      { first, last, kinds, trigger: { id: `t${i}`, quote, kind, status, cues, by, score: told(score) } },
    ]
  })
}

/** Words that tell an event; neighbours in a sentence that tell one kind are one trigger ("air strikes"). */
function tellingRuns({ words, scores, model }: Pick<Scored, 'words' | 'scores' | 'model'>): TellingRun[] {
  const decision = decisionOf(model, 'trigger')
  const runs: TellingRun[] = []
  for (let word = 0; word < words.count; word++) {
    const [none = 1, ...each] = probabilities(scores.kinds(word), decision)
    const score = 1 - none
    if (score < decision.threshold) continue
    const last = runs.at(-1)
    const goesOn =
      last?.last === word - 1 &&
      indexOfLargest(last.kinds) === indexOfLargest(each) &&
      words.sentence[last.first] === words.sentence[word]
    if (goesOn) runs[runs.length - 1] = { ...last, last: word, score: Math.max(last.score, score) }
    else runs.push({ first: word, last: word, score, kinds: each.map(p => p / score) })
  }
  return runs
}

/** The words that show a status, where the lexicon reads the same one there. */
function cuesOf(quote: Quote, status: Trigger['status'], lexical: readonly Trigger[]): readonly Quote[] {
  return lexical.find(t => t.status === status && overlaps(t.quote, quote))?.cues ?? []
}

import { probabilities } from './calibrate.js'
import { decisionOf } from './model-files.js'
import type { Scored } from './scored.js'
import type { WordSpan } from './windows.js'

/**
 * The spans that a layer tags, in order: words that are likelier than the threshold to be in one. Each begins where a word
 * is likelier to begin a span than to go on with one; none crosses a sentence.
 */
export function taggedSpans({ words, scores, model }: Scored, layer: string): WordSpan[] {
  const index = model.layers.indexOf(layer)
  if (index < 0) return []
  const decision = decisionOf(model, 'tag')
  const spans: WordSpan[] = []
  for (let word = 0; word < words.count; word++) {
    const [, begins = 0, within = 0] = probabilities(scores.layer(word, index), decision)
    if (begins + within < decision.threshold) continue
    const last = spans.at(-1)
    const goesOn = last?.last === word - 1 && words.sentence[last.first] === words.sentence[word]
    if (goesOn && within > begins) spans[spans.length - 1] = { first: last.first, last: word }
    else spans.push({ first: word, last: word })
  }
  return spans
}

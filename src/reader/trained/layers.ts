import { indexOfLargest } from './runs.js'
import type { Scored } from './scored.js'
import type { WordSpan } from './windows.js'

/** The spans that a layer tags, in order: each begins at a B, or at an I that follows no span; none crosses a sentence. */
export function taggedSpans({ words, scores, model }: Scored, layer: string): WordSpan[] {
  const index = model.layers.indexOf(layer)
  if (index < 0) return []
  const spans: WordSpan[] = []
  for (let word = 0; word < words.count; word++) {
    const tag = tags[indexOfLargest(scores.layer(word, index))]
    if (tag === 'outside') continue
    const last = spans.at(-1)
    const goesOn = last?.last === word - 1 && words.sentence[last.first] === words.sentence[word]
    if (goesOn && tag === 'within') spans[spans.length - 1] = { first: last.first, last: word }
    else spans.push({ first: word, last: word })
  }
  return spans
}

const tags = ['outside', 'begins', 'within'] as const

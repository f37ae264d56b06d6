import type { Attribution } from '../../model/labels.js'
import type { Quote } from '../../model/span.js'
import { quoteAt } from '../../text/quote.js'
import { taggedSpans } from './layers.js'
import { spanOf } from './runs.js'
import type { Scored } from './scored.js'
import type { WordSpan } from './windows.js'

/** Who says what in a report, whether of an event or not: source, cue and content as the model tags them. */
export type Speech = Pick<Attribution, 'holder' | 'cue' | 'content'>

/** Ties each tagged cue to the nearest source of its sentence, and to the contents that are nearest to it. */
export function findSpeech(scored: Scored): Speech[] {
  const { body, words } = scored
  const quote = (span: WordSpan): Quote => quoteAt(body, spanOf(words, span))
  const sentence = ({ first }: WordSpan): number => words.sentence[first] ?? 0
  const [sources, cues, contents] = ['psource', 'pcue', 'pcontent'].map(layer => taggedSpans(scored, layer))
  if (!sources || !cues || !contents) return []
  const contentsOf = new Map<WordSpan, WordSpan[]>()
  for (const content of contents) {
    const own = cues.filter(cue => sentence(cue) === sentence(content))
    // A sentence that is all content goes on with the voice before it.
    const cue = nearest(content, own) ?? cues.filter(({ last }) => last < content.first).at(-1)
    if (cue) contentsOf.set(cue, [...(contentsOf.get(cue) ?? []), content])
  }
  return cues.map(cue => {
    const holder = nearest(
      cue,
      sources.filter(source => sentence(source) === sentence(cue)),
    )
    const content = (contentsOf.get(cue) ?? []).map(quote)
    return { holder: holder ? quote(holder) : null, cue: quote(cue), content }
  })
}

function nearest(to: WordSpan, spans: readonly WordSpan[]): WordSpan | undefined {
  const distance = ({ first, last }: WordSpan): number => Math.max(first - to.last, to.first - last, 0)
  return spans.reduce<WordSpan | undefined>(
    (best, span) => (best && distance(best) <= distance(span) ? best : span),
    undefined,
  )
}

import type { Trigger } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { contains } from '../../text/quote.js'
import { containedIn, firstEndingAfter } from './span-search.js'
import type { Voice } from './voices.js'

// More words than these are somebody's speech.
const most = 3

/** Triggers that the report holds at a distance by quotation marks of their own ('The "massacre" began'), in nobody's speech. */
export function scareQuoted(
  body: string,
  triggers: readonly Trigger[],
  quotations: readonly Span[],
  voices: readonly Voice[],
): Trigger[] {
  const isSaid = containedIn(voices.flatMap(({ content }) => content))
  return triggers.filter(({ quote }) => {
    const quotation = quotations[firstEndingAfter(quotations, quote.start)]
    if (!quotation || !contains(quotation, quote)) return false
    const words = body.slice(quotation.start, quotation.end).split(/\s+/)
    if (words.length > most || /[.,!?]\W?$/.test(words.at(-1) ?? '')) return false
    return !isSaid(quote)
  })
}

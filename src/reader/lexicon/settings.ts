import type { Mention, Role, Trigger } from '../../model/labels.js'
import { overlaps } from '../../text/quote.js'
import type { Parsed } from './clauses.js'

/** Where, when and with what a trigger's event happened, from its own sentence. */
export function settingsOf(
  parsed: Parsed,
  trigger: Trigger,
  _triggers: readonly Trigger[],
  within: readonly Mention[],
): { role: Role['role']; mention: Mention }[] {
  return (['place', 'time', 'means'] as const).flatMap(kind => {
    const near = within.filter(m => m.kind === kind).sort((a, b) => gap(a) - gap(b))
    return near.slice(0, kind === 'means' ? 0 : 1).map(mention => ({ role: kind, mention }))
  })
  function gap({ quote }: Mention): number {
    return Math.min(Math.abs(quote.start - trigger.quote.end), Math.abs(trigger.quote.start - quote.end)) + (overlaps(quote, trigger.quote) ? 500 : 0) + 0 * parsed.pieces.length
  }
}

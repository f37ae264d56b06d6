import type { RecordedEvent } from '../../../model/recorded.js'
import type { SeenValue } from '../../../model/review.js'
import { isKnownAs } from '../../../text/known-as.js'
import type { Difference } from '../../api.js'
import { type ShownValue, shownValues } from '../record/values.js'

/** What settles a difference of two coders as one of them has it. Pure. */
export type Settling =
  | { readonly kind: 'accept' | 'reject'; readonly value: ShownValue }
  | { readonly kind: 'acceptEvent' | 'rejectEvent'; readonly value: ShownValue }
  | { readonly kind: 'correct'; readonly value: ShownValue; readonly to: SeenValue }
  | { readonly kind: 'add'; readonly event: RecordedEvent; readonly to: SeenValue }
  | { readonly kind: 'merge' | 'split'; readonly value: ShownValue; readonly other: RecordedEvent['id'] }

/** Null where nothing does: the record has the event no more, or has it so. */
export function settlingOf(
  difference: Difference,
  side: 'a' | 'b',
  tellings: readonly RecordedEvent[],
): Settling | null {
  const { slot } = difference
  const { how, value: to } = difference[side]
  const event = tellings.find(one => isKnownAs(one, difference.event))
  const [first] = event ? shownValues(event) : []
  if (!event || !first) return null
  if (slot === 'occurrence') return joining(difference, how, first, tellings)
  if (slot === 'event') return { kind: how === 'rejected' ? 'rejectEvent' : 'acceptEvent', value: first }
  const value = shownFor(difference, event)
  if (to === null) return value && { kind: 'reject', value }
  if (value === null) return { kind: 'add', event, to }
  return saysSame(value, to) ? { kind: 'accept', value } : { kind: 'correct', value, to }
}

/** @param tellings all that the record now has of the occurrence */
function joining(
  { other }: Difference,
  how: Difference['a']['how'],
  value: ShownValue,
  tellings: readonly RecordedEvent[],
): Settling | null {
  if (other === null) return null
  if (how === 'joined') return { kind: 'merge', value, other }
  return tellings.some(one => isKnownAs(one, other)) ? { kind: 'split', value, other } : null
}

/** The value of the record that a difference is about: as it was read, or as one of the two has it. */
export function shownFor({ slot, value, a, b }: Difference, event: RecordedEvent): ShownValue | null {
  const held = shownValues(event).filter(({ field }) => field === slot)
  if (slot === 'kind' || slot === 'status') return held[0] ?? null
  for (const seen of [value, a.value, b.value]) {
    const found = seen && (held.find(one => isSeen(one, seen)) ?? held.find(one => saysSame(one, seen)))
    if (found) return found
  }
  return null
}

const saysSame = ({ recorded }: ShownValue, { value }: SeenValue): boolean =>
  JSON.stringify(recorded.value) === JSON.stringify(value)

const isSeen = (shown: ShownValue, seen: SeenValue): boolean =>
  saysSame(shown, seen) && JSON.stringify(shown.recorded.evidence) === JSON.stringify(seen.evidence)

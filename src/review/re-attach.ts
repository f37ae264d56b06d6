import type { RecordedEvent, ValueField } from '../model/recorded.js'
import type { SeenValue } from '../model/review.js'
import { overlaps } from '../text/quote.js'
import type { Moved } from './relocate.js'
import { isSameValue } from './same-value.js'
import { formsOf, type Slot, shareWords } from './slot.js'
import type { Telling } from './telling.js'

/** What became of an event that somebody decided on. */
export interface FoundTelling {
  readonly telling: Telling
  /** Whether it tells nothing that was not seen: none of its triggers is new. */
  readonly whole: boolean
}

/**
 * The event of a report that was seen: the one with its id, else one that it was split from or met before, else the one that
 * shares most of its triggers; of equals the first told.
 */
export function findTelling(
  tellings: readonly Telling[],
  seen: RecordedEvent,
  triggers: readonly Moved[],
): FoundTelling | null {
  const named =
    tellings.find(({ base }) => base.id === seen.id) ?? tellings.find(({ formerly }) => formerly.has(seen.id))
  if (named) return { telling: named, whole: true }
  let found: FoundTelling | null = null
  let most = 0
  for (const telling of tellings) {
    const shared = telling.base.triggers.filter(one => triggers.some(({ now }) => overlaps(one, now)))
    if (shared.length <= most) continue
    most = shared.length
    found = { telling, whole: shared.length === telling.base.triggers.length }
  }
  return found
}

/** What became of a value that somebody decided on: the same, another by the same words, or nothing. */
export type FoundSlot =
  | { readonly as: 'same'; readonly telling: Telling; readonly slot: Slot }
  | { readonly as: 'other'; readonly telling: Telling; readonly slot: Slot }
  | null

/** Looks for a value as seen in an event and in what was split from it. `on`: the event as it was seen, for what else it had. */
export function findSlot(tellings: readonly Telling[], seen: SeenValue, on: RecordedEvent): FoundSlot {
  for (const telling of tellings) {
    const slot = sameSlot(telling.fields[seen.field], seen)
    if (slot) return { as: 'same', telling, slot }
  }
  for (const telling of tellings) {
    const slot = otherSlot(telling.fields[seen.field], seen, on)
    if (slot) return { as: 'other', telling, slot }
  }
  return null
}

/** The slot that has, or had, an equal value: by the same words, else whichever words, for an event has a value once. */
function sameSlot(slots: readonly Slot[], { field, value, evidence }: SeenValue): Slot | undefined {
  const equal = slots.filter(slot => formsOf(slot).some(form => isSameValue(field, form.value, value)))
  const byWords = equal.find(slot =>
    formsOf(slot).some(form => isSameValue(field, form.value, value) && shareWords(form.evidence, evidence)),
  )
  return byWords ?? equal[0]
}

/** The slot whose words were read as the seen value: an event has one kind and one status, and else the same words, or some of them. */
function otherSlot(
  slots: readonly Slot[],
  { field, evidence }: SeenValue,
  on: RecordedEvent,
): Slot | undefined {
  if (isSingle(field)) return slots[0]
  if (evidence === null) return undefined
  const alsoSeen = [on[field]].flat()
  const candidates = slots.filter(
    ({ read }) =>
      read?.evidence &&
      shareWords(read.evidence, evidence) &&
      !alsoSeen.some(other => isSameValue(field, read.value, other.value)),
  )
  const exactly = candidates.find(({ read }) =>
    read?.evidence?.some(a => evidence.some(b => a.start === b.start && a.end === b.end)),
  )
  return exactly ?? candidates[0]
}

export function isSingle(field: ValueField): field is 'kind' | 'status' {
  return field === 'kind' || field === 'status'
}

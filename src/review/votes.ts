import { type RecordedEvent, type ValueField, valueFields, valueSchemas } from '../model/recorded.js'
import type { Review, SeenValue } from '../model/review.js'
import { type FoundSlot, findSlot, isSingle } from './re-attach.js'
import { isSameValue, valueKey, valueText } from './same-value.js'
import { type Form, formsOf, outcomeOf, type Slot, shareWords, type Vote } from './slot.js'
import { formOf, type Telling } from './telling.js'

/** A decision on values of an event, with that event as the fold has it: first itself, then what was split from it. */
export interface Case {
  /** With its words where the newest bodies have them. */
  readonly review: Review
  /** As it was taken. */
  readonly taken: Review
  readonly tellings: readonly [Telling, ...Telling[]]
}

const rejected = 'rejected'

/** Accepts every value of an event that still stands as it was seen. A value that the newest reading lacks stays. */
export function acceptSeen(one: Case): void {
  const { review, tellings } = one
  for (const seen of seenValues(review.on)) {
    const found = findSlot(tellings, seen, review.on)
    if (found?.as === 'same' && !standsAs(found.slot, seen, review)) continue
    accept(one, seen, found)
  }
}

/** Adds every value of an event that was missed; what a reading tells of it meanwhile meets it. */
export function addSeen(one: Case): void {
  const { review, tellings } = one
  const basis = { kind: 'reviewed', by: review.id } as const
  for (const seen of seenValues(review.on)) {
    const { field, value, evidence } = seen
    const found = findSlot(tellings, seen, review.on)
    put(one, {
      slot: found?.slot ?? newSlot(tellings[0], field),
      how: 'added',
      field,
      form: { value, evidence, basis, score: null },
      misfit: found?.as === 'other' ? readInstead(seen, found.slot) : undefined,
    })
  }
}

export function acceptValue(one: Case, seen: SeenValue): void {
  accept(one, seen, findSlot(one.tellings, seen, one.review.on))
}

function accept(one: Case, seen: SeenValue, found: FoundSlot): void {
  const { review, tellings } = one
  const { field, value } = seen
  const same =
    found?.as === 'same' ? formsOf(found.slot).findLast(form => isSameValue(field, form.value, value)) : null
  const misfits = { same: undefined, other: found && readInstead(seen, found.slot), none: notTold(seen) }
  put(one, {
    slot: found?.slot ?? newSlot(tellings[0], field),
    how: 'accepted',
    field,
    form: same ?? seenForm(review, seen),
    misfit: misfits[found?.as ?? 'none'] ?? undefined,
  })
}

/** Takes a value out of the record; returns why it does not, where the newest reading has another in its place. */
export function rejectValue(one: Case, seen: SeenValue): string | null {
  const { review, tellings } = one
  if (isSingle(seen.field)) return `an event has a ${seen.field}: it can be corrected, not rejected`
  const found = findSlot(tellings, seen, review.on)
  if (found?.as === 'same') {
    put(one, { slot: found.slot, how: null, field: seen.field, form: null })
  }
  if (found?.as === 'other' && found.slot.votes.length === 0) {
    // What is read in its place is not what was rejected: it waits for a reviewer.
    put(one, {
      slot: found.slot,
      how: null,
      field: seen.field,
      form: found.slot.read,
      misfit: `${named(seen)} was rejected; by its words the newest reading has ${readAs(seen.field, found.slot)}`,
    })
  }
  return null
}

/** Sets a value, or one that was missed where none was on; returns why not, where it is no value of its field. */
export function correctValue(one: Case, to: SeenValue): string | null {
  const { review, tellings } = one
  const { field } = to
  const { success, data, error } = valueSchemas[field].safeParse(to.value)
  if (!success) return `no value of ${field}: ${error.issues.map(({ message }) => message).join('; ')}`
  const basis = { kind: 'reviewed', by: review.id } as const
  const form: Form = { value: data, evidence: to.evidence, basis, score: null }
  const seen = review.value
  if (seen && seen.field !== field) return `a value of ${seen.field} cannot become one of ${field}`
  const [telling] = tellings
  if (!seen) {
    put(one, { slot: missedSlot(telling, to, review), how: 'corrected', field, form })
    return null
  }
  const found = findSlot(tellings, seen, review.on)
  const isReadSo = found?.slot.read && isSameValue(field, found.slot.read.value, data)
  const readAsOther = found?.as === 'other' && !isReadSo ? readInstead(seen, found.slot) : undefined
  put(one, {
    slot: found?.slot ?? newSlot(telling, field),
    how: 'corrected',
    field,
    form,
    misfit: found ? readAsOther : notTold(seen),
  })
  return null
}

interface Ballot {
  readonly slot: Slot
  readonly how: Vote['how']
  readonly field: ValueField
  readonly form: Form | null
  readonly misfit?: string | undefined
}

function put({ review, taken }: Case, { slot, how, field, form, misfit }: Ballot): void {
  const outcome = form === null ? rejected : valueKey(field, form.value)
  const why = misfit ?? wordless(taken, field, form) ?? unseen(review, slot, field, form)
  slot.votes.push({ review, how, form, outcome, misfit: why })
}

/** What the decision before did not fit of the newest reading is not settled by who did not see that. */
function unseen(
  { on }: Review,
  { read, votes }: Slot,
  field: ValueField,
  form: Form | null,
): string | undefined {
  if (read && form && isSameValue(field, read.value, form.value)) return undefined
  const last = votes.at(-1)
  const wasSeen = [on, on[field]].flat().some(({ contested }) => last && contested?.includes(last.review.id))
  return wasSeen ? undefined : last?.misfit
}

/** What is to be said of a value whose words the reviewer gave, and that the newest text does not have at one certain place. */
function wordless(taken: Review, field: ValueField, form: Form | null): string | undefined {
  if (form === null || form.evidence !== null) return undefined
  const { on, value, decision } = taken
  const given = [
    ...[on[field]].flat(),
    ...(value?.field === field ? [value] : []),
    ...(decision.kind === 'correct' ? [decision.to] : []),
  ].find(one => one.evidence !== null && isSameValue(field, one.value, form.value))
  const words = given?.evidence?.map(({ exact }) => `“${exact}”`).join(', ')
  return (
    words &&
    `the newest text does not say ${words} at one certain place; ${valueText(field, form.value)} stays, without words`
  )
}

function newSlot(telling: Telling, field: ValueField): Slot {
  const slot: Slot = { read: null, votes: [] }
  telling.fields[field].push(slot)
  return slot
}

/** Where a value that was missed goes: to an equal one; blind, to what somebody else set by the same words; else it is new. */
function missedSlot(telling: Telling, to: SeenValue, review: Review): Slot {
  const slots = telling.fields[to.field]
  if (isSingle(to.field) && slots[0]) return slots[0]
  const equal = slots.find(slot => formsOf(slot).some(form => isSameValue(to.field, form.value, to.value)))
  const rival = (slot: Slot): boolean =>
    slot.read === null &&
    slot.votes.some(
      ({ form, review: other }) =>
        other.blind &&
        other.reviewer !== review.reviewer &&
        form?.evidence &&
        shareWords(form.evidence, to.evidence),
    )
  return equal ?? (review.blind ? slots.find(rival) : undefined) ?? newSlot(telling, to.field)
}

/** Whether a value is what the reviewer saw of it; who decides blind sees what was read. */
function standsAs(slot: Slot, { field, value }: SeenValue, review: Review): boolean {
  const form = review.blind ? slot.read : outcomeOf(slot).form
  return form !== null && isSameValue(field, form.value, value)
}

function seenValues(on: RecordedEvent): SeenValue[] {
  return valueFields.flatMap(field =>
    // A value of the record is made of JSON, which its type does not say.
    [on[field]].flat().map(({ value, evidence }) => ({ field, value, evidence }) as SeenValue),
  )
}

/** A value as it was seen, with what was said then of where it came from. */
function seenForm({ id, on }: Review, { field, value, evidence }: SeenValue): Form {
  const whole = [on[field]]
    .flat()
    .find(one => isSameValue(field, one.value, value) && shareWords(one.evidence, evidence))
  if (whole) return formOf(whole)
  return { value, evidence, basis: { kind: 'reviewed', by: id }, score: null }
}

function named({ field, value }: SeenValue): string {
  return `${field} ${valueText(field, value)}`
}

function notTold(seen: SeenValue): string {
  return `the newest reading does not tell ${named(seen)}; what was decided stays`
}

function readInstead(seen: SeenValue, slot: Slot): string {
  return `instead of ${named(seen)} the newest reading has ${readAs(seen.field, slot)}; what was decided stays`
}

function readAs(field: ValueField, { read }: Slot): string {
  return read ? valueText(field, read.value) : 'nothing'
}

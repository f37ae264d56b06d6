import type { Claim } from '../model/claim.js'
import type { EventId } from '../model/event.js'
import { type Recorded, type RecordedEvent, type ValueField, valueFields } from '../model/recorded.js'
import { compareBreadth } from '../text/edtf.js'
import { inTextOrder } from '../text/quote.js'
import { isSameValue, valueKey } from './same-value.js'
import { type Form, outcomeOf, type Slot, type Vote } from './slot.js'

/** An event of one report while decisions are folded into it. */
export interface Telling {
  /** As read; of an event that no reading tells, as the reviewer saw or added it. */
  base: RecordedEvent
  /** `kept`: the newest reading does not tell it, and somebody decided that it is one. */
  origin: 'read' | 'added' | 'kept'
  readonly exists: Slot<true>
  readonly fields: Readonly<Record<ValueField, Slot[]>>
  readonly formerly: Set<EventId>
  /** Whether it is what a split left of an event. */
  readonly isPart: boolean
}

export function tellingOf(
  base: RecordedEvent,
  origin: Telling['origin'],
  formerly: readonly EventId[] = [],
): Telling {
  const slots = (field: ValueField): Slot[] =>
    [base[field]].flat().map(value => ({ read: formOf(value), votes: [] }))
  return {
    base,
    origin,
    exists: { read: origin === 'added' ? null : true, votes: [] },
    fields: {
      kind: slots('kind'),
      status: slots('status'),
      when: slots('when'),
      where: slots('where'),
      initiators: slots('initiators'),
      targets: slots('targets'),
      means: slots('means'),
      harm: slots('harm'),
      said: slots('said'),
    },
    formerly: new Set(formerly),
    isPart: formerly.length > 0,
  }
}

/** A value without what was decided about it. */
export function formOf({ decided: _, contested: __, ...form }: Recorded<unknown>): Form {
  return form
}

/** Whether any decision bears on it. */
export function isTouched({ origin, exists, fields, formerly, isPart }: Telling): boolean {
  return (
    isPart ||
    origin !== 'read' ||
    formerly.size > 0 ||
    exists.votes.length > 0 ||
    valueFields.some(field => fields[field].some(({ votes }) => votes.length > 0))
  )
}

/** The decisions that count in it. */
export function votesOf({ exists, fields }: Telling): Vote<unknown>[] {
  const slots = valueFields.flatMap(field => fields[field])
  return [...outcomeOf(exists).standing, ...slots.flatMap(slot => outcomeOf(slot).standing)]
}

/** Whether the newest reading does not tell it, and nobody has decided on it who saw that: an event that is kept has no claims. */
export function isForlorn(telling: Telling): boolean {
  return telling.origin === 'kept' && votesOf(telling).every(({ review }) => review.on.claims.length > 0)
}

/** What decisions make of it; null where it was rejected. */
export function recordedOf(telling: Telling): RecordedEvent | null {
  if (!isTouched(telling)) return telling.base
  const { form, decided, contested } = outcomeOf(telling.exists)
  if (form === null) return null
  const gone = valueFields.flatMap(field =>
    telling.fields[field].map(outcomeOf).flatMap(outcome => (outcome.form === null ? outcome.contested : [])),
  )
  const lost = isForlorn(telling) ? votesOf(telling).map(({ review }) => review.id) : []
  const clashing = [...new Set([...contested, ...gone, ...lost])]
  const { contested: _, ...base } = telling.base
  return {
    ...base,
    ...valuesOf(telling),
    decided,
    ...(clashing.length > 0 && { contested: clashing }),
    formerly: [...telling.formerly].sort(),
  }
}

function valuesOf({ base, fields }: Telling): Pick<RecordedEvent, ValueField> {
  // Each form is a value of the event as it was read, or was held against the schema of its field when it was set.
  const values = <T>(field: ValueField): Recorded<T>[] => settled(field, fields[field]) as Recorded<T>[]
  const one = <T>(field: 'kind' | 'status', other: T): T =>
    (settled(field, fields[field])[0] as T | undefined) ?? other
  type Value<F extends Exclude<ValueField, 'kind' | 'status'>> = RecordedEvent[F][number]['value']
  return {
    kind: one('kind', base.kind),
    status: one('status', base.status),
    when: values<Value<'when'>>('when').sort((a, b) => compareBreadth(a.value, b.value)),
    where: values<Value<'where'>>('where'),
    initiators: values<Value<'initiators'>>('initiators'),
    targets: values<Value<'targets'>>('targets'),
    means: values<Value<'means'>>('means'),
    harm: values<Value<'harm'>>('harm'),
    said: values<Value<'said'>>('said'),
  }
}

/** The values of a field that stand. One that a person set and that stands there already is told once, with the words of both. */
function settled(field: ValueField, slots: readonly Slot[]): Recorded<unknown>[] {
  const values: Recorded<unknown>[] = []
  for (const slot of slots) {
    const { form, decided, contested } = outcomeOf(slot)
    if (form === null) continue
    const value = { ...form, decided, ...(contested.length > 0 && { contested }) }
    const isSet = (one: Recorded<unknown>): boolean => one.basis.kind === 'reviewed'
    const same = values.findIndex(
      other =>
        (isSet(value) || isSet(other)) && valueKey(field, other.value) === valueKey(field, value.value),
    )
    const other = values[same]
    if (other) values[same] = joined(other, value)
    else values.push(value)
  }
  return values
}

function joined(a: Recorded<unknown>, b: Recorded<unknown>): Recorded<unknown> {
  const [first, ...rest] = inTextOrder([...(a.evidence ?? []), ...(b.evidence ?? [])])
  const contested = [...new Set([...(a.contested ?? []), ...(b.contested ?? [])])]
  const later = [a.decided, b.decided]
    .flatMap(decided => decided ?? [])
    .sort((x, y) => Date.parse(x.at) - Date.parse(y.at))
    .at(-1)
  return {
    ...a,
    evidence: first ? [first, ...rest] : null,
    decided: later ?? null,
    ...(contested.length > 0 && { contested }),
  }
}

/** Hands what was decided on an event over to the part of it that holds the same values; what is in no part goes to the rest. */
export function handOver(from: Telling, rest: Telling, part: Telling): void {
  rest.exists.votes.push(...from.exists.votes)
  for (const field of valueFields) {
    for (const slot of from.fields[field]) {
      const heirs = [rest, part].flatMap(
        ({ fields }) =>
          fields[field].find(
            ({ read }) => read && slot.read && isSameValue(field, read.value, slot.read.value),
          ) ?? [],
      )
      for (const heir of heirs) heir.votes.push(...slot.votes)
      if (heirs.length === 0 && slot.votes.length > 0)
        rest.fields[field].push({ read: null, votes: slot.votes })
    }
  }
}

/** The claims that an event was made of. */
export function claimsOf({ base }: Telling, claims: ReadonlyMap<string, Claim>): Claim[] {
  return base.claims.flatMap(id => claims.get(id) ?? [])
}

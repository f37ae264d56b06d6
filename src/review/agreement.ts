import { type ValueField, valueFields, valueSchemas } from '../model/recorded.js'
import type { Review, SeenValue } from '../model/review.js'
import type { Reviewable } from '../ports/review.js'
import { cohensKappa, interval, krippendorffsAlpha, nominal } from './coefficients.js'
import { countingReviews } from './counting.js'
import { type Coded, codedBy, jointAgreement, jointUnits, stands } from './joint-agreement.js'
import { isSingle } from './re-attach.js'
import { valueKey, valueText } from './same-value.js'
import { type Form, formsOf, outcomeOf, type Slot } from './slot.js'
import type { Telling } from './telling.js'
import type { SlotAgreement, Unit } from './unit.js'

export interface Agreement {
  readonly slots: readonly SlotAgreement[]
  /** What both decided, in order of the readings. */
  readonly units: readonly Unit[]
  /** Those of them that are to be settled, or were, by somebody who sees both. */
  readonly differing: readonly Unit[]
}

/** How far two reviewers agree, by what they decided blind (docs/review.md). */
export function agreementOf(
  readings: readonly Reviewable[],
  reviews: readonly Review[],
  [a, b]: readonly [string, string],
): Agreement {
  const counting = countingReviews(reviews)
  const alone = (reviewer: string): Coded =>
    codedBy(
      readings,
      counting.filter(review => review.blind && review.reviewer === reviewer),
    )
  const [one, other, all] = [alone(a), alone(b), codedBy(readings, counting)]
  const units = [...one.tellings].flatMap(([id, telling]) => {
    const same = other.tellings.get(id)
    return same ? unitsOf(telling, same, all.tellings.get(id) ?? null) : []
  })
  const pairs = jointUnits(one, other, counting)
  const slots = (['event', ...valueFields] as const).map(slot => agreementBy(slot, units))
  const every = [...units, ...pairs]
  return {
    slots: [...slots, countAgreement(units), jointAgreement(pairs)],
    units: every,
    differing: every.filter(({ made: [x, y] }) => x !== y),
  }
}

/** @param all the event as all decisions have it; null where they have it no more */
function unitsOf(a: Telling, b: Telling, all: Telling | null): Unit[] {
  const { id: event, report } = a.base
  const [x, y] = [stands(a), stands(b)]
  if (x === null || y === null) return []
  const [{ exact: read }] = a.base.triggers
  const settledBy = all && settlerOf(all.exists)
  const whole: Unit = { ...noValue, report, event, slot: 'event', read, made: [x, y], settledBy }
  if (x === 'rejected' || y === 'rejected') return [whole]
  return [
    whole,
    ...valueFields.flatMap(field => [...valueUnits(field, a, b, all), ...missedUnits(field, a, b, all)]),
  ]
}

const noValue = {
  value: null,
  values: [null, null],
  other: null,
  settledBy: null,
  counts: null,
  wasMissed: false,
} as const

/** Who decided last on a slot with sight of what others had, where nobody has contradicted that blind since. */
function settlerOf<F>(slot: Slot<F>): string | null {
  const { standing, contested } = outcomeOf(slot)
  const informed = standing.findLast(({ review }) => !review.blind)
  return informed && contested.length === 0 ? informed.review.reviewer : null
}

/** Values that were read, and that both decided. */
function valueUnits(field: ValueField, a: Telling, b: Telling, all: Telling | null): Unit[] {
  const wasRead = ({ fields }: Telling): Slot[] => fields[field].filter(({ read }) => read !== null)
  const [others, settled] = [wasRead(b), all ? wasRead(all) : []]
  return wasRead(a).flatMap((slot, i) => {
    const other = others[i]
    if (!other || !slot.read || slot.votes.length === 0 || other.votes.length === 0) return []
    const [x, y] = [outcomeOf(slot).form, outcomeOf(other).form]
    const numbers = field === 'harm' ? [numberOf(x?.value), numberOf(y?.value)] : []
    const [m = null, n = null] = numbers
    return {
      report: a.base.report,
      event: a.base.id,
      slot: field,
      read: valueText(field, slot.read.value),
      made: [madeOf(field, slot), madeOf(field, other)] as const,
      value: seenAs(field, slot.read),
      values: [seenAs(field, x), seenAs(field, y)] as const,
      other: null,
      settledBy: settled[i] ? settlerOf(settled[i]) : null,
      counts: m !== null && n !== null ? ([m, n] as const) : null,
      wasMissed: false,
    }
  })
}

function madeOf(field: ValueField, slot: Slot): string {
  const { form } = outcomeOf(slot)
  if (form === null) return 'rejected'
  if (isSingle(field)) return valueText(field, form.value)
  const isAsRead = slot.read && valueKey(field, slot.read.value) === valueKey(field, form.value)
  return isAsRead ? 'accepted' : valueText(field, form.value)
}

function numberOf(value: unknown): number | null {
  const { data } = valueSchemas.harm.safeParse(value)
  return data ? (data.low ?? data.high) : null
}

/** A value of a form is made of JSON, which its type does not say. */
const seenAs = (field: ValueField, form: Form | null): SeenValue | null =>
  form && ({ field, value: form.value, evidence: form.evidence } as SeenValue)

/** Values that one of them missed and the other did not, or both: of events that both decided as a whole. */
function missedUnits(field: ValueField, a: Telling, b: Telling, all: Telling | null): Unit[] {
  if (a.exists.votes.every(({ how }) => how === null) || b.exists.votes.every(({ how }) => how === null))
    return []
  const [x, y] = [addedTo(field, a), addedTo(field, b)]
  const settled = all?.fields[field].filter(({ read }) => read === null) ?? []
  return [...new Set([...x.keys(), ...y.keys()])].map(read => {
    const slot = settled.find(one => formsOf(one).some(({ value }) => valueText(field, value) === read))
    return {
      ...noValue,
      report: a.base.report,
      event: a.base.id,
      slot: field,
      read,
      made: [x.has(read) ? 'added' : 'not added', y.has(read) ? 'added' : 'not added'] as const,
      values: [x.get(read) ?? null, y.get(read) ?? null] as const,
      settledBy: slot ? settlerOf(slot) : null,
      wasMissed: true,
    }
  })
}

/** The values that a reviewer added, by what they say. */
function addedTo(field: ValueField, { fields }: Telling): Map<string, SeenValue> {
  return new Map(
    fields[field].flatMap(slot => {
      const seen = seenAs(field, slot.read === null ? outcomeOf(slot).form : null)
      return seen ? [[valueText(field, seen.value), seen] as const] : []
    }),
  )
}

function agreementBy(slot: Unit['slot'], units: readonly Unit[]): SlotAgreement {
  const made = units.filter(unit => unit.slot === slot && !unit.wasMissed).map(unit => unit.made)
  return {
    slot,
    units: made.length,
    agreed: made.filter(([x, y]) => x === y).length,
    kappa: cohensKappa(made),
    alpha: krippendorffsAlpha(made, nominal),
  }
}

function countAgreement(units: readonly Unit[]): SlotAgreement {
  const counts = units.flatMap(unit => (unit.counts ? [unit.counts] : []))
  return {
    slot: 'counts',
    units: counts.length,
    agreed: counts.filter(([x, y]) => x === y).length,
    kappa: { value: null, because: 'numbers are no categories' },
    alpha: krippendorffsAlpha(counts, interval),
  }
}

import type { EventId } from '../model/event.js'
import { type ValueField, valueFields, valueSchemas } from '../model/recorded.js'
import type { Review } from '../model/review.js'
import type { Reviewable } from '../ports/review.js'
import { type Coefficient, cohensKappa, interval, krippendorffsAlpha, nominal } from './coefficients.js'
import { countingReviews } from './counting.js'
import { folded } from './fold-reviews.js'
import { isSingle } from './re-attach.js'
import { valueKey, valueText } from './same-value.js'
import { outcomeOf, type Slot } from './slot.js'
import type { Telling } from './telling.js'

/** What two reviewers made of one thing that was read, each without sight of the other. */
export interface Unit {
  readonly event: EventId
  readonly slot: 'event' | ValueField
  /** As it was read; the event's trigger; or a value that was missed, by one of them at least. */
  readonly read: string
  /** What each made of it, for people: `kept`, `rejected`, `accepted`, a value. */
  readonly made: readonly [string, string]
  /** Of counts that both keep: the number of each. */
  readonly counts: readonly [number, number] | null
  /** Of a value that was missed: it is none of what was read, and no coefficient counts it. */
  readonly wasMissed: boolean
}

export interface SlotAgreement {
  /** `counts`: the numbers of harm, by how far they are apart. */
  readonly slot: Unit['slot'] | 'counts'
  readonly units: number
  readonly agreed: number
  /** None of `counts`, which are no categories. */
  readonly kappa: Coefficient
  readonly alpha: Coefficient
}

export interface Agreement {
  readonly slots: readonly SlotAgreement[]
  /** What both decided, in order of the readings. */
  readonly units: readonly Unit[]
  /** Those of them that wait for somebody who sees both. */
  readonly differing: readonly Unit[]
}

/** How far two reviewers agree, by what they decided blind (docs/review.md). */
export function agreementOf(
  readings: readonly Reviewable[],
  reviews: readonly Review[],
  [a, b]: readonly [string, string],
): Agreement {
  const counting = countingReviews(reviews).filter(({ blind }) => blind)
  const alone = (reviewer: string): Map<EventId, Telling> => {
    const own = counting.filter(review => review.reviewer === reviewer)
    const { tellings } = folded(readings, own)
    return new Map([...tellings.values()].flat().map(telling => [telling.base.id, telling]))
  }
  const [one, other] = [alone(a), alone(b)]
  const units = [...one].flatMap(([id, telling]) => {
    const same = other.get(id)
    return same ? unitsOf(telling, same) : []
  })
  const slots = (['event', ...valueFields] as const).map(slot => agreementBy(slot, units))
  return {
    slots: [...slots, countAgreement(units)],
    units,
    differing: units.filter(({ made: [x, y] }) => x !== y),
  }
}

function unitsOf(a: Telling, b: Telling): Unit[] {
  const event = a.base.id
  const [x, y] = [stands(a), stands(b)]
  if (x === null || y === null) return []
  const [{ exact: read }] = a.base.triggers
  const whole: Unit = { event, slot: 'event', read, made: [x, y], counts: null, wasMissed: false }
  if (x === 'rejected' || y === 'rejected') return [whole]
  return [whole, ...valueFields.flatMap(field => [...valueUnits(field, a, b), ...missedUnits(field, a, b)])]
}

/** Whether a reviewer keeps an event: who decides on a value of it does; null where nothing was decided. */
function stands({ exists, fields }: Telling): 'kept' | 'rejected' | null {
  if (outcomeOf(exists).form === null) return 'rejected'
  const decided =
    exists.votes.length > 0 || valueFields.some(field => fields[field].some(({ votes }) => votes.length > 0))
  return decided ? 'kept' : null
}

/** Values that were read, and that both decided. */
function valueUnits(field: ValueField, a: Telling, b: Telling): Unit[] {
  const others = b.fields[field].filter(({ read }) => read !== null)
  return a.fields[field]
    .filter(({ read }) => read !== null)
    .flatMap((slot, i) => {
      const other = others[i]
      if (!other || !slot.read || slot.votes.length === 0 || other.votes.length === 0) return []
      const [x, y] = [outcomeOf(slot).form, outcomeOf(other).form]
      const numbers = field === 'harm' ? [numberOf(x?.value), numberOf(y?.value)] : []
      const [m = null, n = null] = numbers
      return {
        event: a.base.id,
        slot: field,
        read: valueText(field, slot.read.value),
        made: [madeOf(field, slot), madeOf(field, other)] as const,
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

/** Values that one of them missed and the other did not, or both: of events that both decided as a whole. */
function missedUnits(field: ValueField, a: Telling, b: Telling): Unit[] {
  if (a.exists.votes.every(({ how }) => how === null) || b.exists.votes.every(({ how }) => how === null))
    return []
  const added = ({ fields }: Telling): string[] =>
    fields[field].flatMap(slot => {
      const { form } = slot.read === null ? outcomeOf(slot) : { form: null }
      return form ? valueText(field, form.value) : []
    })
  const [x, y] = [new Set(added(a)), new Set(added(b))]
  return [...new Set([...x, ...y])].map(read => ({
    event: a.base.id,
    slot: field,
    read,
    made: [x.has(read) ? 'added' : 'not added', y.has(read) ? 'added' : 'not added'] as const,
    counts: null,
    wasMissed: true,
  }))
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

import type { EventId } from '../model/event.js'
import { valueFields } from '../model/recorded.js'
import type { Review } from '../model/review.js'
import type { Reviewable } from '../ports/review.js'
import { folded } from './fold-reviews.js'
import type { Occurrences } from './occurrences.js'
import { outcomeOf } from './slot.js'
import type { Telling } from './telling.js'
import type { SlotAgreement, Unit } from './unit.js'

/** Whether two reviewers join the same events. */

/** What some decisions make of what was read. */
export interface Coded {
  readonly tellings: ReadonlyMap<EventId, Telling>
  readonly occurrences: Occurrences
}

/** @param counting decisions that count, in their order */
export function codedBy(readings: readonly Reviewable[], counting: readonly Review[]): Coded {
  const { tellings, occurrences } = folded(readings, counting)
  return {
    tellings: new Map([...tellings.values()].flat().map(telling => [telling.base.id, telling])),
    occurrences,
  }
}

/** Whether a reviewer keeps an event: who decides on a value of it does; null where nothing was decided. */
export function stands({ exists, fields }: Telling): 'kept' | 'rejected' | null {
  if (outcomeOf(exists).form === null) return 'rejected'
  const decided =
    exists.votes.length > 0 || valueFields.some(field => fields[field].some(({ votes }) => votes.length > 0))
  return decided ? 'kept' : null
}

/**
 * Pairs of events that one of them joined at least, of those that both have decided on. Nobody can say of how many pairs both left
 * apart that they saw them.
 */
export function jointUnits(one: Coded, other: Coded, counting: readonly Review[]): Unit[] {
  const pairs = new Map([...pairsOf(one), ...pairsOf(other)])
  return [...pairs.values()].flatMap(([event, joined]) => {
    const isCoded = [one, other].every(coded => isKnown(coded, event) && isKnown(coded, joined))
    const report = one.tellings.get(event)?.base.report
    if (!isCoded || !report) return []
    const made = (coded: Coded): string => (areJoined(coded, event, joined) ? 'joined' : 'apart')
    return {
      report,
      event,
      slot: 'occurrence' as const,
      read: one.tellings.get(joined)?.base.triggers[0].exact ?? '',
      made: [made(one), made(other)] as const,
      value: null,
      values: [null, null] as const,
      other: joined,
      settledBy: settlerOf(counting, event, joined),
      counts: null,
      wasMissed: false,
    }
  })
}

/** Who last joined or parted two events with sight of what others decided. */
function settlerOf(counting: readonly Review[], event: EventId, joined: EventId): string | null {
  const settles = ({ blind, on, decision }: Review): boolean => {
    if (blind) return false
    if (decision.kind === 'split') return decision.off.some(id => id === event || id === joined)
    if (decision.kind !== 'merge') return false
    const ids = [on.id, ...decision.with.map(({ id }) => id)]
    return ids.includes(event) && ids.includes(joined)
  }
  return counting.findLast(settles)?.reviewer ?? null
}

function pairsOf({ tellings, occurrences }: Coded): (readonly [string, readonly [EventId, EventId]])[] {
  return [...tellings].flatMap(([id, telling]) =>
    occurrences
      .of(telling)
      .filter(({ base }) => base.id > id)
      .map(({ base }) => [`${id} ${base.id}`, [id, base.id]] as const),
  )
}

/** Whether a reviewer has decided on an event, or joined it to another. */
function isKnown({ tellings, occurrences }: Coded, id: EventId): boolean {
  const telling = tellings.get(id)
  return telling !== undefined && (stands(telling) === 'kept' || occurrences.of(telling).length > 1)
}

function areJoined({ tellings, occurrences }: Coded, a: EventId, b: EventId): boolean {
  const [one, other] = [tellings.get(a), tellings.get(b)]
  return one !== undefined && other !== undefined && occurrences.of(one).includes(other)
}

export function jointAgreement(pairs: readonly Unit[]): SlotAgreement {
  const because = 'how many pairs both left apart is not known'
  return {
    slot: 'occurrence',
    units: pairs.length,
    agreed: pairs.filter(({ made: [x, y] }) => x === y).length,
    kappa: { value: null, because },
    alpha: { value: null, because },
  }
}

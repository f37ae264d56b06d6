import type { EventDetail } from '../../api.js'

/** Events that have been had already. Pure. */

/** So many are kept: the way back, and the next. */
const most = 50

/** The events with one as it is now; what it was before, and what has become part of it, is known no more. */
export function withNewest(known: readonly EventDetail[], newest: EventDetail): EventDetail[] {
  const held = new Set(newest.tellings.map(({ event }) => event.id))
  const others = known.filter(
    ({ id, tellings }) => id !== newest.id && !tellings.some(({ event }) => held.has(event.id)),
  )
  return [...others, newest].slice(-most)
}

/** Whether an event is the one of an id, or holds it as a telling, under this name or an earlier one. */
export const isOf = ({ id, tellings }: EventDetail, wanted: string | null): boolean =>
  id === wanted ||
  tellings.some(({ event }) => event.id === wanted || event.formerly.some(formerly => formerly === wanted))

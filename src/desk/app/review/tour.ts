import type { EventsPage, Mark } from '../../api.js'

/**
 * The way through what is undecided: events in the order of the queue, and the values of each in order. The order stays as it
 * was when the tour began, so that nothing is met twice or missed while decisions change it. Pure.
 */

export interface Tour {
  readonly events: readonly Mark[]
  /** Where the server goes on; null at the end. */
  readonly after: string | null
}

export const emptyTour: Tour = { events: [], after: null }

/** The tour with a page more; events that are in it already keep their place, and are as they are now. */
export function extended(tour: Tour, { events, next }: EventsPage): Tour {
  const known = new Map(events.map(mark => [mark.id, mark]))
  const kept = tour.events.map(mark => known.get(mark.id) ?? mark)
  const ids = new Set(kept.map(({ id }) => id))
  return { events: [...kept, ...events.filter(({ id }) => !ids.has(id))], after: next }
}

/** The tour with one event as it is now; one that is new to it comes in `behind` the event after which it was met. */
export function updated(tour: Tour, mark: Mark, behind: string | null = null): Tour {
  if (tour.events.some(({ id }) => id === mark.id))
    return { ...tour, events: tour.events.map(one => (one.id === mark.id ? mark : one)) }
  const at = tour.events.findIndex(({ id }) => id === behind) + 1
  return { ...tour, events: [...tour.events.slice(0, at), mark, ...tour.events.slice(at)] }
}

/** The next event with something undecided, before or after one. From one that is not in the tour, the first. */
export function eventBeside(tour: Tour, from: string | null, direction: 1 | -1): Mark | null {
  const at = tour.events.findIndex(({ id }) => id === from)
  if (direction === -1) return tour.events.slice(0, Math.max(at, 0)).findLast(isOpen) ?? null
  return tour.events.slice(at + 1).find(mark => isOpen(mark) && mark.id !== from) ?? null
}

const isOpen = ({ undecided }: Mark): boolean => undecided > 0

/** How many events after one wait; one near the end asks for more of the queue. */
export const isNearEnd = (tour: Tour, from: string | null): boolean =>
  tour.events.length - tour.events.findIndex(({ id }) => id === from) < 5

/** A value on the way. */
export interface Stop {
  readonly key: string
  readonly isOpen: boolean
}

/** The next undecided value before or after one; null at the end of the event. From none, the first or the last. */
export function stopBeside<S extends Stop>(
  stops: readonly S[],
  from: string | null,
  direction: 1 | -1,
): S | null {
  const at = stops.findIndex(({ key }) => key === from)
  if (direction === 1) return stops.slice(at + 1).find(stop => stop.isOpen) ?? null
  return stops.slice(0, at < 0 ? undefined : at).findLast(stop => stop.isOpen) ?? null
}

/** Where an event is entered: at its first undecided value, or its last when coming from behind; at its first where all is decided. */
export const entryOf = <S extends Stop>(stops: readonly S[], direction: 1 | -1): S | null =>
  stopBeside(stops, null, direction) ?? stops[0] ?? null

import type { RecordedEvent } from '../../model/recorded.js'
import { type StoredEvent, tellingsOf, type Urgency } from '../../ports.js'
import { drawnPlace } from '../../text/drawn-place.js'
import { nameKey } from '../../text/name-key.js'
import type { DrawnMark, Mark } from '../api.js'
import type { PersonFinder } from './persons.js'

/** An occurrence as lists have it. */
export function markOf(stored: StoredEvent, urgency: Urgency, personsOf: PersonFinder): Mark {
  const tellings = tellingsOf(stored)
  return {
    ...drawnMarkOf(stored, personsOf),
    killed: killedIn(tellings.map(({ event }) => event)),
    reports: tellings.map(({ report: { id, name, outlet, published } }) => ({
      id,
      name,
      outlet,
      published: published?.edtf ?? null,
    })),
    ...urgency,
  }
}

/** An occurrence as maps and timelines draw it. */
export function drawnMarkOf(stored: StoredEvent, personsOf: PersonFinder): DrawnMark {
  const { event } = stored
  const events = tellingsOf(stored).map(telling => telling.event)
  const [when] = events.flatMap(one => one.when)
  return {
    id: event.id,
    kind: event.kind.value,
    status: event.status.value,
    when: when?.value.edtf ?? null,
    first: when?.value.earliest ?? null,
    last: when?.value.latest ?? null,
    place: placeOf(events),
    initiators: namesOf(events, 'initiators'),
    targets: namesOf(events, 'targets'),
    persons: personsOf(events),
    trigger: event.triggers[0].exact,
  }
}

function placeOf(events: readonly RecordedEvent[]): Mark['place'] {
  const place = drawnPlace(events)
  if (!place) return null
  const { name, country, level, known } = place
  return { name, country, level, latitude: known?.latitude ?? null, longitude: known?.longitude ?? null }
}

/** Each once: of names that are written alike, the first. */
function namesOf(events: readonly RecordedEvent[], field: 'initiators' | 'targets'): string[] {
  const names = new Map<string, string>()
  for (const { value } of events.flatMap(event => event[field])) {
    const key = nameKey(value.name) || value.name
    if (!names.has(key)) names.set(key, value.name)
  }
  return [...names.values()]
}

/** The lowest and the highest of all counts told; parts of another count and running totals are left aside. */
function killedIn(events: readonly RecordedEvent[]): Mark['killed'] {
  const counts = events
    .flatMap(({ harm }) => harm.map(({ value }) => value))
    .filter(({ what, partOf, cumulative }) => what === 'killed' && partOf === null && !cumulative)
  const lows = counts.flatMap(({ low, high }) => low ?? high ?? [])
  const highs = counts.flatMap(({ low, high }) => high ?? low ?? [])
  const isOpen = counts.some(({ low, high }) => low !== null && high === null)
  if (lows.length === 0) return null
  return { low: Math.min(...lows), high: isOpen ? null : Math.max(...highs) }
}

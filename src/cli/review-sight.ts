import type { EventId } from '../model/event.js'
import { InputFault } from '../model/input-fault.js'
import { ownRecord } from '../own-record.js'
import { type Store, type StoredEvent, type StoredTelling, tellingsOf } from '../ports.js'
import { isKnownAs } from '../text/known-as.js'
import { counted, oneLine } from './terminal.js'

/** Who looks at the record. */
export interface Seat {
  readonly store: Store
  readonly reviewer: string
  /** Without sight of what others decided. */
  readonly blind: boolean
}

/** An event that was asked for, as its reviewer sees it. */
export interface Seen extends StoredTelling {
  /** The id that was asked for, written out. */
  readonly asked: EventId
  /** The occurrence that it tells of. */
  readonly occurrence: StoredEvent
  /** `removed`: somebody decided that it is not in the record; it is as it last was. */
  readonly standing: 'recorded' | 'removed' | 'older'
}

/**
 * The one event whose id begins so.
 * @throws InputFault `no-such-event`, `ambiguous-event`
 */
export async function findEvent(seat: Seat, idOrPrefix: string): Promise<Seen> {
  const matches = seat.blind ? await blindMatches(seat, idOrPrefix) : await matchesIn(seat.store, idOrPrefix)
  const [one, ...others] = matches
  if (!one) throw noEvent(idOrPrefix, seat)
  if (others.length > 0) throw ambiguous(idOrPrefix, matches)
  return one
}

async function matchesIn(store: Store, idOrPrefix: string): Promise<Seen[]> {
  const found = await store.event(idOrPrefix)
  return found.map(one => ({
    ...tellingAs(one, one.asked),
    asked: one.asked,
    occurrence: one,
    standing: one.standing,
  }))
}

/** Others' decisions show nowhere: of what the store knows under such an id, what the reviewer's own decisions alone make. */
async function blindMatches(seat: Seat, idOrPrefix: string): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const { asked, report } of await seat.store.event(idOrPrefix)) {
    const { occurrences } = await ownRecord(seat.store, seat.reviewer, report.id)
    for (const occurrence of occurrences) {
      const telling = tellingsOf(occurrence).find(({ event }) => isKnownAs(event, asked))
      if (telling && !seen.some(one => one.event.id === telling.event.id))
        seen.push({ ...telling, asked, occurrence, standing: 'recorded' })
    }
  }
  return seen
}

/** Of several reports' tellings of one occurrence, the one that goes by this id. */
function tellingAs(stored: StoredEvent, asked: EventId): StoredTelling {
  const { event, report, capture } =
    tellingsOf(stored).find(telling => isKnownAs(telling.event, asked)) ?? stored
  return { event, report, capture }
}

/** What is to be said of an id that is not the event's own; null where it is. */
export function ledTo({ asked, event, occurrence }: Seen): string | null {
  if (event.id !== asked) return `${asked} is now ${event.id}`
  if (occurrence.event.id !== asked) return `${asked} was merged: it tells of ${occurrence.event.id}`
  return null
}

/** @throws InputFault `not-in-record` where there is nothing left to decide on */
export async function requireStanding({ store }: Seat, { event, standing }: Seen): Promise<void> {
  if (standing === 'recorded') return
  if (standing === 'older') {
    throw new InputFault({
      code: 'not-in-record',
      source: event.id,
      message: 'only an older reading of its report tells it, and nobody had decided on it',
      help: `herodotus review add ${event.report} --kind ${event.kind.value} --quote WORDS adds it, if it was missed`,
    })
  }
  const rejection = (await store.reviews(event.id)).findLast(
    ({ decision, value }) => decision.kind === 'reject' && value === null,
  )
  const by = rejection
    ? `${oneLine(rejection.reviewer)} rejected it at ${rejection.at}`
    : 'it was decided away'
  throw new InputFault({
    code: 'not-in-record',
    source: event.id,
    message: `it is not in the record: ${by}`,
    help: `herodotus review history ${event.id} says more; herodotus review accept ${event.id} takes it back in`,
  })
}

const noEvent = (id: string, { blind }: Seat): InputFault =>
  new InputFault({
    code: 'no-such-event',
    source: id,
    message: blind
      ? 'no such event, as your own decisions have the record'
      : 'no such event is in the record',
    help: 'herodotus show lists the events that are kept, herodotus review those that wait',
  })

function ambiguous(id: string, matches: readonly Seen[]): InputFault {
  const ids = matches.map(
    ({ event }) => `${event.id} (${event.kind.value}, “${oneLine(event.triggers[0].exact)}”)`,
  )
  const isSplit = new Set(matches.map(({ asked }) => asked)).size === 1
  const what = isSplit
    ? `it was split, and is now ${counted(matches.length, 'event')}`
    : `it is the beginning of ${counted(matches.length, 'id')}`
  return new InputFault({
    code: 'ambiguous-event',
    source: id,
    message: `${what}: ${ids.join(', ')}`,
    help: isSplit ? 'name one of them' : 'give more of it',
  })
}

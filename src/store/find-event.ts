import { type Kysely, sql } from 'kysely'
import { EventId } from '../model/event.js'
import type { FoundEvent } from '../ports.js'
import { isNewest, isShown, type Moment } from './event-query.js'
import { loadEvents } from './load.js'
import type { Row, Tables } from './tables.js'

interface Match extends Pick<Row<'events'>, 'reading' | 'position' | 'json'> {
  readonly asked: string
}

/** The events that the record has under ids that begin so; where it has none, those that were there once, as they last were. */
export async function findEvents(
  db: Kysely<Tables>,
  digits: string,
  now: Moment,
): Promise<readonly FoundEvent[]> {
  const [from, to] = [`event:${digits}`, `event:${digits}g`] // the first letter after the hexadecimal digits
  const current = sql`${isNewest('events.reading', now.reading)} and ${isShown(now.line)}`
  const { rows: own } = await sql<Match>`
    select events.id as asked, reading, position, json from events
    where id >= ${from} and id < ${to} and ${current} order by id, reading, position`.execute(db)
  const { rows: others } = await sql<Match>`
    select other_ids.id as asked, events.reading, events.position, events.json from other_ids
    join events on events.reading = other_ids.reading and events.position = other_ids.event
    where other_ids.id >= ${from} and other_ids.id < ${to} and ${current}
    order by other_ids.id, events.reading, events.position`.execute(db)
  const ownIds = new Set(own.map(({ asked }) => asked))
  const recorded = [...own, ...others.filter(({ asked }) => !ownIds.has(asked))]
  if (recorded.length > 0) return found(db, recorded, () => 'recorded')
  const { rows: past } = await sql<Match & { readonly newest: number }>`
    select events.id as asked, reading, position, json,
      case when ${isNewest('events.reading', now.reading)} then 1 else 0 end as newest
    from events where id >= ${from} and id < ${to} order by id, reading, position`.execute(db)
  // An id that was cited stays good: what was there last under it.
  const last = [...new Map(past.map(row => [row.asked, row])).values()]
  return found(db, last, at => (last[at]?.newest ? 'removed' : 'older'))
}

async function found(
  db: Kysely<Tables>,
  rows: readonly Match[],
  standing: (at: number) => FoundEvent['standing'],
): Promise<FoundEvent[]> {
  const events = await loadEvents(db, rows)
  return events.map((stored, at) => ({
    ...stored,
    asked: EventId.parse(rows[at]?.asked),
    standing: standing(at),
  }))
}

/** The number of the newest reading that an event is told by, under whichever of its ids; null where none is kept. */
export async function readingOf(db: Kysely<Tables>, event: EventId, now: Moment): Promise<number | null> {
  const { rows } = await sql<{ reading: number }>`
    select reading from (
      select reading, case when ${isNewest('events.reading', now.reading)} then 1 else 0 end as newest, 1 as own
      from events where id = ${event}
      union all
      select reading, 1 as newest, 0 as own from other_ids where id = ${event}
    ) as told order by own desc, newest desc, reading desc limit 1`.execute(db)
  return rows[0]?.reading ?? null
}

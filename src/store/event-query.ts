import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { EventFilter } from '../ports.js'
import { containing, fold } from './fold.js'
import type { EventNameField, Row, Tables } from './tables.js'

/** Where an event stands in the chronicle. */
export type ChronicleKey = Pick<Row<'events'>, 'time_key' | 'report_name' | 'reading' | 'position'>

export interface PageRequest {
  readonly filter: EventFilter
  /** Only readings up to this one count: the store as it was when the chronicle began. */
  readonly upTo: number
  /** Only what stands after this event. */
  readonly after: ChronicleKey | null
  readonly size: number
}

/** A page of the chronicle: the events of each report's newest reading that fit, in order. */
export function chroniclePage(
  db: Kysely<Tables>,
  { filter, upTo, after, size }: PageRequest,
): Promise<(ChronicleKey & Pick<Row<'events'>, 'json'>)[]> {
  return db
    .selectFrom('events')
    .innerJoin('readings', 'readings.seq', 'events.reading')
    .select(['time_key', 'report_name', 'reading', 'position', 'events.json'])
    .where('reading', '<=', upTo)
    .where(eb => isNewest(eb, upTo))
    .where(eb => eb.and(conditions(eb, filter)))
    .where(eb => eb.and(after ? [comesAfter(eb, after)] : []))
    .orderBy('time_key')
    .orderBy('report_name')
    .orderBy('reading')
    .orderBy('position')
    .limit(size)
    .execute()
}

/** That no reading up to `upTo` has come after this one of the same report. */
export function isNewest(eb: ExpressionBuilder<Tables, 'readings'>, upTo: number): Expression<SqlBool> {
  return eb.not(
    eb.exists(
      eb
        .selectFrom('readings as newer')
        .select('newer.seq')
        .whereRef('newer.report', '=', 'readings.report')
        .whereRef('newer.seq', '>', 'readings.seq')
        .where('newer.seq', '<=', upTo),
    ),
  )
}

function comesAfter({ eb, refTuple, tuple }: Events, after: ChronicleKey): Expression<SqlBool> {
  const { time_key, report_name, reading, position } = after
  return eb(
    refTuple('time_key', 'report_name', 'reading', 'position'),
    '>',
    tuple(time_key, report_name, reading, position),
  )
}

type Events = ExpressionBuilder<Tables, 'events' | 'readings'>

function conditions(eb: Events, filter: EventFilter): Expression<SqlBool>[] {
  const { kind, status, place, actor, holder, from, to, report } = filter
  const asked: Expression<SqlBool>[] = []
  if (kind !== undefined) asked.push(eb('events.kind', '=', kind))
  if (status !== undefined) asked.push(eb('events.status', '=', status))
  if (place !== undefined) asked.push(eb.or([named(eb, 'place', place), inCountry(eb, place)]))
  if (actor !== undefined) asked.push(named(eb, 'actor', actor))
  if (holder !== undefined) asked.push(named(eb, 'holder', holder))
  if (from !== undefined || to !== undefined) asked.push(mayFallWithin(eb, from, to))
  if (report !== undefined) {
    asked.push(eb.or([eb('readings.name', '=', fold(report)), eb('readings.report', '=', report)]))
  }
  return asked
}

const namesOf = (eb: Events, field: EventNameField) =>
  eb
    .selectFrom('event_names as named')
    .select('named.field')
    .whereRef('named.reading', '=', 'events.reading')
    .whereRef('named.event', '=', 'events.position')
    .where('named.field', '=', field)

function named(eb: Events, field: EventNameField, words: string): Expression<SqlBool> {
  return eb.exists(
    namesOf(eb, field).where(
      sql<SqlBool>`${sql.ref('named.name')} like ${containing(fold(words))} escape '\\'`,
    ),
  )
}

function inCountry(eb: Events, country: string): Expression<SqlBool> {
  return eb.exists(namesOf(eb, 'country').where('named.name', '=', fold(country)))
}

/** That one of the told times allows it; an open end allows everything beyond it, an undated event nothing. */
function mayFallWithin(eb: Events, from: string | undefined, to: string | undefined): Expression<SqlBool> {
  let times = eb
    .selectFrom('event_times as told')
    .select('told.position')
    .whereRef('told.reading', '=', 'events.reading')
    .whereRef('told.event', '=', 'events.position')
  if (from !== undefined) {
    times = times.where(time => time.or([time('told.latest', 'is', null), time('told.latest', '>=', from)]))
  }
  if (to !== undefined) {
    times = times.where(time => time.or([time('told.earliest', 'is', null), time('told.earliest', '<=', to)]))
  }
  return eb.exists(times)
}

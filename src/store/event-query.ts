import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { EventFilter, EventSort } from '../ports.js'
import { type Driver, driverFor } from './event-drivers.js'
import { containing, fold } from './fold.js'
import { askedFor } from './search-terms.js'
import type { EventNameField, Row, Tables } from './tables.js'
import type { TermIndex } from './term-index.js'

/** Where an event stands in a list. */
export type ListKey = Pick<Row<'events'>, 'time_key' | 'report_name' | 'reading' | 'position'>

export interface PageRequest {
  readonly filter: EventFilter
  readonly sort: EventSort
  /** Only readings up to this one count: the store as it was when the list began. */
  readonly upTo: number
  /** Only what stands after this event. */
  readonly after: ListKey | null
  readonly size: number
}

export type ListRow = ListKey & Pick<Row<'events'>, 'json'>

/** Before the first event that no day is told of: their `time_key` comes after every day. */
const beforeUndated: ListKey = { time_key: 'undated', report_name: '', reading: 0, position: -1 }

/** A page of a list: the events of each report's newest reading that fit, in order. */
export async function pageOfEvents(
  db: Kysely<Tables>,
  index: TermIndex,
  request: PageRequest,
): Promise<readonly ListRow[]> {
  const { filter, sort, after, size } = request
  const driver = await driverFor(db, index, filter, sort)
  const page = async (of: PageRequest): Promise<readonly ListRow[]> =>
    (await stretch(index, of, driver).execute(db)).rows
  if (sort !== '-time') return page(request)
  // Backwards, undated events would stand first: they are walked forwards, after the others.
  const amongUndated = after?.time_key === beforeUndated.time_key
  const dated = amongUndated ? [] : await page({ ...request, after: after ?? beforeUndated })
  if (dated.length === size) return dated
  const rest = amongUndated ? after : beforeUndated
  return [...dated, ...(await page({ ...request, sort: 'time', after: rest, size: size - dated.length }))]
}

const columns = {
  time: ['time_key', 'report_name', 'reading', 'position'],
  added: ['reading', 'position'],
} as const

/** The query: keys are found by walking an index in its order from where the last page ended; then come their events. */
export function stretch(
  index: TermIndex,
  { filter, sort, upTo, after, size }: PageRequest,
  driver: Driver,
): RawBuilder<ListRow> {
  const order = columns[sort === 'time' || sort === '-time' ? 'time' : 'added']
  const [beyond, direction] = sort.startsWith('-') ? ['<', 'desc'] : ['>', 'asc']
  const keys = order.map(column =>
    driver.ordered
      ? sql.ref(`driver.${column === 'position' ? 'event' : column}`)
      : sql.ref(`events.${column}`),
  )
  const told = after && sql.join(order.map(column => after[column]))
  const where = [
    ...driver.where,
    // Backwards from an event of the list, all readings are older: to say so would tempt the engine to begin at the newest.
    ...(sort === '-added' && after ? [] : [sql<SqlBool>`events.reading <= ${upTo}`]),
    ...(told ? [sql<SqlBool>`(${sql.join(keys)}) ${sql.raw(beyond)} (${told})`] : []),
    ...conditions(index, filter, driver),
    isNewest('events.reading', upTo),
  ]
  const sorted = (by: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
    sql.join(by.map(column => sql`${column} ${sql.raw(direction)}`))
  return sql<ListRow>`
    select listed.time_key, listed.report_name, listed.reading, listed.position, events.json
    from (
      select events.time_key, events.report_name, events.reading, events.position
      from ${driver.from} where ${sql.join(where, sql` and `)} order by ${sorted(keys)} limit ${size}
    ) as listed
    cross join events where events.reading = listed.reading and events.position = listed.position
    order by ${sorted(order.map(column => sql.ref(`listed.${column}`)))}`
}

/** That no reading up to `upTo` has come after this one of the same report. */
export function isNewest(reading: 'events.reading' | 'readings.seq', upTo: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (select 1 from superseded as replaced
    where replaced.reading = ${sql.ref(reading)} and ${sql.ref('replaced.by')} <= ${upTo})`
}

function conditions(index: TermIndex, filter: EventFilter, driver: Driver): RawBuilder<SqlBool>[] {
  const { kind, status, place, actor, holder, from, to, search } = filter
  const asked: RawBuilder<SqlBool>[] = []
  // What drives the query is not asked again. A column within an expression tempts no engine to another index.
  if (kind !== undefined && driver.by !== 'kind') asked.push(sql`events.kind || '' = ${kind}`)
  if (status !== undefined && driver.by !== 'status') asked.push(sql`events.status || '' = ${status}`)
  const spans = driver.ordered ? 'driver' : 'events'
  if (from !== undefined) asked.push(sql`${sql.ref(`${spans}.last_day`)} >= ${from}`)
  if (to !== undefined) asked.push(sql`${sql.ref(`${spans}.first_day`)} <= ${to}`)
  if (from !== undefined && to !== undefined) asked.push(mayFallWithin(from, to))
  if (place !== undefined && driver.by !== 'place')
    asked.push(sql`(${named('place', place)} or ${inCountry(place)})`)
  if (actor !== undefined && driver.by !== 'actor') asked.push(named('actor', actor))
  if (holder !== undefined && driver.by !== 'holder') asked.push(named('holder', holder))
  if (search !== undefined && driver.by !== 'search') asked.push(toldInWords(index, search))
  return asked
}

const ofEvent = (table: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(`${table}.reading`)} = events.reading and ${sql.ref(`${table}.event`)} = events.position`

const named = (field: EventNameField, words: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select 1 from event_names as named where ${ofEvent('named')}
    and named.field = ${field} and named.name like ${containing(fold(words))} escape '\\')`

const inCountry = (country: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select 1 from event_names as named where ${ofEvent('named')}
    and named.field = 'country' and named.name = ${fold(country)})`

/** That one of the told times allows a day of these; an open end allows everything beyond it. */
const mayFallWithin = (from: string, to: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select 1 from event_times as told where ${ofEvent('told')}
    and (told.latest is null or told.latest >= ${from}) and (told.earliest is null or told.earliest <= ${to}))`

/** That a passage of the event says the words: they are asked of each, since many passages say them where this is asked. */
const toldInWords = (index: TermIndex, words: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select 1 from event_passages as told where ${ofEvent('told')}
    and exists (select 1 from passage_terms where rowid = told.passage and ${index.says(askedFor(words))}))`

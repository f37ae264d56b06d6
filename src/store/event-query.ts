import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { Box } from '../model/box.js'
import type { EventFilter, EventSort } from '../ports.js'
import { type Driver, driverFor, isByUrgency } from './event-drivers.js'
import { containing, fold } from './fold.js'
import { inBox } from './in-box.js'
import { askedFor } from './search-terms.js'
import type { EventNameField, Row, Tables } from './tables.js'
import type { TermIndex } from './term-index.js'

/** A moment of the store: its last reading and the last line of its log. */
export interface Moment {
  readonly reading: number
  readonly line: number
}

/** Where an event stands in a list; how much it waits counts, and is given, only where the list is in that order. */
export const ListKey = z.object({
  time_key: z.string(),
  report_name: z.string(),
  reading: z.int(),
  position: z.int(),
  doubt: z.int(),
  disagreement: z.int(),
})
export type ListKey = z.infer<typeof ListKey>

export interface PageRequest {
  readonly filter: EventFilter
  readonly sort: EventSort
  /** The store as it was when the list began. */
  readonly upTo: Moment
  /** Only what stands after this event. */
  readonly after: ListKey | null
  readonly size: number
  /** Of a record that one reviewer's decisions alone make: the readings that those are on, which are left out. All else is as read. */
  readonly ownReadings?: readonly number[]
}

export type ListRow = ListKey & Pick<Row<'events'>, 'json'>

/** Before the first event that no day is told of: their `time_key` comes after every day. */
const beforeUndated: ListKey = {
  time_key: 'undated',
  report_name: '',
  reading: 0,
  position: -1,
  doubt: 0,
  disagreement: 0,
}

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

/** What each order sorts by, and whether backwards. */
export const orders = {
  time: { columns: ['time_key', 'report_name', 'reading', 'position'], down: false },
  '-time': { columns: ['time_key', 'report_name', 'reading', 'position'], down: true },
  added: { columns: ['reading', 'position'], down: false },
  '-added': { columns: ['reading', 'position'], down: true },
  doubt: { columns: ['doubt', 'reading', 'position'], down: true },
  disagreement: { columns: ['disagreement', 'doubt', 'reading', 'position'], down: true },
} as const satisfies Record<EventSort, { columns: readonly (keyof ListKey)[]; down: boolean }>

/** The query: keys are found by walking an index in its order from where the last page ended; then come their events. */
export function stretch(
  index: TermIndex,
  { filter, sort, upTo, after, size, ownReadings }: PageRequest,
  driver: Driver,
): RawBuilder<ListRow> {
  const { columns: order, down } = orders[sort]
  const [beyond, direction] = down ? ['<', 'desc'] : ['>', 'asc']
  const byUrgency = isByUrgency(sort)
  const walked = byUrgency ? 'urgency' : driver.ordered ? 'driver' : 'events'
  const keys = order.map(column =>
    sql.ref(`${walked}.${column === 'position' && walked !== 'events' ? 'event' : column}`),
  )
  const told = after && sql.join(order.map(column => after[column]))
  const where = [
    ...driver.where,
    ...(byUrgency
      ? [sql<SqlBool>`urgency.reading = events.reading and urgency.event = events.position`]
      : []),
    // Backwards from an event of the list, all readings are older: to say so would tempt the engine to begin at the newest.
    ...(sort === '-added' && after ? [] : [sql<SqlBool>`events.reading <= ${upTo.reading}`]),
    ...(told ? [sql<SqlBool>`(${sql.join(keys)}) ${sql.raw(beyond)} (${told})`] : []),
    ...conditions(index, filter, sort, driver),
    isNewest('events.reading', upTo.reading),
    ...(ownReadings ? asRead(ownReadings) : [isShown(upTo.line)]),
  ]
  const walkedColumns = byUrgency
    ? sql`urgency.reading, urgency.event as position, urgency.doubt, urgency.disagreement`
    : sql`events.reading, events.position, 0 as doubt, 0 as disagreement`
  const from = byUrgency && driver.by !== null ? sql`${driver.from} cross join urgency` : driver.from
  const sorted = (by: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
    sql.join(by.map(column => sql`${column} ${sql.raw(direction)}`))
  return sql<ListRow>`
    select listed.time_key, listed.report_name, listed.reading, listed.position, listed.doubt, listed.disagreement,
      events.json
    from (
      select events.time_key, events.report_name, ${walkedColumns} from ${from} where ${sql.join(where, sql` and `)} order by ${sorted(keys)} limit ${size}
    ) as listed
    cross join events where events.reading = listed.reading and events.position = listed.position
    order by ${sorted(order.map(column => sql.ref(`listed.${column}`)))}`
}

/** That no line of the log up to `upTo` shows this event's row no longer, and none after it shows it first. */
export function isShown(upTo: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (select 1 from shown
    where shown.reading = events.reading and shown.event = events.position
      and (shown.since > ${upTo} or shown.until <= ${upTo}))`
}

/** That an event's row is what was read, of none of these readings: nothing that anybody's decisions made. */
function asRead(without: readonly number[]): RawBuilder<SqlBool>[] {
  const isRead = sql<SqlBool>`not exists (select 1 from shown
    where shown.reading = events.reading and shown.event = events.position and shown.since > 0)`
  // Numbers of rows, written out: they may be more than a statement takes as parameters.
  const isOther = sql<SqlBool>`events.reading not in (${sql.raw(without.join(','))})`
  return without.length > 0 ? [isRead, isOther] : [isRead]
}

/** That no reading up to `upTo` has come after this one of the same report. */
export function isNewest(
  reading: 'events.reading' | 'readings.seq' | 'listed.reading',
  upTo: number,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (select 1 from superseded as replaced
    where replaced.reading = ${sql.ref(reading)} and ${sql.ref('replaced.by')} <= ${upTo})`
}

function conditions(
  index: TermIndex,
  filter: EventFilter,
  sort: EventSort,
  driver: Driver,
): RawBuilder<SqlBool>[] {
  const { kind, status, place, actor, holder, from, to, search, review, box } = filter
  const asked: RawBuilder<SqlBool>[] = []
  // What drives the query is not asked again. A column within an expression tempts no engine to another index.
  if (kind !== undefined && driver.by !== 'kind') asked.push(sql`events.kind || '' = ${kind}`)
  if (status !== undefined && driver.by !== 'status') asked.push(sql`events.status || '' = ${status}`)
  // The span is looked at first where it stands in the index that is walked; elsewhere it lies behind the event's JSON.
  if (!isByUrgency(sort)) {
    const spans = driver.ordered ? 'driver' : 'events'
    if (from !== undefined) asked.push(sql`${sql.ref(`${spans}.last_day`)} >= ${from}`)
    if (to !== undefined) asked.push(sql`${sql.ref(`${spans}.first_day`)} <= ${to}`)
  }
  const isRange = from !== undefined && to !== undefined
  if (isRange || (isByUrgency(sort) && (from ?? to) !== undefined)) asked.push(mayFallWithin(from, to))
  if (place !== undefined && driver.by !== 'place')
    asked.push(sql`(${named('place', place)} or ${isNamed('country', fold(place))})`)
  if (actor !== undefined && driver.by !== 'actor') asked.push(named('actor', actor))
  if (holder !== undefined && driver.by !== 'holder') asked.push(named('holder', holder))
  if (review !== undefined && driver.by !== 'review') asked.push(isNamed('review', review))
  if (box !== undefined && driver.by !== 'box') asked.push(liesIn(box))
  if (search !== undefined && driver.by !== 'search') asked.push(toldInWords(index, search))
  return asked
}

const ofEvent = (table: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(`${table}.reading`)} = events.reading and ${sql.ref(`${table}.event`)} = events.position`

const named = (field: EventNameField, words: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select 1 from event_names as named where ${ofEvent('named')}
    and named.field = ${field} and named.name like ${containing(fold(words))} escape '\\')`

const isNamed = (field: EventNameField, name: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select 1 from event_names as named where ${ofEvent('named')}
    and named.field = ${field} and named.name = ${name})`

const liesIn = (box: Box): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select 1 from event_points as drawn where ${ofEvent('drawn')} and ${inBox('drawn', box, 'walked')})`

/** That one of the told times allows a day of these; an open end allows everything beyond it. */
const mayFallWithin = (from = '', to = '~'): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select 1 from event_times as told where ${ofEvent('told')}
    and (told.latest is null or told.latest >= ${from}) and (told.earliest is null or told.earliest <= ${to}))`

/** That a passage of the event says the words: they are asked of each, since many passages say them where this is asked. */
const toldInWords = (index: TermIndex, words: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select 1 from event_passages as told where ${ofEvent('told')}
    and exists (select 1 from passage_terms where rowid = told.passage and ${index.says(askedFor(words))}))`

import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Box } from '../model/box.js'
import type { EventFilter, EventSort, ReviewState } from '../ports.js'
import { containing, fold } from './fold.js'
import { inBox } from './in-box.js'
import { type Asked, askedFor } from './search-terms.js'
import type { EventNameField, Tables } from './tables.js'
import type { TermIndex } from './term-index.js'

/**
 * What a list is answered from: the index of the one filter that fewest events fit, or the chronicle itself. An engine
 * that knows no numbers would choose by the look of the query, and walk everything for a name that two events bear.
 */
export interface Driver {
  /** The filter that it takes care of, which is then not asked again. */
  readonly by: keyof EventFilter | null
  /** What stands between `from` and `where`: `events`, and before it what is walked to find them. */
  readonly from: RawBuilder<unknown>
  readonly where: readonly RawBuilder<SqlBool>[]
  /** Whether `driver` has the columns of the chronicle, and the days spanned, in an index that stands in its order. */
  readonly ordered: boolean
}

/** A name that fits a filter. */
interface Bearer {
  readonly field: EventNameField
  readonly name: string
}

/** Above this a filter is no longer one that few events fit; counting ends there. */
const few = 20_000
/** So many are sorted within some milliseconds. */
const sortable = 5_000
/** Parts of names that fit more names than this are no help in finding events. */
const mostNames = 2_000

const wholeChronicle: Driver = { by: null, from: sql`events`, where: [], ordered: false }
/** Everything, in the order of how much it waits. */
const wholeQueue: Driver = { ...wholeChronicle, from: sql`urgency cross join events` }

/** Whether a list begins with what waits most for a reviewer. */
export const isByUrgency = (sort: EventSort): sort is 'doubt' | 'disagreement' =>
  sort === 'doubt' || sort === 'disagreement'

/** The driver of a list with this filter in this order. */
export async function driverFor(
  db: Kysely<Tables>,
  index: TermIndex,
  filter: EventFilter,
  sort: EventSort,
): Promise<Driver> {
  if (filter.report !== undefined) return ofReport(filter.report)
  const candidates = [
    await bySearch(db, index, filter.search),
    await byName(db, 'place', filter.place),
    await byName(db, 'actor', filter.actor),
    await byName(db, 'holder', filter.holder),
    await byColumn(db, 'kind', filter.kind),
    await byColumn(db, 'status', filter.status),
    await byReview(db, filter.review),
    await byBox(db, filter.box, sort),
  ].filter(candidate => candidate !== null)
  const [best] = candidates.toSorted((a, b) => a.events - b.events)
  // In another order than its own, an index that many events stand in would have to be sorted as a whole.
  const isLong = best && best.events > few && !sort.endsWith('time')
  if (best && !isLong) return best.driver
  return isByUrgency(sort) ? wholeQueue : wholeChronicle
}

/** What its readings tell, and what other reports tell first and it too. */
function ofReport(report: string): Driver {
  const named = (column: 'seq' | 'report') =>
    sql`(select ${sql.ref(column)} from readings where name = ${fold(report)}
      union select ${sql.ref(column)} from readings where report = ${report})`
  const found = sql`(select reading, position as event from events where reading in ${named('seq')}
    union select reading, event from event_names where field = 'report' and name in ${named('report')})`
  return { by: 'report', from: sql`${found} as driver cross join events`, where: theEvent, ordered: false }
}

type Candidate = { readonly events: number; readonly driver: Driver } | null

async function byColumn(
  db: Kysely<Tables>,
  column: 'kind' | 'status',
  value: string | undefined,
): Promise<Candidate> {
  if (value === undefined) return null
  const where = sql<SqlBool>`${sql.ref(`events.${column}`)} = ${value}`
  const events = await countUpTo(db, few, sql`events where ${where}`)
  return { events, driver: { by: column, from: sql`events`, where: [where], ordered: false } }
}

async function byName(
  db: Kysely<Tables>,
  field: 'place' | 'actor' | 'holder',
  words: string | undefined,
): Promise<Candidate> {
  if (words === undefined) return null
  const bearers = await bearersOf(db, field, words)
  const [only] = bearers
  if (!only) return { events: 0, driver: { ...wholeChronicle, by: field, where: [sql<SqlBool>`1 = 0`] } }
  if (bearers.length === 1) return byBearer(db, field, only)
  if (bearers.length > mostNames) return null
  const events = await countUpTo(db, sortable, sql`event_names where ${borneBy(bearers)}`)
  if (events > sortable) return null
  const found = sql`(select distinct reading, event from event_names where ${borneBy(bearers)})`
  return {
    events,
    driver: { by: field, from: sql`${found} as driver cross join events`, where: theEvent, ordered: false },
  }
}

/** An event has one state of review, so that each state is as a name that one bearer has. */
async function byReview(db: Kysely<Tables>, state: ReviewState | undefined): Promise<Candidate> {
  return state === undefined ? null : byBearer(db, 'review', { field: 'review', name: state })
}

async function byBearer(db: Kysely<Tables>, by: Driver['by'], { field, name }: Bearer): Promise<Candidate> {
  const borne = sql<SqlBool>`driver.field = ${field} and driver.name = ${name}`
  const events = await countUpTo(db, few, sql`event_names as driver where ${borne}`)
  const from = sql`event_names as driver cross join events`
  return { events, driver: { by, from, where: [borne, ...theEvent], ordered: true } }
}

/**
 * What lies in a small box is found by its latitude, and sorted; of a larger one, all points are walked in the order of the list. In
 * order of how much they wait, points do not stand.
 */
async function byBox(db: Kysely<Tables>, box: Box | undefined, sort: EventSort): Promise<Candidate> {
  if (box === undefined) return null
  const events = await countUpTo(db, few, sql`event_points where ${inBox('event_points', box, 'found')}`)
  return { events, driver: events > sortable && !isByUrgency(sort) ? walkedBox(box) : foundInBox(box) }
}

const foundInBox = (box: Box): Driver => {
  const found = sql`(select reading, event from event_points where ${inBox('event_points', box, 'found')})`
  return { by: 'box', from: sql`${found} as driver cross join events`, where: theEvent, ordered: false }
}

/** All points in the order of the chronicle, of which those in the box are let through. */
export const walkedBox = (box: Box): Driver => ({
  by: 'box',
  from: sql`event_points as driver cross join events`,
  where: [inBox('driver', box, 'walked'), ...theEvent],
  ordered: true,
})

const theEvent = [sql<SqlBool>`events.reading = driver.reading and events.position = driver.event`]

/** The names that fit: those with the words in them and, of places, the country of that code. */
async function bearersOf(db: Kysely<Tables>, field: EventNameField, words: string): Promise<Bearer[]> {
  const { rows } = await sql<Bearer>`
    select field, name from names
    where field = ${field} and name like ${containing(fold(words))} escape '\\'
      or ${field} = 'place' and field = 'country' and name = ${fold(words)}
    limit ${mostNames + 1}`.execute(db)
  return rows
}

function borneBy(bearers: readonly Bearer[]): RawBuilder<SqlBool> {
  const fields = [...new Set(bearers.map(({ field }) => field))]
  const either = fields.map(field => {
    const names = bearers.filter(one => one.field === field).map(({ name }) => name)
    return sql<SqlBool>`(field = ${field} and name in (${sql.join(names)}))`
  })
  return sql<SqlBool>`(${sql.join(either, sql` or `)})`
}

async function bySearch(db: Kysely<Tables>, index: TermIndex, words: string | undefined): Promise<Candidate> {
  if (words === undefined) return null
  const asked = askedFor(words)
  if (asked.length === 0)
    return { events: 0, driver: { ...wholeChronicle, by: 'search', where: [sql<SqlBool>`1 = 0`] } }
  const passages = await countUpTo(db, sortable, sql`passage_terms where ${index.says(asked)}`)
  if (passages > sortable) return null
  const found = sql`(select distinct reading, event from event_passages where ${inPassages(index, asked)})`
  const from = sql`${found} as driver cross join events`
  return { events: passages, driver: { by: 'search', from, where: theEvent, ordered: false } }
}

/** That a row of `event_passages` is of a passage that says all that is asked for. */
const inPassages = (index: TermIndex, asked: readonly Asked[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`passage in (select rowid from passage_terms where ${index.says(asked)})`

/** How many rows there are, or one more than `most`. */
async function countUpTo(db: Kysely<Tables>, most: number, of: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ found: number }>`
    select count(*) as found from (select 1 from ${of} limit ${most + 1}) as counted`.execute(db)
  return rows[0]?.found ?? 0
}

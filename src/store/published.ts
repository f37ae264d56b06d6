import type { Kysely } from 'kysely'
import type { RecordedEvent } from '../model/recorded.js'
import type { ReviewRules } from '../ports.js'
import { sha256 } from '../text/ids.js'
import { damaged } from './damaged.js'
import { type Edition, editionOf, editionText, occurrenceOf } from './edition.js'
import { type Joined, joinedTo } from './joined-reports.js'
import { insertEvents } from './keep.js'
import { relistReadings } from './listed-reports.js'
import { eventPassages, inBatches } from './passages.js'
import { quotesIn } from './quotes.js'
import { quoteFaults } from './reading-faults.js'
import { eventRows } from './rows.js'
import type { Row, Tables } from './tables.js'

/** The published record of reports as it should be, beside what is shown of them. */
export interface Comparison {
  readonly joined: Joined
  /** Occurrences that are not shown. */
  readonly missing: readonly Edition[]
  /** Rows of events that are shown and are none. */
  readonly surplus: readonly Pick<Row<'events'>, 'reading' | 'position' | 'id'>[]
  readonly loose: readonly Row<'loose_reviews'>[]
}

/** Whether decisions bear on a report. */
export async function isReviewed(db: Kysely<Tables>, report: string): Promise<boolean> {
  const row = await db
    .selectFrom('review_subjects')
    .select('review')
    .where('subject', '=', report)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Folds the decisions on reports, and on what they join to those, and compares what is shown of them. */
export async function compareRecord(
  db: Kysely<Tables>,
  rules: ReviewRules,
  reports: readonly string[],
): Promise<Comparison> {
  const joined = await joinedTo(db, reports)
  const { occurrences, loose } = rules.fold(joined.readings, joined.reviews)
  const wanted = new Map(
    occurrences.map(({ tellings }) => {
      const told = (event: RecordedEvent) => ({ reading: numberOf(joined, event.report), event })
      const [first, ...rest] = tellings
      const edition: Edition = [told(first), ...rest.map(told)]
      return [`${edition[0].reading} ${editionText(edition)}`, edition] as const
    }),
  )
  const surplus: Comparison['surplus'][number][] = []
  for (const row of await shownRows(db, [...joined.numbers.values()])) {
    if (!wanted.delete(`${row.reading} ${editionText(editionOf(row))}`)) surplus.push(row)
  }
  return { joined, missing: [...wanted.values()], surplus, loose: looseRows(joined, loose) }
}

/** The number of a report's newest reading. */
export function numberOf({ numbers }: Joined, report: Joined['readings'][number]['report']['id']): number {
  const number = numbers.get(report)
  if (number === undefined) throw damaged(report, 'events say that they are of it, and are of another')
  return number
}

/** The rows of events that are shown of readings by now. */
async function shownRows(db: Kysely<Tables>, readings: readonly number[]) {
  if (readings.length === 0) return []
  return db
    .selectFrom('events')
    .leftJoin('shown', join =>
      join.onRef('shown.reading', '=', 'events.reading').onRef('shown.event', '=', 'events.position'),
    )
    .select(['events.reading', 'events.position', 'events.id', 'events.json'])
    .where('events.reading', 'in', readings)
    .where('shown.until', 'is', null)
    .execute()
}

function looseRows(
  { reviewNumbers }: Joined,
  loose: ReturnType<ReviewRules['fold']>['loose'],
): Row<'loose_reviews'>[] {
  const told = new Map<number, number>()
  return loose.map(({ review: id, event, because }) => {
    const review = reviewNumbers.get(id)
    if (review === undefined)
      throw new Error(`invariant broken: the fold tells of ${id}, which it was not given`)
    const position = told.get(review) ?? 0
    told.set(review, position + 1)
    return { review, position, event, because }
  })
}

/**
 * Makes the published record of reports anew, as their readings and all decisions now have it: from this line of the log on. What
 * is shown and stays as it was is left alone. In a transaction that alone adds to the record.
 */
export async function publish(
  tx: Kysely<Tables>,
  rules: ReviewRules,
  reports: readonly string[],
  line: number,
): Promise<Comparison> {
  const comparison = await compareRecord(tx, rules, reports)
  const { joined, missing: editions, surplus, loose } = comparison
  for (const row of surplus) await hide(tx, row, line)
  for (const edition of editions) await addEdition(tx, rules, joined, edition, line)
  await relistReadings(tx, [...joined.numbers.values()], line)
  const numbers = [...joined.reviewNumbers.values()]
  if (numbers.length > 0) await tx.deleteFrom('loose_reviews').where('review', 'in', numbers).execute()
  await inBatches(loose, rows => tx.insertInto('loose_reviews').values(rows).execute())
  return comparison
}

/** An edition's row says until when it is shown; of an event as it was read, there is none yet. */
async function hide(
  tx: Kysely<Tables>,
  { reading, position: event }: Comparison['surplus'][number],
  until: number,
): Promise<void> {
  await tx
    .insertInto('shown')
    .values({ reading, event, since: 0, until, sha256: null })
    .onConflict(conflict => conflict.columns(['reading', 'event']).doUpdateSet({ until }))
    .execute()
}

async function addEdition(
  tx: Kysely<Tables>,
  rules: ReviewRules,
  { readings }: Joined,
  edition: Edition,
  since: number,
): Promise<void> {
  const bodies = new Map(readings.map(({ report }) => [report.id, report]))
  for (const { event } of edition) {
    for (const { id, message } of quoteFaults(event.id, event, bodies.get(event.report)?.body ?? '')) {
      throw new Error(`invariant broken: what decisions make of ${id} does not hold together: ${message}`)
    }
  }
  const [{ reading, event: first }] = edition
  const report_name = bodies.get(first.report)?.name ?? ''
  const position = await nextPosition(tx, reading)
  const json = editionText(edition)
  const at = { reading, position, report_name, json }
  await insertEvents(tx, eventRows(at, occurrenceOf(edition, true), rules.urgency))
  await inBatches(otherIds(edition, position), rows => tx.insertInto('other_ids').values(rows).execute())
  const passages = await passagesOf(tx, edition, position)
  await inBatches(passages, rows => tx.insertInto('event_passages').values(rows).execute())
  const shown = { reading, event: position, since, until: null, sha256: sha256(json) }
  await tx.insertInto('shown').values(shown).execute()
}

async function nextPosition(tx: Kysely<Tables>, reading: number): Promise<number> {
  const last = await tx
    .selectFrom('events')
    .select(eb => eb.fn.max<number | null>('position').as('position'))
    .where('reading', '=', reading)
    .executeTakeFirst()
  return (last?.position ?? -1) + 1
}

/** Under which other ids an edition is found, each once. */
export function otherIds(edition: Edition, event: number): Row<'other_ids'>[] {
  const [{ reading, event: first }, ...rest] = edition
  const ids = [...first.formerly, ...rest.flatMap(({ event: { id, formerly } }) => [id, ...formerly])]
  return [...new Set(ids)].filter(id => id !== first.id).map(id => ({ id, reading, event }))
}

/** The passages, of the texts of all its tellings, that a quote of an edition begins in. */
export async function passagesOf(
  db: Kysely<Tables>,
  edition: Edition,
  event: number,
): Promise<Row<'event_passages'>[]> {
  const [{ reading: seq }] = edition
  const found: Row<'event_passages'>[] = []
  for (const telling of edition) {
    const passages = await db
      .selectFrom('passages')
      .innerJoin('readings', 'readings.body', 'passages.body')
      .select(['passages.id', 'start_offset', 'end_offset'])
      .where('readings.seq', '=', telling.reading)
      .execute()
    const quotes = quotesIn(telling.event).map(({ quote }) => ({ event, start: quote.start }))
    found.push(...eventPassages({ seq, quotes }, passages))
  }
  return [...new Map(found.map(row => [row.passage, row])).values()]
}

import { type Kysely, sql } from 'kysely'
import type { Review } from '../model/review.js'
import type { EventFilter, ReviewRules } from '../ports.js'
import { type Edition, editionText, occurrenceOf } from './edition.js'
import type { Engine } from './engine.js'
import type { ListRow, PageRequest } from './event-query.js'
import { pageOfEvents } from './event-query.js'
import { compareListed, fitsFilter, type Known, type Unkept } from './fits-filter.js'
import { fold } from './fold.js'
import { type Joined, joinedTo } from './joined-reports.js'
import { eventPassages } from './passages.js'
import { numberOf } from './published.js'
import { quotesIn } from './quotes.js'
import { subjectRows } from './review-rows.js'
import { type EventRows, eventRows } from './rows.js'
import { askedFor } from './search-terms.js'
import type { Row, Tables } from './tables.js'

/**
 * What the decisions of one reviewer alone make of the reports that they are on. All other reports are as they were read, whatever
 * others decided on them: of those the tables have it.
 */
export interface OwnRecord {
  /** The last decision of anybody, and the last reading, that were looked at. */
  readonly upTo: { readonly review: number; readonly reading: number }
  /** By the report that tells it first. A report that is decided on and tells nothing has no entries. */
  readonly told: ReadonlyMap<string, readonly Told[]>
  /** The readings of all reports that are decided on, the newest last: a list that began before it came has the one before. */
  readonly readings: ReadonlyMap<string, readonly number[]>
  /** Reports that are decided on and not kept here: decisions of another machine may name them. */
  readonly awaited: ReadonlySet<string>
}

const nothingOwn: OwnRecord = {
  upTo: { review: 0, reading: 0 },
  told: new Map(),
  readings: new Map(),
  awaited: new Set(),
}

/** So many reviewers' records are held: whoever asked last. */
const mostHeld = 8

/** Reports folded at a time: what is held in memory with all decisions on it. */
const reportsAtOnce = 50

/** An occurrence with its row in lists. */
interface Told extends Unkept {
  readonly row: ListRow
}

/** The own records of the reviewers that were asked for last: each is made once, and then follows what is kept. */
export class OwnRecords {
  readonly #made = new Map<string, Promise<OwnRecord>>()
  readonly #db: Kysely<Tables>
  readonly #rules: ReviewRules

  constructor(db: Kysely<Tables>, rules: ReviewRules) {
    this.#db = db
    this.#rules = rules
  }

  /** As it is now. */
  of(reviewer: string): Promise<OwnRecord> {
    const before = (this.#made.get(reviewer) ?? Promise.resolve(nothingOwn)).catch(() => nothingOwn)
    const now = before.then(own => ownRecordNow(this.#db, this.#rules, reviewer, own))
    this.#made.delete(reviewer)
    this.#made.set(reviewer, now)
    for (const old of [...this.#made.keys()].slice(0, -mostHeld)) this.#made.delete(old)
    return now
  }
}

/** Brings it up to what is kept now: only reports that the reviewer decided on since, or that were read again, are folded anew. */
async function ownRecordNow(
  db: Kysely<Tables>,
  rules: ReviewRules,
  reviewer: string,
  before: OwnRecord,
): Promise<OwnRecord> {
  const upTo = await lastOf(db)
  if (upTo.review === before.upTo.review && upTo.reading === before.upTo.reading) return before
  const changed = await changedSince(db, reviewer, before)
  const [told, readings, awaited] = [new Map(before.told), new Map(before.readings), new Set(before.awaited)]
  while (changed.size > 0) {
    const some = [...changed].slice(0, reportsAtOnce)
    const joined = await joinedTo(db, some, reviewer)
    for (const report of some) {
      changed.delete(report)
      awaited.add(report)
    }
    for (const [report, reading] of joined.numbers) {
      changed.delete(report)
      awaited.delete(report)
      told.delete(report)
      readings.set(report, [...new Set([...(readings.get(report) ?? []), reading])])
    }
    for (const [report, entries] of await toldIn(db, rules, joined)) told.set(report, entries)
  }
  return { upTo, told, readings, awaited }
}

async function lastOf(db: Kysely<Tables>): Promise<OwnRecord['upTo']> {
  const last = (table: 'reviews' | 'readings') =>
    sql<number>`coalesce((select max(seq) from ${sql.table(table)}), 0)`
  return db
    .selectNoFrom([last('reviews').as('review'), last('readings').as('reading')])
    .executeTakeFirstOrThrow()
}

/** The reports that the reviewer decided on since, and those of their reports that were read since. */
async function changedSince(
  db: Kysely<Tables>,
  reviewer: string,
  { upTo, readings, awaited }: OwnRecord,
): Promise<Set<string>> {
  const decided = await db
    .selectFrom('reviews')
    .innerJoin('review_subjects', 'review_subjects.review', 'reviews.seq')
    .select('subject')
    .distinct()
    .where('reviews.seq', '>', upTo.review)
    .where('reviewer', '=', reviewer)
    .where('subject', 'like', 'report:%')
    .execute()
  const read = await db.selectFrom('readings').select('report').where('seq', '>', upTo.reading).execute()
  return new Set([
    ...decided.map(({ subject }) => subject),
    ...read.map(({ report }) => report).filter(report => readings.has(report) || awaited.has(report)),
  ])
}

/** Folds, and gives each occurrence the rows that it would have if it were published. */
async function toldIn(
  db: Kysely<Tables>,
  rules: ReviewRules,
  joined: Joined,
): Promise<Map<string, readonly Told[]>> {
  const { readings, reviews, numbers } = joined
  const passages = await passagesOf(db, [...numbers.values()])
  const reports = new Map(readings.map(reading => [reading.report.id as string, reading]))
  const lastOn = lastDecisions(joined)
  const editions = rules.fold(readings, reviews).occurrences.map(({ tellings: [first, ...rest] }) => {
    const told = (event: Edition[number]['event']) => ({ reading: numberOf(joined, event.report), event })
    const edition: Edition = [told(first), ...rest.map(told)]
    const ids = edition.flatMap(({ event: { id, formerly } }) => [id, ...formerly])
    return { edition, decided: Math.max(0, ...ids.map(id => lastOn.get(id) ?? 0)) }
  })
  // Those that were decided on stand after the others, in the order in which they last were.
  const inOrder = editions.toSorted((a, b) => a.decided - b.decided)
  const found = new Map<string, Told[]>()
  for (const [position, { edition, decided }] of inOrder.entries()) {
    const [{ reading, event: first }] = edition
    const read = reports.get(first.report)
    const report_name = read?.report.name ?? ''
    const told = decided === 0 ? (read?.events.findIndex(({ id }) => id === first.id) ?? -1) : -1
    // What decisions made stands after all that was read, also of itself before.
    const place = told >= 0 ? told : (read?.events.length ?? 0) + position
    const at = { reading, position: place, report_name, json: editionText(edition) }
    const rows = eventRows(at, occurrenceOf(edition, true), rules.urgency)
    const entry = { ...rows, row: listRow(rows), passages: toldInPassages(edition, passages) }
    found.set(first.report, [...(found.get(first.report) ?? []), entry])
  }
  return found
}

/** By the ids of events: the number of the last decision on each that makes anything of it. */
function lastDecisions({ reviews, reviewNumbers }: Joined): Map<string, number> {
  const last = new Map<string, number>()
  const byId = new Map<string, Review>(reviews.map(review => [review.id, review]))
  for (const review of reviews) {
    const seq = reviewNumbers.get(review.id) ?? 0
    let made: Review | undefined = review
    while (made?.decision.kind === 'undo') made = byId.get(made.decision.review)
    if (!made || made.decision.kind === 'note') continue
    for (const { subject } of subjectRows(made, seq)) last.set(subject, seq)
  }
  return last
}

type Passage = Pick<Row<'passages'>, 'id' | 'start_offset' | 'end_offset'>

/** The passages of readings, by the readings' numbers. */
async function passagesOf(
  db: Kysely<Tables>,
  readings: readonly number[],
): Promise<ReadonlyMap<number, Passage[]>> {
  if (readings.length === 0) return new Map()
  const rows = await db
    .selectFrom('passages')
    .innerJoin('readings', 'readings.body', 'passages.body')
    .select(['readings.seq as reading', 'passages.id', 'start_offset', 'end_offset'])
    .where('readings.seq', 'in', readings)
    .execute()
  const found = new Map<number, Passage[]>()
  for (const row of rows) found.set(row.reading, [...(found.get(row.reading) ?? []), row])
  return found
}

function toldInPassages(edition: Edition, passages: ReadonlyMap<number, Passage[]>): ReadonlySet<number> {
  return new Set(
    edition.flatMap(({ reading: seq, event }) => {
      const quotes = quotesIn(event).map(({ quote: { start } }) => ({ event: 0, start }))
      return eventPassages({ seq, quotes }, passages.get(seq) ?? []).map(({ passage }) => passage)
    }),
  )
}

/** A page of the list of an own record: what the reviewer decided on, among all else as it was read. */
export async function pageOfOwn(
  { db, index }: Pick<Engine, 'db' | 'index'>,
  own: OwnRecord,
  request: PageRequest,
): Promise<readonly ListRow[]> {
  const { filter, sort, after, size } = request
  const known = await knownFor({ db, index }, filter)
  const order = compareListed(sort)
  const told = [...own.told.values()]
    .flat()
    .filter(one => (after === null || order(one.row, after) > 0) && fitsFilter(one, filter, known))
    .map(({ row }) => row)
    .sort(order)
    .slice(0, size)
  const others = await pageOfEvents(db, index, { ...request, ownReadings: [...own.readings.values()].flat() })
  return [...told, ...others].sort(order).slice(0, size)
}

function listRow({ events: [event], urgency: [waits] }: EventRows): ListRow {
  if (!event || !waits)
    throw new Error('invariant broken: an occurrence has a row of events and one of urgency')
  const { time_key, report_name, reading, position, json } = event
  return {
    time_key,
    report_name,
    reading,
    position,
    json,
    doubt: waits.doubt,
    disagreement: waits.disagreement,
  }
}

async function knownFor(
  { db, index }: Pick<Engine, 'db' | 'index'>,
  { report, search }: EventFilter,
): Promise<Known> {
  const named =
    report === undefined
      ? []
      : await db
          .selectFrom('readings')
          .select(['seq', 'report'])
          .where(eb => eb.or([eb('name', '=', fold(report)), eb('report', '=', report)]))
          .execute()
  const asked = search === undefined ? [] : askedFor(search)
  const saying =
    asked.length === 0
      ? []
      : (
          await sql<{ passage: number }>`
            select rowid as passage from passage_terms where ${index.says(asked)}`.execute(db)
        ).rows
  return {
    reports: new Set(named.map(one => one.report)),
    readings: new Set(named.map(({ seq }) => seq)),
    saying: new Set(saying.map(({ passage }) => passage)),
  }
}

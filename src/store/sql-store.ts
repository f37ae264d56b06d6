import { type Kysely, sql } from 'kysely'
import type { EventId } from '../model/event.js'
import type { Reading } from '../model/reading.js'
import type { ReportId } from '../model/report.js'
import type { Review } from '../model/review.js'
import type { Snapshot } from '../model/snapshot.js'
import {
  type ActorRow,
  type Clock,
  type EventFilter,
  type EventPage,
  eventSorts,
  everyPage,
  type FoundEvent,
  type FoundPassage,
  type IntegrityFault,
  type KeptLooseReview,
  type KeptReport,
  type LogLine,
  type PageOptions,
  type RecordLists,
  type ReportFilter,
  type ReportPage,
  type ReportPageOptions,
  type ReportSort,
  type ReportsBeside,
  type Reviewed,
  type ReviewRules,
  type Store,
  type StoredEvent,
} from '../ports.js'
import { appendReview } from './append-review.js'
import { countAll } from './counts.js'
import { cursorsOf } from './cursor.js'
import { appendLines } from './custody.js'
import type { Engine } from './engine.js'
import { ListKey, type ListRow, type Moment, type PageRequest, pageOfEvents } from './event-query.js'
import { findEvents, readingOf } from './find-event.js'
import { joinedTo } from './joined-reports.js'
import { keepReading, sound } from './keep.js'
import { keptReports } from './kept-reports.js'
import { loadEvents, loadReading } from './load.js'
import { OwnRecords, pageOfOwn } from './own-record.js'
import { isReviewed, publish } from './published.js'
import { requireSameRules } from './published-by.js'
import { pageOfReports, reportsBeside } from './report-query.js'
import { allReviews, looseReviews, reviewsNamed, reviewsOf } from './reviews.js'
import { searchPassages } from './search.js'
import type { Tables } from './tables.js'
import { verifyAll } from './verify.js'
import { walk } from './walk.js'

/** Events fetched at a time: what a stream holds in memory, with their reports. */
const pageSize = 200
const largestPage = 1_000

const cursors = cursorsOf(eventSorts, ListKey)

/** Whom and when the log of custody names. */
export interface Custodian {
  readonly who: string
  readonly clock: Clock
}

/** The Store over the SQL that SQLite and PostgreSQL share. */
export class SqlStore implements Store {
  readonly #db: Kysely<Tables>
  readonly #engine: Engine
  readonly #rules: ReviewRules
  readonly #by: Custodian
  readonly #owns: OwnRecords

  constructor(engine: Engine, rules: ReviewRules, by: Custodian) {
    this.#rules = rules
    this.#db = engine.db
    this.#engine = engine
    this.#by = by
    this.#owns = new OwnRecords(engine.db, rules)
  }

  async has(reading: Reading['id']): Promise<boolean> {
    const row = await this.#db
      .selectFrom('readings')
      .select('seq')
      .where('id', '=', reading)
      .executeTakeFirst()
    return row !== undefined
  }

  async save(snapshot: Snapshot, given: Reading): Promise<boolean> {
    const reading = sound(snapshot, given)
    return this.#adding(async tx => {
      const { index } = this.#engine
      const kept = await keepReading(tx, { index, urgency: this.#rules.urgency }, snapshot, reading)
      const line = (await appendLines(tx, kept.entries, this.#line())).at(-1)
      if (line?.what === 'reading' && (await isReviewed(tx, reading.report.id))) {
        await publish(tx, this.#rules, [reading.report.id], line.seq)
      }
      return kept.added
    })
  }

  events(filter: EventFilter): AsyncIterable<StoredEvent> {
    return allOf(options => this.page(filter, options))
  }

  page(filter: EventFilter, options: PageOptions = {}): Promise<EventPage> {
    return this.#page(filter, options, request => pageOfEvents(this.#db, this.#engine.index, request))
  }

  own(reviewer: string): RecordLists {
    const page = (filter: EventFilter, options: PageOptions = {}) =>
      this.#page(filter, options, async request =>
        pageOfOwn(this.#engine, await this.#owns.of(reviewer), request),
      )
    return { page, events: filter => allOf(options => page(filter, options)) }
  }

  async reportsNamed(name: string): Promise<readonly KeptReport[]> {
    return keptReports(this.#db, name, (await this.#now()).reading)
  }

  async reports(filter: ReportFilter, options: ReportPageOptions = {}): Promise<ReportPage> {
    if (options.limit !== undefined) requirePage(options.limit)
    return pageOfReports(this.#db, filter, options, () => this.#now())
  }

  async reportsBeside(
    report: ReportId,
    filter: ReportFilter,
    sort: ReportSort = '-published',
  ): Promise<ReportsBeside> {
    return reportsBeside(this.#db, report, filter, sort, await this.#now())
  }

  async *search(words: string): AsyncIterable<FoundPassage> {
    yield* searchPassages(this.#db, this.#engine.index, words, (await this.#now()).reading)
  }

  async event(idOrPrefix: string): Promise<readonly FoundEvent[]> {
    const digits = idOrPrefix.toLowerCase().replace(/^event:/, '')
    return /^[0-9a-f]{1,16}$/.test(digits) ? findEvents(this.#db, digits, await this.#now()) : []
  }

  async reading(event: EventId): Promise<Reading | null> {
    const seq = await readingOf(this.#db, event, await this.#now())
    return seq === null ? null : loadReading(this.#db, seq)
  }

  appendReview(review: Review): Promise<boolean> {
    return this.#adding(tx => appendReview(tx, this.#rules, review, this.#line(review.reviewer)))
  }

  reviews(event: EventId): Promise<readonly Review[]> {
    return reviewsOf(this.#db, event)
  }

  reviewsNamed(idOrPrefix: string): Promise<readonly Review[]> {
    return reviewsNamed(this.#db, idOrPrefix)
  }

  allReviews(after?: Review['id']): AsyncIterable<Review> {
    return allReviews(this.#db, after)
  }

  async reviewers(): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('reviews')
      .select('reviewer')
      .distinct()
      .orderBy('reviewer')
      .execute()
    return rows.map(({ reviewer }) => reviewer)
  }

  looseReviews(): AsyncIterable<KeptLooseReview> {
    return looseReviews(this.#db)
  }

  async reviewable(...reports: readonly [ReportId, ...ReportId[]]): Promise<Reviewed> {
    const { readings, reviews } = await joinedTo(this.#db, reports)
    return { readings, reviews }
  }

  async addActors(rows: readonly ActorRow[]): Promise<void> {
    await this.#db.transaction().execute(async tx => {
      for (const row of rows) {
        const { id, ...cells } = row
        await tx
          .insertInto('own_actors')
          .values(row)
          .onConflict(conflict => conflict.column('id').doUpdateSet(cells))
          .execute()
      }
    })
  }

  async actors(): Promise<readonly ActorRow[]> {
    return this.#db.selectFrom('own_actors').selectAll().orderBy('id').execute()
  }

  async counts(): ReturnType<Store['counts']> {
    return countAll(this.#db, await this.#now())
  }

  async moment(): Promise<string> {
    const { reading, line } = await this.#now()
    return `${reading}-${line}`
  }

  async logExport({ subject, digest }: Pick<LogLine, 'subject' | 'digest'>): Promise<LogLine> {
    const [line] = await this.#adding(tx =>
      appendLines(tx, [{ what: 'export', subject, digest }], this.#line()),
    )
    if (!line) throw new Error('invariant broken: a line that was appended is not there')
    return line
  }

  log(after = 0): AsyncIterable<LogLine> {
    const lines = (seq: number) =>
      this.#db.selectFrom('log').selectAll().where('seq', '>', seq).orderBy('seq')
    return walk(after, lines, ({ seq }) => seq, 500)
  }

  verify(anchor?: string): AsyncIterable<IntegrityFault> {
    return verifyAll(this.#engine, this.#rules, anchor)
  }

  async #page(
    filter: EventFilter,
    { sort = 'time', after = null, limit = 50 }: PageOptions,
    listed: (request: PageRequest) => Promise<readonly ListRow[]>,
  ): Promise<EventPage> {
    requirePage(limit)
    const from = after === null ? null : cursors.read(after, sort)
    const upTo = from?.upTo ?? (await this.#now())
    // One more is asked for than is given: whether a page follows is known, and the last page is never an empty one.
    const rows = await listed({ filter, sort, upTo, after: from?.after ?? null, size: limit + 1 })
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      events: await loadEvents(this.#db, page),
      next: last && rows.length > limit ? cursors.write({ sort, upTo, after: last }) : null,
    }
  }

  async close(): Promise<void> {
    await this.#db.destroy()
  }

  /** A transaction that adds to the record: done when it returns, or not at all. */
  #adding<T>(work: (tx: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.#db.transaction().execute(async tx => {
      await this.#engine.lock(tx)
      await requireSameRules(tx, this.#rules)
      return work(tx)
    })
  }

  #line(who = this.#by.who): Pick<LogLine, 'at' | 'who'> {
    return { at: this.#by.clock.now(), who }
  }

  /** Asked in one, so that no line is newer than its reading. */
  async #now(): Promise<Moment> {
    const last = (table: 'readings' | 'log') =>
      sql<number>`coalesce((select max(seq) from ${sql.table(table)}), 0)`
    return this.#db
      .selectNoFrom([last('readings').as('reading'), last('log').as('line')])
      .executeTakeFirstOrThrow()
  }
}

function requirePage(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= largestPage) return
  throw new RangeError(`a page has 1 to ${largestPage} rows, not ${limit}`)
}

/** What follows page by page. */
async function* allOf(page: (options: PageOptions) => Promise<EventPage>): AsyncGenerator<StoredEvent> {
  for await (const { events } of everyPage(after => page({ after, limit: pageSize }))) yield* events
}

import { type Kysely, sql } from 'kysely'
import type { EventId } from '../model/event.js'
import type { Reading } from '../model/reading.js'
import type { ReportId } from '../model/report.js'
import { Review } from '../model/review.js'
import type { Snapshot } from '../model/snapshot.js'
import type {
  ActorRow,
  Clock,
  EventFilter,
  EventPage,
  FoundEvent,
  FoundPassage,
  IntegrityFault,
  KeptLooseReview,
  KeptReport,
  LogLine,
  PageOptions,
  Reviewed,
  ReviewRules,
  Store,
  StoredEvent,
} from '../ports.js'
import { readCursor, writeCursor } from './cursor.js'
import { appendLines } from './custody.js'
import type { Engine } from './engine.js'
import { isNewest, pageOfEvents } from './event-query.js'
import { keepReading, sound } from './keep.js'
import { keptReports } from './kept-reports.js'
import { intact, loadEvents, loadReading } from './load.js'
import { reviewRow } from './rows.js'
import { searchPassages } from './search.js'
import { StoreError } from './store-error.js'
import { parseStored } from './stored-json.js'
import type { Tables } from './tables.js'
import { verifyAll } from './verify.js'
import { walk } from './walk.js'

/** Events fetched at a time: what a stream holds in memory, with their reports. */
const pageSize = 200
const largestPage = 1_000

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

  constructor(engine: Engine, rules: ReviewRules, by: Custodian) {
    this.#rules = rules
    this.#db = engine.db
    this.#engine = engine
    this.#by = by
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
      const kept = await keepReading(tx, this.#engine.index, snapshot, reading)
      await appendLines(tx, kept.entries, this.#line())
      return kept.added
    })
  }

  async *events(filter: EventFilter): AsyncIterable<StoredEvent> {
    let after: string | null = null
    do {
      const page: EventPage = await this.page(filter, { after, limit: pageSize })
      yield* page.events
      after = page.next
    } while (after)
  }

  async page(filter: EventFilter, options: PageOptions = {}): Promise<EventPage> {
    const { sort = 'time', after = null, limit = 50 } = options
    if (!Number.isInteger(limit) || limit < 1 || limit > largestPage) {
      throw new RangeError(`a page has 1 to ${largestPage} events, not ${limit}`)
    }
    const from = after === null ? null : readCursor(after, sort)
    const upTo = from?.upTo ?? (await this.#lastReading())
    // One more is asked for than is given: whether a page follows is known, and the last page is never an empty one.
    const request = { filter, sort, upTo, after: from?.after ?? null, size: limit + 1 }
    const rows = await pageOfEvents(this.#db, this.#engine.index, request)
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      events: await loadEvents(this.#db, page),
      next: last && rows.length > limit ? writeCursor({ sort, upTo, after: last }) : null,
    }
  }

  async reportsNamed(name: string): Promise<readonly KeptReport[]> {
    return keptReports(this.#db, name, await this.#lastReading())
  }

  async *search(words: string): AsyncIterable<FoundPassage> {
    yield* searchPassages(this.#db, this.#engine.index, words, await this.#lastReading())
  }

  async event(idOrPrefix: string): Promise<readonly FoundEvent[]> {
    const digits = idOrPrefix.toLowerCase().replace(/^event:/, '')
    if (!/^[0-9a-f]{1,16}$/.test(digits)) return []
    const upTo = await this.#lastReading()
    const matching = this.#db
      .selectFrom('events')
      .select(['events.id', 'events.reading', 'events.json'])
      .where('events.id', '>=', `event:${digits}`)
      .where('events.id', '<', `event:${digits}g`) // the first letter after the hexadecimal digits
      .orderBy('events.id')
      .orderBy('events.reading')
    const current = await matching.where(isNewest('events.reading', upTo)).execute()
    const found = (stored: StoredEvent, standing: FoundEvent['standing']) => ({
      ...stored,
      asked: stored.event.id,
      standing,
    })
    if (current.length > 0) return (await loadEvents(this.#db, current)).map(one => found(one, 'recorded'))
    // An id that was cited stays good, although the newest reading no longer tells the event.
    const newestOfEach = new Map((await matching.execute()).map(row => [row.id, row]))
    return (await loadEvents(this.#db, [...newestOfEach.values()])).map(one => found(one, 'older'))
  }

  async reading(event: EventId): Promise<Reading | null> {
    const upTo = await this.#lastReading()
    const telling = this.#db
      .selectFrom('events')
      .select('events.reading')
      .where('events.id', '=', event)
      .orderBy('events.reading', 'desc')
      .limit(1)
    const row =
      (await telling.where(isNewest('events.reading', upTo)).executeTakeFirst()) ??
      (await telling.executeTakeFirst())
    return row ? loadReading(this.#db, row.reading) : null
  }

  async appendReview(given: Review): Promise<boolean> {
    const review = Review.parse(given)
    return this.#adding(async tx => {
      const event = await tx
        .selectFrom('events')
        .select('id')
        .where('id', '=', review.event)
        .executeTakeFirst()
      if (!event) {
        throw new StoreError({
          code: 'unknown-event',
          message: `no event ${review.event} is kept, so that it cannot be reviewed`,
          help: 'herodotus show lists the events that are kept, with their ids',
        })
      }
      const row = reviewRow(review)
      const kept = await tx
        .insertInto('reviews')
        .values(row)
        .onConflict(conflict => conflict.column('id').doNothing())
        .returning('seq')
        .executeTakeFirst()
      const entry = { what: 'review', subject: row.id, digest: row.sha256 } as const
      if (kept) await appendLines(tx, [entry], this.#line(review.reviewer))
      return kept !== undefined
    })
  }

  async reviews(event: EventId): Promise<readonly Review[]> {
    const rows = await this.#db
      .selectFrom('reviews')
      .select(['id', 'json'])
      .where('event', '=', event)
      .orderBy('seq')
      .execute()
    return rows.map(({ id, json }) => intact(parseStored(json, Review), id))
  }

  async *allReviews(after?: Review['id']): AsyncIterable<Review> {
    const last = after && this.#db.selectFrom('reviews').select('seq').where('id', '=', after)
    const start = last ? ((await last.executeTakeFirst())?.seq ?? 0) : 0
    const page = (seq: number) =>
      this.#db.selectFrom('reviews').select(['seq', 'id', 'json']).where('seq', '>', seq).orderBy('seq')
    for await (const { id, json } of walk(start, page, ({ seq }) => seq, 100)) {
      yield intact(parseStored(json, Review), id)
    }
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

  async *looseReviews(): AsyncIterable<KeptLooseReview> {}

  async reviewable(report: ReportId): Promise<Reviewed> {
    const newest = await this.#db
      .selectFrom('readings')
      .select('seq')
      .where('report', '=', report)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    const reviews: Review[] = []
    for await (const review of this.allReviews()) if (review.report === report) reviews.push(review)
    return { readings: newest ? [await loadReading(this.#db, newest.seq)] : [], reviews }
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
    const upTo = await this.#lastReading()
    const all = (table: keyof Tables) => sql<number>`(select count(*) from ${sql.table(table)})`.as(table)
    const current = this.#db
      .selectFrom('readings')
      .where(isNewest('readings.seq', upTo))
      .select(eb => eb.fn.countAll<number>().as('rows'))
    const counts = await this.#db
      .selectNoFrom([
        all('snapshots'),
        all('reports'),
        all('readings'),
        current.innerJoin('events', 'events.reading', 'readings.seq').as('events'),
        current.innerJoin('claims', 'claims.reading', 'readings.seq').as('claims'),
        all('reviews'),
      ])
      .executeTakeFirstOrThrow()
    const events = counts.events ?? 0
    return {
      ...counts,
      events,
      claims: counts.claims ?? 0,
      undecided: events,
      decided: 0,
      contested: 0,
      loose: 0,
    }
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
    return verifyAll(this.#engine, anchor)
  }

  async close(): Promise<void> {
    await this.#db.destroy()
  }

  /** A transaction that adds to the record: done when it returns, or not at all. */
  #adding<T>(work: (tx: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.#db.transaction().execute(async tx => {
      await this.#engine.lock(tx)
      return work(tx)
    })
  }

  #line(who = this.#by.who): Pick<LogLine, 'at' | 'who'> {
    return { at: this.#by.clock.now(), who }
  }

  async #lastReading(): Promise<number> {
    const newest = this.#db.selectFrom('readings').select('seq').orderBy('seq', 'desc').limit(1)
    return (await newest.executeTakeFirst())?.seq ?? 0
  }
}

import { type Insertable, type Kysely, sql } from 'kysely'
import type { EventId } from '../model/event.js'
import { Reading } from '../model/reading.js'
import { Review } from '../model/review.js'
import type { Snapshot } from '../model/snapshot.js'
import type { ActorRow, EventFilter, IntegrityFault, Store, StoredEvent } from '../ports.js'
import { sha256, snapshotId } from '../text/ids.js'
import { type ChronicleKey, chroniclePage, isNewest } from './event-query.js'
import { intact, loadEvents, loadReading } from './load.js'
import { readingFaults } from './reading-faults.js'
import { captureRow, type PartRows, partRows, readingRow, reviewRow } from './rows.js'
import { StoreError } from './store-error.js'
import { issueText, parseStored } from './stored-json.js'
import type { Tables } from './tables.js'
import { verifyAll } from './verify.js'

/** Events fetched at a time: what a stream holds in memory, with their reports. */
const pageSize = 200

/** An open database of this version's schema. */
export interface Engine {
  readonly db: Kysely<Tables>
  /** What the engine itself finds wrong with its files. */
  selfCheck(): Promise<readonly string[]>
}

/** The Store over the SQL that SQLite and PostgreSQL share. */
export class SqlStore implements Store {
  readonly #db: Kysely<Tables>
  readonly #selfCheck: Engine['selfCheck']

  constructor({ db, selfCheck }: Engine) {
    this.#db = db
    this.#selfCheck = selfCheck
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
    const { report } = reading
    const capture = captureRow(snapshot)
    return this.#db.transaction().execute(async tx => {
      const sources = [
        tx.insertInto('snapshots').values({ id: snapshot.id, bytes: snapshot.bytes }),
        tx.insertInto('captures').values(capture),
        tx.insertInto('reports').values({ id: report.id, snapshot: snapshot.id }),
        tx.insertInto('bodies').values({ sha256: sha256(report.body), text: report.body }),
      ]
      let added = 0n
      for (const insert of sources) {
        const { numInsertedOrUpdatedRows = 0n } = await insert
          .onConflict(conflict => conflict.doNothing())
          .executeTakeFirstOrThrow()
        added += numInsertedOrUpdatedRows
      }
      const kept = await tx
        .insertInto('readings')
        .values(readingRow(reading, capture.id))
        .onConflict(conflict => conflict.column('id').doNothing())
        .returning('seq')
        .executeTakeFirst()
      if (kept) await insertParts(tx, partRows(reading, kept.seq))
      return kept !== undefined || added > 0n
    })
  }

  async *events(filter: EventFilter): AsyncIterable<StoredEvent> {
    const upTo = await this.#lastReading()
    let after: ChronicleKey | null = null
    do {
      const page: Awaited<ReturnType<typeof chroniclePage>> = await chroniclePage(this.#db, {
        filter,
        upTo,
        after,
        size: pageSize,
      })
      yield* await loadEvents(this.#db, page)
      after = page.length === pageSize ? (page.at(-1) ?? null) : null
    } while (after)
  }

  async event(idOrPrefix: string): Promise<readonly StoredEvent[]> {
    const digits = idOrPrefix.toLowerCase().replace(/^event:/, '')
    if (!/^[0-9a-f]{1,16}$/.test(digits)) return []
    const upTo = await this.#lastReading()
    const matching = this.#db
      .selectFrom('events')
      .innerJoin('readings', 'readings.seq', 'events.reading')
      .select(['events.id', 'events.reading', 'events.json'])
      .where('events.id', '>=', `event:${digits}`)
      .where('events.id', '<', `event:${digits}g`) // the first letter after the hexadecimal digits
      .orderBy('events.id')
      .orderBy('events.reading')
    const current = await matching.where(eb => isNewest(eb, upTo)).execute()
    if (current.length > 0) return loadEvents(this.#db, current)
    // An id that was cited stays good, although the newest reading no longer tells the event.
    const newestOfEach = new Map((await matching.execute()).map(row => [row.id, row]))
    return loadEvents(this.#db, [...newestOfEach.values()])
  }

  async reading(event: EventId): Promise<Reading | null> {
    const upTo = await this.#lastReading()
    const telling = this.#db
      .selectFrom('events')
      .innerJoin('readings', 'readings.seq', 'events.reading')
      .select('events.reading')
      .where('events.id', '=', event)
      .orderBy('events.reading', 'desc')
      .limit(1)
    const row =
      (await telling.where(eb => isNewest(eb, upTo)).executeTakeFirst()) ?? (await telling.executeTakeFirst())
    return row ? loadReading(this.#db, row.reading) : null
  }

  async appendReview(given: Review): Promise<void> {
    const review = Review.parse(given)
    await this.#db.transaction().execute(async tx => {
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
      await tx
        .insertInto('reviews')
        .values(reviewRow(review))
        .onConflict(conflict => conflict.column('id').doNothing())
        .execute()
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
      .where(eb => isNewest(eb, upTo))
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
    return { ...counts, events: counts.events ?? 0, claims: counts.claims ?? 0 }
  }

  verify(): AsyncIterable<IntegrityFault> {
    return verifyAll(this.#db, this.#selfCheck)
  }

  async close(): Promise<void> {
    await this.#db.destroy()
  }

  async #lastReading(): Promise<number> {
    const newest = this.#db.selectFrom('readings').select('seq').orderBy('seq', 'desc').limit(1)
    return (await newest.executeTakeFirst())?.seq ?? 0
  }
}

/**
 * The reading, in the order of the schema's keys, so that it is the same text when it is read back.
 * @throws Error where it does not hold together, which is a fault in the program and never in a report
 */
function sound(snapshot: Snapshot, given: Reading): Reading {
  const broken = (id: string, message: string): Error => new Error(`invariant broken: ${id}: ${message}`)
  if (snapshot.id !== snapshotId(snapshot.bytes)) throw broken(snapshot.id, 'its bytes have another hash')
  const { data: reading, error } = Reading.safeParse(given)
  if (error) throw broken(given.id, issueText(error))
  if (reading.report.snapshot !== snapshot.id) throw broken(reading.id, `it is not of ${snapshot.id}`)
  for (const { id, message } of readingFaults(reading)) throw broken(id, message)
  return reading
}

/** Rows in one statement: well under the number of values that SQLite (32,766) and PostgreSQL (65,535) take. */
const rowsAtOnce = 1_000

async function insertParts(db: Kysely<Tables>, parts: PartRows): Promise<void> {
  const insert = async <T extends keyof PartRows>(
    rows: readonly Insertable<Tables[T]>[],
    into: (rows: readonly Insertable<Tables[T]>[]) => { execute(): Promise<unknown> },
  ): Promise<void> => {
    for (let at = 0; at < rows.length; at += rowsAtOnce) await into(rows.slice(at, at + rowsAtOnce)).execute()
  }
  await insert<'events'>(parts.events, rows => db.insertInto('events').values(rows))
  await insert<'event_times'>(parts.event_times, rows => db.insertInto('event_times').values(rows))
  await insert<'event_names'>(parts.event_names, rows => db.insertInto('event_names').values(rows))
  await insert<'claims'>(parts.claims, rows => db.insertInto('claims').values(rows))
  await insert<'quotes'>(parts.quotes, rows => db.insertInto('quotes').values(rows))
}

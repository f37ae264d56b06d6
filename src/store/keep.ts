import type { InsertQueryBuilder, InsertResult, Kysely } from 'kysely'
import { Reading } from '../model/reading.js'
import type { Snapshot } from '../model/snapshot.js'
import type { ReviewRules } from '../ports.js'
import { sha256, snapshotId } from '../text/ids.js'
import type { Entry } from './custody.js'
import { listReadings } from './listed-reports.js'
import { inBatches, keepPassages } from './passages.js'
import { readingFaults } from './reading-faults.js'
import { captureRow, type EventRows, type PartRows, partRows, quoteStarts, readingRow } from './rows.js'
import { issueText } from './stored-json.js'
import type { Tables } from './tables.js'
import type { TermIndex } from './term-index.js'

/**
 * The reading, in the order of the schema's keys, so that it is the same text when it is read back.
 * @throws Error where it does not hold together, which is a fault in the program and never in a report
 */
export function sound(snapshot: Snapshot, given: Reading): Reading {
  const broken = (id: string, message: string): Error => new Error(`invariant broken: ${id}: ${message}`)
  if (snapshot.id !== snapshotId(snapshot.bytes)) throw broken(snapshot.id, 'its bytes have another hash')
  const { data: reading, error } = Reading.safeParse(given)
  if (error) throw broken(given.id, issueText(error))
  if (reading.report.snapshot !== snapshot.id) throw broken(reading.id, `it is not of ${snapshot.id}`)
  for (const { id, message } of readingFaults(reading)) throw broken(id, message)
  return reading
}

/** What keeping a reading came to: whether anything was added, and what the log is to tell of it. */
interface Kept {
  readonly added: boolean
  readonly entries: readonly Entry[]
}

/** Keeps a snapshot and how it came in, as far as they are not kept; within a transaction that alone adds to the record. */
export async function keepCapture(
  tx: Kysely<Tables>,
  snapshot: Snapshot,
): Promise<Kept & { readonly capture: string }> {
  const { id: capture, ...row } = captureRow(snapshot)
  const newBytes = await isNew(tx.insertInto('snapshots').values({ id: snapshot.id, bytes: snapshot.bytes }))
  const newWay = await isNew(tx.insertInto('captures').values({ id: capture, ...row }))
  const entry = { what: 'capture', subject: capture, digest: row.sha256 } as const
  return { capture, added: newBytes || newWay, entries: newWay ? [entry] : [] }
}

/** Inserts a row where its key is not there; whether it was not. */
async function isNew<T extends keyof Tables>(
  insert: InsertQueryBuilder<Tables, T, InsertResult>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await insert
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows > 0n
}

/** Keeps a snapshot with its reading, as far as they are not kept; within a transaction that alone adds to the record. */
export async function keepReading(
  tx: Kysely<Tables>,
  { index, urgency }: Pick<ReviewRules, 'urgency'> & { readonly index: TermIndex },
  snapshot: Snapshot,
  reading: Reading,
): Promise<Kept> {
  const { report } = reading
  const body = sha256(report.body)
  const source = await keepCapture(tx, snapshot)
  const newReport = await isNew(tx.insertInto('reports').values({ id: report.id, snapshot: snapshot.id }))
  const newBody = await isNew(tx.insertInto('bodies').values({ sha256: body, text: report.body }))
  const added = source.added || newReport || newBody
  const { entries } = source
  const row = readingRow(reading, source.capture)
  const kept = await tx
    .insertInto('readings')
    .values(row)
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('seq')
    .executeTakeFirst()
  if (!kept) return { added, entries }
  await insertParts(tx, partRows(reading, kept.seq, urgency))
  await keepPassages(tx, index, { seq: kept.seq, body, text: report.body, quotes: quoteStarts(reading) })
  await supersede(tx, report.id, kept.seq)
  await listReadings(tx, [{ seq: kept.seq, report_json: row.report_json }])
  return { added: true, entries: [...entries, { what: 'reading', subject: row.id, digest: row.sha256 }] }
}

/** Makes known that a report's newest reading until now is so no longer. */
async function supersede(tx: Kysely<Tables>, report: string, by: number): Promise<void> {
  const older = await tx
    .selectFrom('readings')
    .select('seq')
    .where('report', '=', report)
    .where('seq', '<', by)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (older) await tx.insertInto('superseded').values({ reading: older.seq, by }).execute()
}

async function insertParts(tx: Kysely<Tables>, parts: PartRows): Promise<void> {
  await insertEvents(tx, parts)
  await inBatches(parts.claims, rows => tx.insertInto('claims').values(rows).execute())
  await inBatches(parts.quotes, rows => tx.insertInto('quotes').values(rows).execute())
}

/** Keeps rows of events, as they were read or as decisions made them. */
export async function insertEvents(tx: Kysely<Tables>, rows: EventRows): Promise<void> {
  await inBatches(rows.events, some => tx.insertInto('events').values(some).execute())
  await inBatches(rows.event_times, some => tx.insertInto('event_times').values(some).execute())
  await inBatches(rows.event_names, some => tx.insertInto('event_names').values(some).execute())
  await inBatches(rows.event_points, some => tx.insertInto('event_points').values(some).execute())
  await inBatches(rows.urgency, some => tx.insertInto('urgency').values(some).execute())
  const names = rows.event_names.map(({ field, name }) => ({ field, name }))
  await inBatches(names, some =>
    tx
      .insertInto('names')
      .values(some)
      .onConflict(conflict => conflict.doNothing())
      .execute(),
  )
}

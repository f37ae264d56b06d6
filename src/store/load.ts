import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Claim } from '../model/claim.js'
import { Diagnostic } from '../model/diagnostic.js'
import { Event } from '../model/event.js'
import { Labels } from '../model/labels.js'
import { type Reading, ReadingId, Versions } from '../model/reading.js'
import { Report } from '../model/report.js'
import type { Reviewable, StoredEvent, StoredTelling } from '../ports.js'
import { damaged, intact } from './damaged.js'
import { type Edition, editionOf, isEdition } from './edition.js'
import { quoteFaults, readingFaults } from './reading-faults.js'
import { parseStored } from './stored-json.js'
import type { Row, Tables } from './tables.js'

/** Events from their rows, each with its reports, which are loaded once for all of its events here. */
export async function loadEvents(
  db: Kysely<Tables>,
  rows: readonly Pick<Row<'events'>, 'reading' | 'json'>[],
): Promise<StoredEvent[]> {
  const editions = rows.map(editionOf)
  const readings = [...new Set(editions.flatMap(edition => edition.map(({ reading }) => reading)))]
  const [reports, captures] = [await loadReports(db, readings), await loadCaptures(db, readings)]
  const told = ({ reading, event }: Edition[number]): StoredTelling => {
    const report = reports.get(reading)
    if (!report) throw damaged(`reading ${reading}`, 'its body is gone')
    for (const { message } of quoteFaults(event.id, event, report.body)) throw damaged(event.id, message)
    return { event, report, capture: captures.get(reading) ?? null }
  }
  return editions.map(([first, ...besides]) => ({ ...told(first), besides: besides.map(told) }))
}

/** Where and when the bytes of readings first came in that way, by the readings' numbers. */
async function loadCaptures(
  db: Kysely<Tables>,
  readings: readonly number[],
): Promise<Map<number, StoredEvent['capture']>> {
  if (readings.length === 0) return new Map()
  const rows = await db
    .selectFrom('readings')
    .innerJoin('captures', 'captures.id', 'readings.capture')
    .select(['seq', 'source', 'captured_at'])
    .where('seq', 'in', readings)
    .execute()
  return new Map(rows.map(({ seq, source, captured_at: capturedAt }) => [seq, { source, capturedAt }]))
}

/**
 * A whole reading, put together from its rows.
 * @throws StoreError where it is not as it was kept
 */
export async function loadReading(db: Kysely<Tables>, seq: number): Promise<Reading> {
  const row = await db.selectFrom('readings').selectAll().where('seq', '=', seq).executeTakeFirstOrThrow()
  const told = (await loadReviewables(db, [seq])).get(seq)
  if (!told) throw damaged(row.id, 'its body is gone')
  const read = <T extends z.ZodType>(json: string, schema: T): z.infer<T> =>
    intact(parseStored(json, schema), row.id)
  const reading = {
    id: read(JSON.stringify(row.id), ReadingId),
    versions: read(row.versions, Versions),
    report: told.report,
    labels: read(row.labels, Labels),
    claims: told.claims,
    events: told.events,
    notes: read(row.notes, z.array(Diagnostic)),
  }
  for (const { id, message } of readingFaults(reading)) throw damaged(id, message)
  return reading
}

/** What decisions bear on, by the readings' numbers. */
export async function loadReviewables(
  db: Kysely<Tables>,
  readings: readonly number[],
): Promise<Map<number, Reviewable>> {
  if (readings.length === 0) return new Map()
  const reports = await loadReports(db, readings)
  const parts = (table: 'claims' | 'events') =>
    db
      .selectFrom(table)
      .select(['reading', 'id', 'json'])
      .where('reading', 'in', readings)
      .orderBy('reading')
      .orderBy('position')
      .execute()
  const found = new Map<number, Reviewable & { readonly claims: Claim[]; readonly events: Event[] }>()
  for (const [seq, report] of reports) found.set(seq, { report, claims: [], events: [] })
  for (const { reading, id, json } of await parts('claims')) {
    found.get(reading)?.claims.push(intact(parseStored(json, Claim), id))
  }
  for (const row of await parts('events')) {
    if (!isEdition(row)) found.get(row.reading)?.events.push(intact(parseStored(row.json, Event), row.id))
  }
  return found
}

/** The reports of readings, by the readings' numbers. */
export async function loadReports(
  db: Kysely<Tables>,
  readings: readonly number[],
): Promise<Map<number, Report>> {
  if (readings.length === 0) return new Map()
  const rows = await db
    .selectFrom('readings')
    .innerJoin('bodies', 'bodies.sha256', 'readings.body')
    .select(['seq', 'report_json', 'text'])
    .where('seq', 'in', readings)
    .execute()
  return new Map(
    rows.map(({ seq, report_json, text }) => [
      seq,
      intact(parseStored(report_json, Report, { body: text }), `the report of reading ${seq}`),
    ]),
  )
}

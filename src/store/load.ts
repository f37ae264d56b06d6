import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Claim } from '../model/claim.js'
import { Diagnostic } from '../model/diagnostic.js'
import { Event } from '../model/event.js'
import { Labels } from '../model/labels.js'
import { type Reading, ReadingId, Versions } from '../model/reading.js'
import { asRead } from '../model/recorded.js'
import { Report } from '../model/report.js'
import type { StoredEvent } from '../ports.js'
import { quoteFaults, readingFaults } from './reading-faults.js'
import { StoreError } from './store-error.js'
import { type Parsed, parseStored } from './stored-json.js'
import type { Row, Tables } from './tables.js'

/** Events from their rows, each with its report, which is loaded once for all of its events here. */
export async function loadEvents(
  db: Kysely<Tables>,
  rows: readonly Pick<Row<'events'>, 'reading' | 'json'>[],
): Promise<StoredEvent[]> {
  const readings = [...new Set(rows.map(({ reading }) => reading))]
  const [reports, captures] = [await loadReports(db, readings), await loadCaptures(db, readings)]
  return rows.map(({ reading, json }) => {
    const report = reports.get(reading)
    if (!report) throw damaged(`reading ${reading}`, 'its body is gone')
    const event = intact(parseStored(json, Event), `an event of ${report.name}`)
    for (const { message } of quoteFaults(event.id, event, report.body)) throw damaged(event.id, message)
    return { event: asRead(event), report, capture: captures.get(reading) ?? null, besides: [] }
  })
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
  const report = (await loadReports(db, [seq])).get(seq)
  if (!report) throw damaged(row.id, 'its body is gone')
  const part = (table: 'claims' | 'events') =>
    db.selectFrom(table).select(['id', 'json']).where('reading', '=', seq).orderBy('position').execute()
  const read = <T extends z.ZodType>(json: string, schema: T, id: string): z.infer<T> =>
    intact(parseStored(json, schema), id)
  const reading = {
    id: read(JSON.stringify(row.id), ReadingId, row.id),
    versions: read(row.versions, Versions, row.id),
    report,
    labels: read(row.labels, Labels, row.id),
    claims: (await part('claims')).map(({ id, json }) => read(json, Claim, id)),
    events: (await part('events')).map(({ id, json }) => read(json, Event, id)),
    notes: read(row.notes, z.array(Diagnostic), row.id),
  }
  for (const { id, message } of readingFaults(reading)) throw damaged(id, message)
  return reading
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

export function intact<T>(stored: Parsed<T>, what: string): T {
  if ('complaint' in stored) throw damaged(what, stored.complaint)
  return stored.value
}

export function damaged(what: string, found: string): StoreError {
  return new StoreError({
    code: 'damaged',
    message: `${what} is not as it was kept: ${found}`,
    help: 'herodotus verify names every fault; restore the database from a copy, or read the reports again into a new one',
  })
}

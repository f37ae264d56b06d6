import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Claim } from '../model/claim.js'
import { Diagnostic } from '../model/diagnostic.js'
import { Event } from '../model/event.js'
import { Labels } from '../model/labels.js'
import { Reading, Versions } from '../model/reading.js'
import { Report } from '../model/report.js'
import type { IntegrityFault } from '../ports.js'
import { eventPassages, passagesOf } from './passages.js'
import { readingFaults } from './reading-faults.js'
import { type PartRows, partRows, quoteStarts, readingHash, readingRow } from './rows.js'
import { parseStored } from './stored-json.js'
import type { Row, Tables } from './tables.js'
import { walk } from './walk.js'

/** Each reading: its hash, its JSON by its schemas, its quotes, and that the rows made from it are those kept. */
export async function* verifyReadings(db: Kysely<Tables>): AsyncGenerator<IntegrityFault> {
  const after = (seq: number) =>
    db
      .selectFrom('readings')
      .leftJoin('bodies', 'bodies.sha256', 'readings.body')
      .leftJoin('captures', 'captures.id', 'readings.capture')
      .selectAll('readings')
      .select(['bodies.text', 'captures.snapshot'])
      .where('seq', '>', seq)
      .orderBy('seq')
  for await (const { text, snapshot, ...row } of walk(0, after, ({ seq }) => seq)) {
    const parts = await storedParts(db, row.seq)
    const [claims, events] = [parts.claims.map(({ json }) => json), parts.events.map(({ json }) => json)]
    if (readingHash(row, claims, events) !== row.sha256) {
      yield { id: row.id, message: 'what was read no longer has the hash that was kept of it' }
    }
    const rebuilt = rebuild(row, text, parts)
    yield* rebuilt.faults
    if (!rebuilt.reading) continue
    yield* firstOf(row.id, readingFaults(rebuilt.reading))
    if (snapshot !== rebuilt.reading.report.snapshot) {
      yield { id: row.id, message: `it is of ${rebuilt.reading.report.snapshot}, its capture of ${snapshot}` }
    }
    yield* columnFaults(row, rebuilt.reading)
    yield* partFaults(row.id, parts, partRows(rebuilt.reading, row.seq))
    yield* await derivedFaults(db, row, rebuilt.reading)
  }
}

/** What lists and searches are answered from: the passages of the body, those of each event, and what came after. */
async function derivedFaults(
  db: Kysely<Tables>,
  { id, seq, body, report }: Row<'readings'>,
  reading: Reading,
): Promise<IntegrityFault[]> {
  const faults: IntegrityFault[] = []
  const passages = await db
    .selectFrom('passages')
    .selectAll()
    .where('body', '=', body)
    .orderBy('start_offset')
    .execute()
  const spans = passages.map(({ start_offset: start, end_offset: end }) => ({ start, end }))
  if (JSON.stringify(spans) !== JSON.stringify(passagesOf(reading.report.body))) {
    faults.push({ id: `body:${body}`, message: 'its passages are not those that it is made of' })
  }
  const told = await db.selectFrom('event_passages').selectAll().where('reading', '=', seq).execute()
  const expected = eventPassages({ seq, quotes: quoteStarts(reading) }, passages)
  const [found, wanted] = [told, expected].map(rows => JSON.stringify(rows.map(asText).toSorted()))
  if (found !== wanted)
    faults.push({ id, message: 'the passages that its events are told in are not those kept' })
  const { by } = await db
    .selectFrom('readings')
    .select(eb => eb.fn.min('seq').as('by'))
    .where('report', '=', report)
    .where('seq', '>', seq)
    .executeTakeFirstOrThrow()
  const replaced = await db
    .selectFrom('superseded')
    .select('by')
    .where('reading', '=', seq)
    .executeTakeFirst()
  if ((replaced?.by ?? null) !== by) {
    faults.push({ id, message: `it is kept as replaced by ${replaced?.by ?? 'none'} beside ${by ?? 'none'}` })
  }
  return faults
}

const told = 3

/** The first few of many faults, and how many more there are: one altered body breaks every quote on it. */
function* firstOf(id: string, faults: Iterable<IntegrityFault>): Generator<IntegrityFault> {
  let found = 0
  for (const fault of faults) if (found++ < told) yield fault
  if (found > told) yield { id, message: `${found - told} more of its values or quotes do not hold` }
}

async function storedParts(db: Kysely<Tables>, seq: number): Promise<PartRows> {
  return {
    events: await db
      .selectFrom('events')
      .selectAll()
      .where('reading', '=', seq)
      .orderBy('position')
      .execute(),
    claims: await db
      .selectFrom('claims')
      .selectAll()
      .where('reading', '=', seq)
      .orderBy('position')
      .execute(),
    event_times: await db.selectFrom('event_times').selectAll().where('reading', '=', seq).execute(),
    event_names: await db.selectFrom('event_names').selectAll().where('reading', '=', seq).execute(),
    quotes: await db.selectFrom('quotes').selectAll().where('reading', '=', seq).execute(),
  }
}

/** The reading put together from its rows, or null with each column that is not of its schema. */
function rebuild(
  row: Row<'readings'>,
  body: string | null,
  parts: PartRows,
): { reading: Reading | null; faults: IntegrityFault[] } {
  const faults: IntegrityFault[] = []
  const read = <T extends z.ZodType>(
    id: string,
    column: string,
    json: string,
    schema: T,
    beside?: Readonly<Record<string, unknown>>,
  ): z.infer<T> | undefined => {
    const stored = parseStored(json, schema, beside)
    if ('value' in stored) return stored.value
    faults.push({ id, message: `${column}: ${stored.complaint}` })
    return undefined
  }
  const whole = {
    id: row.id,
    versions: read(row.id, 'versions', row.versions, Versions),
    report: read(row.id, 'report', row.report_json, Report, { body }),
    labels: read(row.id, 'labels', row.labels, Labels),
    claims: parts.claims.map(({ id, json }) => read(id, 'claim', json, Claim)),
    events: parts.events.map(({ id, json }) => read(id, 'event', json, Event)),
    notes: read(row.id, 'notes', row.notes, z.array(Diagnostic)),
  }
  if (faults.length > 0) return { reading: null, faults }
  const reading = Reading.safeParse(whole)
  return reading.success
    ? { reading: reading.data, faults }
    : { reading: null, faults: [{ id: row.id, message: 'its id is not of the form of a reading’s id' }] }
}

function* columnFaults(row: Row<'readings'>, reading: Reading): Generator<IntegrityFault> {
  const expected = readingRow(reading, row.capture)
  for (const column of ['report', 'body', 'name'] as const) {
    if (row[column] === expected[column]) continue
    yield { id: row.id, message: `${column} is ${row[column]} beside ${expected[column]} in what was read` }
  }
}

/** Rows that are not those which the reading makes; their JSON is under the reading's hash. */
function* partFaults(id: string, stored: PartRows, expected: PartRows): Generator<IntegrityFault> {
  for (const table of ['events', 'event_times', 'event_names', 'claims', 'quotes'] as const) {
    const [found, wanted] = [stored[table], expected[table]].map(rows => new Set(rows.map(asText)))
    for (const row of wanted ?? []) if (!found?.has(row)) yield { id, message: `${table} lacks ${row}` }
    for (const row of found ?? [])
      if (!wanted?.has(row)) yield { id, message: `${table} has ${row}, which is not of it` }
  }
}

function asText(row: Row<keyof PartRows> | Row<'event_passages'>): string {
  const columns = Object.entries(row).filter(([column]) => column !== 'json')
  return JSON.stringify(Object.fromEntries(columns.sort(([a], [b]) => (a < b ? -1 : 1))))
}

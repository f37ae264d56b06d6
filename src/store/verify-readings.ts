import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Claim } from '../model/claim.js'
import { Diagnostic } from '../model/diagnostic.js'
import { Event } from '../model/event.js'
import { Labels } from '../model/labels.js'
import { Reading, Versions } from '../model/reading.js'
import { Report } from '../model/report.js'
import type { IntegrityFault, ReviewRules } from '../ports.js'
import { isEdition } from './edition.js'
import { inGroups } from './in-groups.js'
import { eventPassages, passagesOf } from './passages.js'
import { readingFaults } from './reading-faults.js'
import { partRows, quoteStarts, readingHash, readingRow } from './rows.js'
import { parseStored } from './stored-json.js'
import type { Row, Tables } from './tables.js'
import { type EditionRows, editionFaults } from './verify-editions.js'
import { type Kept, keptOf, type OwnRows, ownTables } from './verify-parts.js'
import { walk } from './walk.js'

/** Readings whose rows are fetched, and held, together: what counts is how often a server is asked. */
const atOnce = 20

/** Each reading: its hash, its JSON by its schemas, its quotes, and that the rows made from it are those kept. */
export async function* verifyReadings(
  db: Kysely<Tables>,
  { urgency }: Pick<ReviewRules, 'urgency'>,
): AsyncGenerator<IntegrityFault> {
  const after = (seq: number) =>
    db
      .selectFrom('readings')
      .leftJoin('bodies', 'bodies.sha256', 'readings.body')
      .leftJoin('captures', 'captures.id', 'readings.capture')
      .selectAll('readings')
      .select(['bodies.text', 'captures.snapshot'])
      .where('seq', '>', seq)
      .orderBy('seq')
  for await (const group of inGroups(
    walk(0, after, ({ seq }) => seq, atOnce),
    atOnce,
  )) {
    const kept = await keptOf(db, group)
    for (const { text, snapshot, ...row } of group) {
      yield* verifyReading(row, { text, snapshot, kept: kept(row.seq), urgency })
    }
  }
}

interface Beside extends Pick<ReviewRules, 'urgency'> {
  readonly text: string | null
  readonly snapshot: string | null
  readonly kept: Kept
}

function* verifyReading(
  row: Row<'readings'>,
  { text, snapshot, kept, urgency }: Beside,
): Generator<IntegrityFault> {
  const { rows } = kept
  const [claims, events] = [rows.claims, rows.events.filter(one => !isEdition(one))]
  const [claimTexts, eventTexts] = [claims, events].map(list => list.map(({ json }) => json))
  if (readingHash(row, claimTexts ?? [], eventTexts ?? []) !== row.sha256) {
    yield { id: row.id, message: 'what was read no longer has the hash that was kept of it' }
  }
  const rebuilt = rebuild(row, text, { claims, events })
  yield* rebuilt.faults
  if (!rebuilt.reading) return
  const { reading } = rebuilt
  yield* firstOf(row.id, readingFaults(reading))
  if (snapshot !== reading.report.snapshot) {
    yield { id: row.id, message: `it is of ${reading.report.snapshot}, its capture of ${snapshot}` }
  }
  yield* columnFaults(row, reading)
  const editions = rows.events.filter(isEdition)
  const made: EditionRows = yield* editionFaults(editions, kept, reading.report, urgency)
  const parts = partRows(reading, row.seq, urgency)
  const own = eventPassages({ seq: row.seq, quotes: quoteStarts(reading) }, kept.passages)
  yield* partFaults(row.id, rows, {
    ...parts,
    events: [...parts.events, ...made.events],
    event_times: [...parts.event_times, ...made.event_times],
    event_names: [...parts.event_names, ...made.event_names],
    event_points: [...parts.event_points, ...made.event_points],
    urgency: [...parts.urgency, ...made.urgency],
    event_passages: [...own, ...made.event_passages],
    other_ids: made.other_ids,
  })
  yield* derivedFaults(row, reading, kept)
}

/** The passages of the body, and what came after the reading. */
function* derivedFaults(
  { id, body }: Row<'readings'>,
  reading: Reading,
  { passages, superseded, next }: Kept,
): Generator<IntegrityFault> {
  const spans = passages.map(({ start_offset: start, end_offset: end }) => ({ start, end }))
  if (JSON.stringify(spans) !== JSON.stringify(passagesOf(reading.report.body))) {
    yield { id: `body:${body}`, message: 'its passages are not those that it is made of' }
  }
  if (superseded !== next) {
    yield { id, message: `it is kept as replaced by ${superseded ?? 'none'} beside ${next ?? 'none'}` }
  }
}

const told = 3

/** The first few of many faults, and how many more there are: one altered body breaks every quote on it. */
function* firstOf(id: string, faults: Iterable<IntegrityFault>): Generator<IntegrityFault> {
  let found = 0
  for (const fault of faults) if (found++ < told) yield fault
  if (found > told) yield { id, message: `${found - told} more of its values or quotes do not hold` }
}

/** The reading put together from its rows, or null with each column that is not of its schema. */
function rebuild(
  row: Row<'readings'>,
  body: string | null,
  parts: Pick<OwnRows, 'claims' | 'events'>,
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

/** Rows that are not those which the reading, and the editions of its events, make; their JSON has a hash of its own. */
function* partFaults(id: string, stored: OwnRows, expected: OwnRows): Generator<IntegrityFault> {
  for (const table of ownTables) {
    const columns = Object.keys(stored[table][0] ?? expected[table][0] ?? {}).filter(name => name !== 'json')
    const textOf = (row: object): string => JSON.stringify(row, columns)
    const [found, wanted] = [stored[table], expected[table]].map(rows => new Set(rows.map(textOf)))
    for (const row of wanted ?? []) if (!found?.has(row)) yield { id, message: `${table} lacks ${row}` }
    for (const row of found ?? [])
      if (!wanted?.has(row)) yield { id, message: `${table} has ${row}, which is not of it` }
  }
}

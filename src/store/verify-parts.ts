import type { Kysely } from 'kysely'
import { isEdition, parsedEdition } from './edition.js'
import type { PartRows } from './rows.js'
import type { Row, Tables } from './tables.js'

/** The tables whose rows each belong to one reading, and are made from its JSON or that of the editions of its events. */
export const ownTables = [
  'events',
  'event_times',
  'event_names',
  'event_points',
  'urgency',
  'event_passages',
  'other_ids',
  'claims',
  'quotes',
] as const

export interface OwnRows extends PartRows {
  readonly event_passages: Row<'event_passages'>[]
  readonly other_ids: Row<'other_ids'>[]
}

/** What is kept of a reading. */
export interface Kept {
  readonly rows: OwnRows
  readonly shown: readonly Row<'shown'>[]
  /** Of its body, in order of the text. */
  readonly passages: readonly Row<'passages'>[]
  /** Of the body of any reading that an edition of its events is told by. */
  passagesOf(reading: number): readonly Row<'passages'>[]
  /** The reading that is kept as having come next of its report, and the one that did. */
  readonly superseded: number | null
  readonly next: number | null
}

/** What is kept of some readings, which stand beside each other: each table is asked once. */
export async function keptOf(
  db: Kysely<Tables>,
  readings: readonly Pick<Row<'readings'>, 'seq'>[],
): Promise<(reading: number) => Kept> {
  const numbers = readings.map(({ seq }) => seq)
  const rows = {
    events: await rowsOf(db, 'events', numbers),
    event_times: await rowsOf(db, 'event_times', numbers),
    event_names: await rowsOf(db, 'event_names', numbers),
    event_points: await rowsOf(db, 'event_points', numbers),
    urgency: await rowsOf(db, 'urgency', numbers),
    event_passages: await rowsOf(db, 'event_passages', numbers),
    other_ids: await rowsOf(db, 'other_ids', numbers),
    claims: await rowsOf(db, 'claims', numbers),
    quotes: await rowsOf(db, 'quotes', numbers),
  }
  const shown = await rowsOf(db, 'shown', numbers)
  const passages = await passagesOfReadings(db, [
    ...numbers,
    ...tellingReadings([...rows.events.values()].flat()),
  ])
  const [superseded, next] = [await supersededBy(db, numbers), await nextOf(db, numbers)]
  return reading => ({
    rows: {
      events: of(rows.events, reading).toSorted((a, b) => a.position - b.position),
      event_times: of(rows.event_times, reading),
      event_names: of(rows.event_names, reading),
      event_points: of(rows.event_points, reading),
      urgency: of(rows.urgency, reading),
      event_passages: of(rows.event_passages, reading),
      other_ids: of(rows.other_ids, reading),
      claims: of(rows.claims, reading).toSorted((a, b) => a.position - b.position),
      quotes: of(rows.quotes, reading),
    },
    shown: of(shown, reading),
    passages: of(passages, reading),
    passagesOf: another => of(passages, another),
    superseded: superseded.get(reading) ?? null,
    next: next.get(reading) ?? null,
  })
}

type OwnTable = (typeof ownTables)[number] | 'shown'
type Grouped<R> = ReadonlyMap<number, R[]>

const of = <R>(rows: Grouped<R>, reading: number): R[] => rows.get(reading) ?? []

async function rowsOf<T extends OwnTable>(
  db: Kysely<Tables>,
  table: T,
  readings: readonly number[],
): Promise<Grouped<Row<T>>> {
  const rows: unknown[] = await db
    .selectFrom<OwnTable>(table)
    .selectAll()
    .where('reading', 'in', readings)
    .execute()
  return grouped(rows as (Row<T> & { readonly reading: number })[], ({ reading }) => reading)
}

function grouped<R>(rows: readonly R[], by: (row: R) => number): Map<number, R[]> {
  const groups = new Map<number, R[]>()
  for (const row of rows) {
    const group = groups.get(by(row))
    if (group) group.push(row)
    else groups.set(by(row), [row])
  }
  return groups
}

/** The readings that editions among these rows are told by. */
function tellingReadings(rows: readonly Row<'events'>[]): number[] {
  return rows.filter(isEdition).flatMap(row => {
    const edition = parsedEdition(row)
    return 'value' in edition ? edition.value.map(({ reading }) => reading) : []
  })
}

async function passagesOfReadings(
  db: Kysely<Tables>,
  readings: readonly number[],
): Promise<Grouped<Row<'passages'>>> {
  const rows = await db
    .selectFrom('passages')
    .innerJoin('readings', 'readings.body', 'passages.body')
    .selectAll('passages')
    .select('readings.seq')
    .where('readings.seq', 'in', readings)
    .orderBy('passages.start_offset')
    .execute()
  return grouped(rows, ({ seq }) => seq)
}

async function supersededBy(db: Kysely<Tables>, readings: readonly number[]): Promise<Map<number, number>> {
  const rows = await db.selectFrom('superseded').selectAll().where('reading', 'in', readings).execute()
  return new Map(rows.map(({ reading, by }) => [reading, by]))
}

async function nextOf(db: Kysely<Tables>, readings: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('readings as older')
    .innerJoin('readings as newer', join =>
      join.onRef('newer.report', '=', 'older.report').onRef('newer.seq', '>', 'older.seq'),
    )
    .select(eb => ['older.seq', eb.fn.min('newer.seq').as('next')])
    .where('older.seq', 'in', readings)
    .groupBy('older.seq')
    .execute()
  return new Map(rows.map(({ seq, next }) => [seq, next]))
}

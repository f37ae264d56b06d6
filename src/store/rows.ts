import type { Insertable } from 'kysely'
import type { Claim } from '../model/claim.js'
import type { Event } from '../model/event.js'
import type { Reading } from '../model/reading.js'
import { asRead, isContested, type RecordedEvent } from '../model/recorded.js'
import type { Snapshot } from '../model/snapshot.js'
import type { RecordedOccurrence, ReviewRules, ReviewState, Urgency } from '../ports.js'
import { drawnPoint } from '../text/drawn-place.js'
import { sha256 } from '../text/ids.js'
import { fold } from './fold.js'
import { fieldOf, quotesIn } from './quotes.js'
import type { EventNameField, Row, Tables } from './tables.js'

/** The record as rows: what `save` writes, and what `verify` expects to find. */

export function captureRow(snapshot: Snapshot): Row<'captures'> {
  const { id, source, mediaType, charset, capturedAt } = snapshot
  const { name, published, outlet, headline } = snapshot.given
  const given = JSON.stringify({ name, published, outlet, headline })
  const way = { snapshot: id, source, media_type: mediaType, charset, given }
  return { ...way, captured_at: capturedAt, ...captureHashes({ ...way, captured_at: capturedAt }) }
}

/** The hashes of a capture, from its other columns. */
export function captureHashes(
  row: Omit<Row<'captures'>, 'id' | 'sha256'>,
): Pick<Row<'captures'>, 'id' | 'sha256'> {
  const way = [row.snapshot, row.source, row.media_type, row.charset, row.given]
  return {
    id: `capture:${sha256(JSON.stringify(way)).slice(0, 16)}`,
    sha256: sha256(JSON.stringify([...way, row.captured_at])),
  }
}

export function readingRow(reading: Reading, capture: string): Insertable<Tables['readings']> {
  const { body, ...report } = reading.report
  const row = {
    id: reading.id,
    report: report.id,
    capture,
    body: sha256(body),
    name: fold(report.name),
    versions: JSON.stringify(reading.versions),
    report_json: JSON.stringify(report),
    labels: JSON.stringify(reading.labels),
    notes: JSON.stringify(reading.notes),
  }
  const [claims, events] = [reading.claims, reading.events].map(list => list.map(one => JSON.stringify(one)))
  return { ...row, sha256: readingHash(row, claims ?? [], events ?? []) }
}

/** The hash of a reading, from the JSON texts of its rows. */
export function readingHash(
  row: Pick<Row<'readings'>, 'id' | 'body' | 'versions' | 'report_json' | 'labels' | 'notes'>,
  claims: readonly string[],
  events: readonly string[],
): string {
  const own = [row.id, row.body, row.versions, row.report_json, row.labels, row.notes]
  return sha256(JSON.stringify([own, claims, events]))
}

/** The tables whose rows tell of one event, as it was read or as decisions made it. */
export interface EventRows {
  readonly events: Row<'events'>[]
  readonly event_times: Row<'event_times'>[]
  readonly event_names: Row<'event_names'>[]
  readonly event_points: Row<'event_points'>[]
  readonly urgency: Row<'urgency'>[]
}

/** The tables whose rows belong to one reading. */
export interface PartRows extends EventRows {
  readonly claims: Row<'claims'>[]
  readonly quotes: Row<'quotes'>[]
}

/** @param seq the reading's number in the store */
export function partRows(reading: Reading, seq: number, urgency: ReviewRules['urgency']): PartRows {
  const { report, claims, events } = reading
  const rows = events.map((event, position) => {
    const at = { reading: seq, position, report_name: report.name, json: JSON.stringify(event) }
    return eventRows(at, { tellings: [asRead(event)], reviewed: false }, urgency)
  })
  return {
    events: rows.flatMap(row => row.events),
    event_times: rows.flatMap(row => row.event_times),
    event_names: rows.flatMap(row => row.event_names),
    event_points: rows.flatMap(row => row.event_points),
    urgency: rows.flatMap(row => row.urgency),
    claims: claims.map((claim, position) => ({
      reading: seq,
      position,
      id: claim.id,
      json: JSON.stringify(claim),
    })),
    quotes: [...claims, ...events].flatMap(owner => quoteRows(owner, seq)),
  }
}

/** The rows of an occurrence: found by the names, times and places of all its tellings, and else as its first has it. */
export function eventRows(
  at: Pick<Row<'events'>, 'reading' | 'position' | 'report_name' | 'json'>,
  occurrence: RecordedOccurrence,
  urgency: ReviewRules['urgency'],
): EventRows {
  const { tellings } = occurrence
  const { reading, position: event, report_name } = at
  const { id, kind, status } = tellings[0]
  const waits = urgency(occurrence)
  const times = boundedTimes(tellings)
  const sorted = { time_key: timeKey(times), report_name, ...daysSpanned(times) }
  const review = { field: 'review', name: reviewState(tellings, waits) } as const
  const point = drawnPoint(tellings)
  return {
    events: [{ ...at, id, kind: kind.value, status: status.value, ...sorted }],
    event_times: times.map((bounds, position) => ({ reading, event, position, ...bounds })),
    event_names: [...eventNames(tellings), review].map(named => ({ reading, event, ...named, ...sorted })),
    event_points: point ? [{ reading, event, ...point, ...sorted }] : [],
    urgency: [urgencyRow({ reading, event }, waits)],
  }
}

type Tellings = readonly RecordedEvent[]
type Bounds = Pick<Row<'event_times'>, 'earliest' | 'latest'>

const urgencyRow = (
  at: Pick<Row<'urgency'>, 'reading' | 'event'>,
  { doubt, disagreement }: Urgency,
): Row<'urgency'> => ({ ...at, doubt: Math.round(doubt * 1e6), disagreement })

function reviewState(tellings: Tellings, { undecided }: Urgency): ReviewState {
  return tellings.some(isContested) ? 'contested' : undecided === 0 ? 'decided' : 'undecided'
}

/** Undated events sort last, since digits come before letters in every collation. */
function timeKey([first]: readonly Bounds[]): string {
  if (!first) return 'undated'
  const { earliest, latest } = first
  return `${earliest ?? latest} ${latest ?? earliest}`
}

/** From the first to the last day that any told time allows: what a filter by days looks at first. */
function daysSpanned(times: readonly Bounds[]): Pick<Row<'events'>, 'first_day' | 'last_day'> {
  const first = times.map(({ earliest }) => earliest ?? '').toSorted()
  const last = times.map(({ latest }) => latest ?? '~').toSorted()
  return { first_day: first.at(0) ?? '~', last_day: last.at(-1) ?? '' }
}

/** The told times with a day in them, in the order told. */
function boundedTimes(tellings: Tellings): Bounds[] {
  return tellings
    .flatMap(({ when }) => when)
    .flatMap(({ value: { earliest, latest } }) => (earliest || latest ? [{ earliest, latest }] : []))
}

/** By what names the occurrence can be found, each once. */
function eventNames(tellings: Tellings): { field: EventNameField; name: string }[] {
  const names = new Map<string, { field: EventNameField; name: string }>()
  const add = (field: EventNameField, name: string | null | undefined): void => {
    if (name) names.set(`${field} ${fold(name)}`, { field, name: fold(name) })
  }
  for (const { report, where, initiators, targets, said } of tellings) {
    if (report !== tellings[0]?.report) names.set(report, { field: 'report', name: report })
    for (const { value } of where) {
      add('place', value.name)
      add('place', value.known?.name)
      add('country', value.country)
    }
    for (const { value } of [...initiators, ...targets]) add('actor', value.name)
    for (const { value } of said) add('holder', value.holder)
  }
  return [...names.values()]
}

/** Where the quotes of the events begin, by the events' positions. */
export const quoteStarts = ({ events }: Reading): { event: number; start: number }[] =>
  events.flatMap((event, at) => quotesIn(event).map(({ quote }) => ({ event: at, start: quote.start })))

function quoteRows(owner: Claim | Event, reading: number): Row<'quotes'>[] {
  return quotesIn(owner).map(({ path, quote }, position) => ({
    reading,
    owner: owner.id,
    position,
    field: fieldOf(path),
    start_offset: quote.start,
    end_offset: quote.end,
    exact: quote.exact,
  }))
}

import type { Insertable, Kysely } from 'kysely'
import type { Span } from '../model/span.js'
import { searchTerms } from './search-terms.js'
import type { Row, Tables } from './tables.js'
import type { TermIndex } from './term-index.js'

/** A reading's body, and where the quotes of its events (by their position) begin. */
export interface BodyReading {
  /** The reading's number. */
  readonly seq: number
  /** The body's hash. */
  readonly body: string
  readonly text: string
  readonly quotes: readonly { readonly event: number; readonly start: number }[]
}

/** PostgreSQL keeps the places of 16,383 terms and 1 MB of them; what is searched for together stands nearer. */
const longest = 4_000

/** A body's paragraphs, those that are too long cut at a space. Blank ones are none. */
export function passagesOf(text: string): Span[] {
  const found: Span[] = []
  const add = (from: number, to: number): void => {
    for (let start = from; start < to; ) {
      const end = to - start <= longest ? to : cutBefore(text, start, start + longest)
      if (/\S/.test(text.slice(start, end))) found.push({ start, end })
      start = end
    }
  }
  let start = 0
  for (const { index, 0: gap } of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    add(start, index)
    start = index + gap.length
  }
  add(start, text.length)
  return found
}

/** The last space before a limit, or the limit itself where there is none: then not within a character. */
function cutBefore(text: string, start: number, limit: number): number {
  for (let at = limit; at > start + longest / 2; at--) if (/\s/.test(text.charAt(at))) return at
  const low = text.charCodeAt(limit)
  return low >= 0xdc00 && low <= 0xdfff ? limit - 1 : limit
}

/** Which passages each event is told in: those where a quote of it begins. */
export function eventPassages<P extends Pick<Row<'passages'>, 'id' | 'start_offset' | 'end_offset'>>(
  { seq, quotes }: Pick<BodyReading, 'seq' | 'quotes'>,
  passages: readonly P[],
): Row<'event_passages'>[] {
  const found = new Map<string, Row<'event_passages'>>()
  for (const { event, start } of quotes) {
    const passage = passages.find(one => one.start_offset <= start && start < one.end_offset)
    if (passage) found.set(`${passage.id} ${event}`, { passage: passage.id, reading: seq, event })
  }
  return [...found.values()]
}

/** Keeps the passages of a body, unless they are kept, and which events of this reading are told in them. */
export async function keepPassages(
  db: Kysely<Tables>,
  index: TermIndex,
  reading: BodyReading,
): Promise<void> {
  const kept = await passagesKept(db, reading.body)
  const passages = kept.length > 0 ? kept : await addPassages(db, index, reading)
  await inBatches(eventPassages(reading, passages), rows =>
    db.insertInto('event_passages').values(rows).execute(),
  )
}

const passagesKept = (db: Kysely<Tables>, body: string): Promise<Row<'passages'>[]> =>
  db.selectFrom('passages').selectAll().where('body', '=', body).orderBy('start_offset').execute()

async function addPassages(
  db: Kysely<Tables>,
  index: TermIndex,
  { body, text }: BodyReading,
): Promise<Row<'passages'>[]> {
  const rows: Insertable<Tables['passages']>[] = passagesOf(text).map(({ start, end }) => ({
    body,
    start_offset: start,
    end_offset: end,
  }))
  await inBatches(rows, some => db.insertInto('passages').values(some).execute())
  const added = await passagesKept(db, body)
  const terms = added.map(({ id, start_offset, end_offset }) => ({
    rowid: id,
    terms: index.kept(searchTerms(text.slice(start_offset, end_offset))),
  }))
  await inBatches(terms, some => db.insertInto('passage_terms').values(some).execute())
  return added
}

/** Rows in one statement: well under the number of values that SQLite (32,766) and PostgreSQL (65,535) take. */
const rowsAtOnce = 1_000

/** Hands on rows, as many at a time as one statement may have. */
export async function inBatches<R>(
  rows: readonly R[],
  into: (rows: readonly R[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) await into(rows.slice(at, at + rowsAtOnce))
}

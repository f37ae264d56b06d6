import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import {
  type CodingFile,
  CodingFile as CodingSchema,
  codedEvents,
  codingImport,
} from '../../import/coding.js'
import { type ImportedReport, importedReading, importedReport, timeValue } from '../../import/reading.js'
import { type Rejection, shown } from '../../import/rejection.js'
import { maxBytes } from '../../stages/1-acquire/index.js'
import { jsonObject } from '../../text/json-object.js'
import { linesOf } from '../inputs/lines.js'
import { filesIn, type Imported, type Importing, rejected, unreadable } from './imported.js'

/** Where a report's row stands: read when its coding is, so that no more than one text is held. */
interface RowPlace {
  readonly file: string
  readonly line: number
  readonly start: number
  readonly length: number
}

/** Codings with their texts: rows of a reports file among the inputs, or what the record has of that name. */
export async function* codingImports(
  paths: readonly string[],
  importing: Importing,
): AsyncGenerator<Imported> {
  const rows = new Map<string, RowPlace>()
  const files: string[] = []
  for (const found of filesIn(paths, /\.(json|jsonl|ndjson)$/i)) {
    if (typeof found !== 'string') yield found
    else files.push(found)
  }
  for (const file of files.filter(isLines)) yield* indexRows(file, rows)
  for (const file of files) {
    for await (const coding of codingsIn(file)) {
      if ('message' in coding) yield coding
      else yield* oneCoding(coding, rows, importing)
    }
  }
}

const isLines = (file: string): boolean => /\.(jsonl|ndjson)$/i.test(file)

/** Notes where each report's row is. A name that comes again is told: its coding would have two texts. */
async function* indexRows(file: string, rows: Map<string, RowPlace>): AsyncGenerator<Rejection> {
  try {
    for await (const { number: line, start, bytes } of linesOf(createReadStream(file), maxBytes)) {
      const value = bytes && jsonIn(bytes)
      const id = value && 'text' in value ? value.id : undefined
      if (!bytes || (typeof id !== 'string' && typeof id !== 'number')) continue
      const name = String(id)
      const before = rows.get(name)
      if (before)
        yield rejected(file, line, {
          report: name,
          message: `a report of this name stands in ${before.file}:${before.line} too; this one was left aside`,
          help: 'give every report an id of its own',
        })
      else rows.set(name, { file, line, start, length: bytes.length })
    }
  } catch (error) {
    yield unreadable(file, error)
  }
}

const jsonIn = (bytes: Uint8Array) => jsonObject(new TextDecoder().decode(bytes))

interface PlacedCoding {
  readonly file: string
  readonly line: number | null
  readonly coding: CodingFile
}

/** The codings of a file: one, or one a line; rows of reports among the lines are none. */
async function* codingsIn(file: string): AsyncGenerator<PlacedCoding | Rejection> {
  const notOne = {
    message: 'it is no coding',
    help: 'a coding is {"report", "coder", "events": […]} (codebook, section 6)',
  }
  const placed = (bytes: Uint8Array, line: number | null): PlacedCoding | Rejection | null => {
    const value = jsonIn(bytes)
    if (value && 'text' in value && !('events' in value)) return null
    const coding = CodingSchema.safeParse(value)
    return coding.success ? { file, line, coding: coding.data } : rejected(file, line, notOne)
  }
  try {
    if (!isLines(file)) {
      const found = placed(await readFile(file), null)
      if (found) yield found
      return
    }
    for await (const { number, bytes } of linesOf(createReadStream(file), maxBytes)) {
      const found = bytes
        ? placed(bytes, number)
        : rejected(file, number, { ...notOne, message: 'the line is too long' })
      if (found && !(bytes && bytes.length === 0)) yield found
    }
  } catch (error) {
    yield unreadable(file, error)
  }
}

/** One coding, over each text that it could be of, of which the first that says its words is the one. */
async function* oneCoding(
  { file, line, coding }: PlacedCoding,
  rows: ReadonlyMap<string, RowPlace>,
  importing: Importing,
): AsyncGenerator<Imported> {
  const { report: name, coder } = coding
  const texts = await textsOf(name, rows.get(name), importing)
  if (!Array.isArray(texts)) return yield texts
  const tried = texts.map(text => ({ ...text, events: codedEvents(coding, text.report.body) }))
  const fitting = tried.find(({ events }) => !('faults' in events))
  if (fitting && !('faults' in fitting.events)) {
    const by = coder === '' ? '' : ` of ${coder.slice(0, 200)}`
    const versions = { ...importing.versions, reader: `${codingImport.name} ${codingImport.version}${by}` }
    const { snapshot, report, known, events } = fitting
    yield { snapshot, reading: importedReading(report, events, versions), known }
    return
  }
  const [first] = tried
  if (first && 'faults' in first.events)
    for (const { event = null, ...fault } of first.events.faults)
      yield rejected(file, line, { ...fault, event, report: name })
  if (first) return
  yield rejected(file, line, {
    report: name,
    message: 'there is no text of this report, neither among the inputs nor in the record',
    help: 'give the reports.jsonl in which its row stands, or read the report first',
  })
}

type Text = ImportedReport & { readonly known: boolean }

/** The texts that a coding can be of: what is kept under the name, if no row says otherwise; else the row. */
async function textsOf(
  name: string,
  place: RowPlace | undefined,
  importing: Importing,
): Promise<Text[] | Rejection> {
  const kept = (await importing.kept(name)).map(report => ({ ...report, known: true }))
  if (!place) return kept
  const row = await reportOf(name, place, importing)
  if ('message' in row) return row
  const same = kept.find(({ report }) => report.body === row.report.body)
  return [same ?? { ...row, known: false }]
}

async function reportOf(
  name: string,
  { file, line, start, length }: RowPlace,
  { clock }: Importing,
): Promise<ImportedReport | Rejection> {
  const bytes = await bytesAt(file, start, length)
  const row = jsonIn(bytes)
  const wrong = (field: string, message: string, help: string): Rejection =>
    rejected(file, line, { report: name, field, message, help })
  const text = row?.text
  if (typeof text !== 'string' || text === '')
    return wrong(
      'text',
      'the row has no text',
      'write {"id", "published", "outlet", "headline", "text"} on one line',
    )
  if (!text.isWellFormed())
    return wrong(
      'text',
      'there is half a character in it (a lone surrogate)',
      'write the text again as UTF-8',
    )
  const published = row?.published ?? null
  if (published !== null && !isDate(published))
    return wrong('published', `${shown(published)} is no date`, 'give a day, a month, a year, or null')
  const or = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  const given = { name, published: or(published), outlet: or(row?.outlet), headline: or(row?.headline) }
  const capture = {
    bytes,
    source: `${file}#${line}`,
    mediaType: 'application/json' as const,
    charset: null,
    capturedAt: clock.now(),
    given,
  }
  return importedReport(capture, text, codingImport.name)
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}(-\d\d){0,2}$/.test(value)) return false
  try {
    return timeValue(value).earliest !== null
  } catch {
    return false
  }
}

async function bytesAt(file: string, start: number, length: number): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const bytes = new Uint8Array(length)
    await handle.read(bytes, 0, length, start)
    return bytes
  } finally {
    await handle.close()
  }
}

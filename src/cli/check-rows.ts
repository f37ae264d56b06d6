import { closeSync, createReadStream, existsSync, openSync, readSync } from 'node:fs'
import { csvRows } from '../export/csv-rows.js'
import type { Checkable, Format } from '../export/format.js'
import { formats } from '../export/formats.js'
import { InputFault } from '../model/input-fault.js'
import { linesOf } from './inputs/lines.js'

/** A row of a file to be checked: its cells by column, or what is wrong with it as a row. */
export type CheckRow =
  | { readonly line: number; readonly cells: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly broken: string }

export type CheckableFormat = Format & { readonly check: Checkable }

export const checkable: readonly CheckableFormat[] = formats.filter(
  (format): format is CheckableFormat => format.check !== null,
)

/** The rows of a file, one held at a time; the first has the names of its columns. */
export async function* rowsOf(
  file: string,
  rows: Checkable['rows'],
): AsyncGenerator<{ readonly columns: readonly string[] } | CheckRow> {
  const stream = createReadStream(file)
  try {
    yield* rows === 'csv' ? tableRows(stream) : jsonRows(stream)
  } catch (error) {
    throw unreadable(file, error)
  } finally {
    stream.destroy()
  }
}

async function* tableRows(stream: AsyncIterable<Uint8Array>) {
  let columns: readonly string[] | null = null
  for await (const row of csvRows(decoded(stream))) {
    if ('broken' in row) {
      yield row
    } else if (columns === null) {
      columns = row.cells
      yield { columns }
    } else if (row.cells.length !== columns.length) {
      const { line, cells } = row
      yield { line, broken: `the row has ${cells.length} cells, and there are ${columns.length} columns` }
    } else {
      const { line, cells } = row
      yield { line, cells: Object.fromEntries(columns.map((name, i) => [name, cells[i]])) }
    }
  }
  if (columns === null) yield { columns: [] }
}

const longestLine = 10_000_000 // bytes

async function* jsonRows(stream: AsyncIterable<Uint8Array>) {
  let isFirst = true
  for await (const { number: line, bytes } of linesOf(stream, longestLine)) {
    const text = bytes && new TextDecoder().decode(bytes).trim()
    if (text === '') continue
    const cells = text === null ? null : objectIn(text)
    if (!cells) {
      yield { line, broken: text === null ? 'the line is longer than 10 MB' : 'the line is no JSON object' }
      continue
    }
    if (isFirst) yield { columns: Object.keys(cells) }
    isFirst = false
    yield { line, cells }
  }
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

async function* decoded(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of stream) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** The format of a file by what stands beside it, else by its first row; null where neither tells. */
export async function recognised(file: string): Promise<CheckableFormat | null> {
  const named = namedBeside(`${file}.schema.json`)
  const told = checkable.find(({ name }) => name === named)
  if (told) return told
  for (const rows of ['jsonl', 'csv'] as const) {
    const columns = await firstColumns(file, rows)
    const found = checkable.find(
      ({ check }) => check.rows === rows && check.marks.every(mark => columns.includes(mark)),
    )
    if (found) return found
  }
  return null
}

/** The format that the beginning of a sidecar names; the whole may be larger than the export. */
function namedBeside(path: string): string | null {
  if (!existsSync(path)) return null
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(1024)
    const size = readSync(file, head)
    return /^\{\s*"format": "([\w-]+)"/.exec(head.toString('utf8', 0, size))?.[1] ?? null
  } finally {
    closeSync(file)
  }
}

async function firstColumns(file: string, rows: Checkable['rows']): Promise<readonly string[]> {
  for await (const row of rowsOf(file, rows)) return 'columns' in row ? row.columns : []
  return []
}

function unreadable(file: string, cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code
  if (code === undefined) return cause
  return new InputFault({
    code: 'cannot-read',
    source: file,
    message: `it cannot be read (${code})`,
    help: 'check the path, and that you may read it',
    cause,
  })
}

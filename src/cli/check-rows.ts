import { closeSync, createReadStream, existsSync, openSync, readSync, statSync } from 'node:fs'
import { csvRows } from '../export/csv-rows.js'
import type { Checkable, Format } from '../export/format.js'
import { formats } from '../export/formats.js'
import { jsonItems } from '../export/json-items.js'
import { InputFault } from '../model/input-fault.js'
import { jsonObject } from '../text/json-object.js'
import { bratRows } from './check-brat.js'
import { parquetRows } from './check-parquet.js'
import type { CheckPart } from './check-part.js'
import { linesOf } from './inputs/lines.js'

export type CheckableFormat = Format & { readonly check: Checkable }

export const checkable: readonly CheckableFormat[] = formats.filter(
  (format): format is CheckableFormat => format.check !== null,
)

/** The parts of a file, one held at a time. */
export async function* rowsOf(file: string, rows: Checkable['rows']): AsyncGenerator<CheckPart> {
  try {
    if (rows === 'brat') yield* bratRows(file)
    else if (rows === 'parquet') yield* parquetRows(file)
    else yield* streamed(file, rows)
  } catch (error) {
    throw unreadable(file, error)
  }
}

async function* streamed(
  file: string,
  rows: Exclude<Checkable['rows'], 'brat' | 'parquet'>,
): AsyncGenerator<CheckPart> {
  const stream = createReadStream(file)
  try {
    if (rows === 'csv') yield* tableRows(stream)
    else if (rows === 'jsonl') yield* jsonRows(stream)
    else yield* itemRows(stream, rows.key)
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
    const cells = text === null ? null : jsonObject(text)
    if (!cells) {
      yield { line, broken: text === null ? 'the line is longer than 10 MB' : 'the line is no JSON object' }
      continue
    }
    if (isFirst) yield { columns: Object.keys(cells) }
    isFirst = false
    yield { line, cells }
  }
}

async function* itemRows(stream: AsyncIterable<Uint8Array>, key: string): AsyncGenerator<CheckPart> {
  for await (const item of jsonItems(decoded(stream), key)) {
    if ('frame' in item) yield { frame: item.frame === null ? null : jsonObject(item.frame) }
    else if ('broken' in item) yield item
    else {
      const cells = jsonObject(item.text)
      yield cells ? { line: item.line, cells } : { line: item.line, broken: 'the item is no JSON object' }
    }
  }
}

async function* decoded(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of stream) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** The format of a file by what stands beside it, else by how it begins; null where neither tells. */
export async function recognised(file: string): Promise<CheckableFormat | null> {
  const named = namedBeside(`${file.replace(/\/+$/, '')}.schema.json`)
  const told = checkable.find(({ name }) => name === named)
  if (told) return told
  if (isFolder(file)) return checkable.find(({ check }) => check.rows === 'brat') ?? null
  const start = beginningOf(file)
  if (start.startsWith('PAR1')) return checkable.find(({ check }) => check.rows === 'parquet') ?? null
  const isMarked = ({ check }: CheckableFormat): boolean =>
    typeof check.rows === 'object' && check.marks.every(mark => start.includes(mark))
  const marked = checkable.find(isMarked)
  if (marked) return marked
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
const namedBeside = (path: string): string | null =>
  existsSync(path) ? (/^\{\s*"format": "([\w-]+)"/.exec(beginningOf(path))?.[1] ?? null) : null

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function beginningOf(path: string): string {
  try {
    const file = openSync(path, 'r')
    try {
      const head = Buffer.alloc(4096)
      return head.toString('utf8', 0, readSync(file, head))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw unreadable(path, error)
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

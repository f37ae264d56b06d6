import { createReadStream } from 'node:fs'
import { csvRows } from '../../export/csv-rows.js'
import { importedReading, importedReport } from '../../import/reading.js'
import type { Rejection } from '../../import/rejection.js'
import { rowText } from '../../import/row-text.js'
import type { TableImport } from '../../import/table.js'
import { type Imported, type Importing, rejected, unreadable } from './imported.js'

/** The rows of tables, each a report of its own; one is held at a time. */
export async function* tableImports(
  paths: readonly string[],
  form: TableImport,
  importing: Importing,
): AsyncGenerator<Imported> {
  for (const path of paths) {
    const stream = path === '-' ? process.stdin : createReadStream(path)
    try {
      yield* rowsOf(path, decoded(stream), form, importing)
    } catch (error) {
      yield unreadable(path, error)
    } finally {
      stream.destroy()
    }
  }
}

interface Header {
  readonly columns: readonly string[]
  /** As it stands in the file. */
  readonly text: string
}

async function* rowsOf(
  file: string,
  chunks: AsyncIterable<string>,
  form: TableImport,
  importing: Importing,
): AsyncGenerator<Imported> {
  let header: Header | null = null
  for await (const row of csvRows(chunks)) {
    if ('broken' in row) {
      yield rejected(file, row.line, { message: row.broken, help: quoting })
      if (header === null) return
    } else if (header === null) {
      header = { columns: row.cells.map(name => name.trim()), text: row.text }
      const wrong = headerFault(file, header, form)
      if (!wrong) continue
      yield wrong
      return
    } else {
      yield* rowImport({ file, line: row.line, header, cells: row.cells, text: row.text }, form, importing)
    }
  }
  if (header === null) yield rejected(file, null, { message: 'there is no row in it', help: quoting })
}

const quoting =
  'write it as CSV; a cell with a comma, a quotation mark or a line break stands in quotation marks, its own doubled'

function headerFault(file: string, { columns, text }: Header, { needed }: TableImport): Rejection | null {
  const garbled = garbledText(text)
  if (garbled) return rejected(file, 1, garbled)
  const twice = columns.find((name, i) => columns.indexOf(name) !== i)
  if (twice !== undefined)
    return rejected(file, 1, {
      field: twice,
      message: 'the column is there twice',
      help: 'keep one of the two',
    })
  const missing = needed.filter(name => !columns.includes(name))
  if (missing.length === 0) return null
  const other = columns.length === 1 ? [';', '\t'].find(mark => text.includes(mark)) : undefined
  return rejected(file, 1, {
    message: `these columns are missing: ${missing.join(', ')}`,
    help:
      other === undefined
        ? 'the first line has the names of the columns, as the data set has them'
        : `cells are parted by commas, not by ${JSON.stringify(other)}: save the table as CSV with commas`,
  })
}

interface Row {
  readonly file: string
  readonly line: number
  readonly header: Header
  readonly cells: readonly string[]
  readonly text: string
}

/** A row as a report whose bytes are the header and the row, as they stand in the file. */
function* rowImport(row: Row, form: TableImport, importing: Importing): Generator<Imported> {
  const { file, line, header, cells, text } = row
  const garbled = garbledText(text)
  if (garbled) return yield rejected(file, line, garbled)
  if (cells.length !== header.columns.length) {
    const message = `the row has ${cells.length} cells, and there are ${header.columns.length} columns`
    return yield rejected(file, line, { message, help: quoting })
  }
  const words = rowText(
    Object.fromEntries(header.columns.map((name, i) => [name, cells[i] ?? ''])),
    form.prose,
  )
  const taken = form.row(words, importing.places)
  if ('faults' in taken) {
    const name = words.cell(form.needed[0] ?? '') || null
    for (const fault of taken.faults) yield rejected(file, line, { ...fault, report: name })
    return
  }
  const { name, published, event, notes } = taken
  const given = {
    name,
    published: published?.edtf ?? null,
    outlet: importing.source ?? form.source,
    headline: null,
  }
  const capture = {
    bytes: new TextEncoder().encode(`${header.text}\n${text}\n`),
    source: `${file}#${line}`,
    mediaType: 'text/plain' as const,
    charset: 'utf-8',
    capturedAt: importing.clock.now(),
    given,
  }
  const { snapshot, report } = importedReport(capture, words.body, form.name, published)
  const versions = { ...importing.versions, reader: `${form.name} ${form.version}` }
  yield { snapshot, reading: importedReading(report, [event], versions, notes), known: false }
}

/** What cannot be the text that it was meant to be. */
function garbledText(text: string): Pick<Rejection, 'message' | 'help'> | null {
  if (text.includes('\0'))
    return {
      message: 'there is a NUL in it',
      help: 'save the table as UTF-8: UTF-16 has one beside each letter',
    }
  return text.includes('\ufffd')
    ? { message: 'it is not UTF-8, or was damaged before (U+FFFD)', help: 'save the table as UTF-8' }
    : null
}

async function* decoded(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of stream)
    yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet'
import { InputFault } from '../model/input-fault.js'
import type { CheckPart } from './check-part.js'

/** The rows of a Parquet file, one group held at a time; a row's line is its number, from 1. */
export async function* parquetRows(path: string): AsyncGenerator<CheckPart> {
  const file = await asyncBufferFromFile(path)
  try {
    const metadata = await parquetMetadataAsync(file)
    yield { columns: parquetSchema(metadata).children.map(({ element }) => element.name) }
    let line = 0
    for (const { num_rows } of metadata.row_groups) {
      const rows = await parquetReadObjects({
        file,
        metadata,
        rowStart: line,
        rowEnd: line + Number(num_rows),
      })
      for (const row of rows) yield { line: ++line, cells: plain(row) }
    }
  } catch (cause) {
    throw new InputFault({
      code: 'not-parquet',
      source: path,
      message: `it is no whole Parquet file (${cause instanceof Error ? cause.message : String(cause)})`,
      help: 'export it again, or say with --format what it is',
      cause,
    })
  }
}

/** Cells as the other formats have them: days as they are written, whole numbers as numbers. */
const plain = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [
      name,
      typeof cell === 'bigint' ? Number(cell) : cell instanceof Date ? cell.toISOString().slice(0, 10) : cell,
    ]),
  )

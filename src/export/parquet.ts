import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { Cell, CellType } from './cells.js'
import type { CellValue } from './csv.js'

/** Rows held at once. Statistics let a reader skip whole groups, so that groups are kept small enough to skip. */
const rowsInGroup = 5_000

/**
 * Writes a table as Parquet: one row group after the other, Snappy, text as UTF-8 strings, whole numbers as INT64, days as DATE.
 * Every column may be null. The footer, which is written last, grows with the number of groups and not with the rows.
 */
export async function* toParquet(
  rows: AsyncIterable<Readonly<Record<string, CellValue>>>,
  cells: readonly Cell[],
  { maker }: { readonly maker: string },
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: cells.length },
      ...cells.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...stored[type] })),
    ],
    createdBy: maker,
  })
  for await (const group of inGroups(rows)) {
    writer.write({ columnData: cells.map(cell => column(cell, group)), rowGroupSize: group.length })
    yield taken(bytes)
  }
  writer.finish()
  yield taken(bytes)
}

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const
const stored: Readonly<Record<CellType, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  string: text,
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  array: text,
  object: text,
}

type Row = Readonly<Record<string, CellValue>>

function column({ name, type }: Cell, rows: readonly Row[]): ColumnSource {
  const data = rows.map(row => {
    const value = row[name] ?? null
    if (value === null) return null
    if (type === 'integer') return BigInt(value)
    return type === 'date' ? new Date(`${value}T00:00:00Z`) : value
  })
  // Where a page stands is told by its group; an index of pages would be held until the end.
  return { name, data, offsetIndex: false }
}

async function* inGroups(rows: AsyncIterable<Row>): AsyncGenerator<readonly Row[]> {
  let group: Row[] = []
  for await (const row of rows) {
    group.push(row)
    if (group.length === rowsInGroup) {
      yield group
      group = []
    }
  }
  if (group.length > 0) yield group
}

/** What has been written since the last time. The buffer is used again, so this is a copy. */
function taken(bytes: ByteWriter): Uint8Array {
  const written = bytes.getBytes().slice()
  bytes.index = 0
  return written
}

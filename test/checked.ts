import { parquetReadObjects } from 'hyparquet'
import type { RowFault } from '../src/export/check/row-checker.js'
import { csvRows } from '../src/export/csv-rows.js'
import type { Format, FormatSettings, Source } from '../src/export/format.js'
import { jsonItems } from '../src/export/json-items.js'

/** What a format writes, by the files' names; of a format that is one file, by none. */
export async function filesOf(
  format: Format,
  source: Source,
  settings: FormatSettings,
): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {}
  const add = (name: string, content: string | Uint8Array): void => {
    files[name] = Buffer.concat([files[name] ?? Buffer.of(), Buffer.from(content)])
  }
  if (format.kind === 'file') for await (const content of format.write(source, settings)) add('', content)
  else for await (const { name, content } of format.write(source, settings)) add(name, content)
  return files
}

/** The faults that a format's own check finds in what it wrote. */
export async function faultsIn(
  { check }: Format,
  files: Readonly<Record<string, Buffer>>,
): Promise<readonly RowFault[]> {
  if (!check) return []
  const checker = check.checker()
  const file = files[''] ?? Buffer.of()
  const text = file.toString()
  if (check.rows === 'brat')
    return Object.entries(files)
      .filter(([name]) => name.endsWith('.ann'))
      .flatMap(([name, ann]) =>
        checker.row({ ann: String(ann), text: String(files[name.replace('.ann', '.txt')]) }),
      )
  if (check.rows === 'jsonl')
    return text
      .split('\n')
      .filter(Boolean)
      .flatMap(line => checker.row(JSON.parse(line)))
  if (check.rows === 'parquet') {
    const copy = Uint8Array.from(file).buffer
    return (await parquetReadObjects({ file: copy })).flatMap(row => checker.row(plain(row)))
  }
  const faults: RowFault[] = []
  if (check.rows === 'csv') {
    let columns: readonly string[] | null = null
    for await (const row of csvRows([text])) {
      if ('broken' in row) throw new Error(`${row.line}: ${row.broken}`)
      if (columns)
        faults.push(...checker.row(Object.fromEntries(columns.map((name, i) => [name, row.cells[i]]))))
      else faults.push(...checker.columns(row.cells))
      columns ??= row.cells
    }
    return faults
  }
  for await (const item of jsonItems([text], check.rows.key)) {
    if ('broken' in item) throw new Error(`${item.line}: ${item.broken}`)
    if ('frame' in item) faults.push(...(checker.frame?.(item.frame && JSON.parse(item.frame)) ?? []))
    else faults.push(...checker.row(JSON.parse(item.text)))
  }
  return faults
}

const plain = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [
      name,
      typeof cell === 'bigint' ? Number(cell) : cell instanceof Date ? cell.toISOString().slice(0, 10) : cell,
    ]),
  )

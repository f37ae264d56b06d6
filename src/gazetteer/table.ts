import { readFileSync } from 'node:fs'
import { sha256 } from '../text/ids.js'

/** A row of a table, by column name. A cell that is missing reads as empty. */
export type Row = (column: string) => string

export interface Table {
  readonly rows: readonly Row[]
  /** Changes whenever the file does. */
  readonly digest: string
}

/**
 * Reads one of the editable tables: tab-separated, the first line names the columns, `#` starts a comment line.
 * @throws SyntaxError where a row has more cells than there are columns, with its line number.
 */
export function readTable(url: URL): Table {
  const text = readFileSync(url, 'utf8')
  const [header = '', ...lines] = text.split('\n')
  const columns = header.split('\t')
  const rows = lines.flatMap((line, i) => {
    if (line === '' || line.startsWith('#')) return []
    const cells = line.split('\t')
    if (cells.length > columns.length) throw new SyntaxError(`${url.pathname}:${i + 2}: too many cells`)
    return [(column: string) => cells[columns.indexOf(column)] ?? '']
  })
  return { rows, digest: sha256(text).slice(0, 8) }
}

/** The parts of a cell that lists several. */
export const parts = (cell: string): string[] => (cell === '' ? [] : cell.split('|'))

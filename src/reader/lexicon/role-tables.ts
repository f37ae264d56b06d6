import { readFileSync } from 'node:fs'

/** Rows of a table by their first column; lines that begin with `#` are notes, the first other line names the columns. */
export function readTable(url: URL): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const lines = readFileSync(url, 'utf8')
    .split('\n')
    .filter(line => line.trim() && !line.startsWith('#'))
  const columns = (lines[0] ?? '').split('\t')
  return new Map(
    lines.slice(1).map(line => {
      const cells = line.split('\t')
      return [cells[0] ?? '', Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))]
    }),
  )
}

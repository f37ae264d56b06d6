import type { BenchRow } from './measure.js'

const columns = ['suite', 'file', 'metric', 'value', 'published anchor', 'n'] as const

/** Rows as a table that reads well in a terminal and is Markdown, so that it can be kept in bench/results.md as it is. */
export function renderTable(rows: readonly BenchRow[]): string {
  const cells = [[...columns], ...rows.map(cellsOf)].map(row => row.map(cell => cell.replaceAll('|', '\\|')))
  const widths = columns.map((_, i) => Math.max(...cells.map(row => row[i]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`
  const rule = line(widths.map(width => '-'.repeat(width)))
  const [head = [], ...body] = cells
  return `${[line(head), rule, ...body.map(line)].join('\n')}\n`
}

/** One row as a line of JSON. */
export function renderJson(row: BenchRow): string {
  return `${JSON.stringify(row)}\n`
}

function cellsOf(row: BenchRow): string[] {
  return [row.suite, row.file, row.metric, valueCell(row), row.anchor ?? '', String(row.n)]
}

function valueCell({ value, unit, p, r, note }: BenchRow): string {
  if (value === null) return note ?? ''
  const decimals = unit === 'r' || unit === 'points' ? 2 : 1
  const number = unit === '' && Number.isInteger(value) ? String(value) : value.toFixed(decimals)
  const behind = p === undefined || r === undefined ? '' : ` (P ${p.toFixed(1)}, R ${r.toFixed(1)})`
  return `${number}${['%', 'r', ''].includes(unit) ? '' : ` ${unit}`}${behind}`
}

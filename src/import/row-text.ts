import type { Quote } from '../model/span.js'
import { quoteAt } from '../text/quote.js'

/** A row of a table as a text that values can quote. */
export interface RowText {
  readonly body: string
  /** A cell without the white space around it; empty where there is none. */
  cell(column: string): string
  /** The words of a cell, or of a part of it; null where it is empty or has no such part. */
  words(column: string, part?: string): Quote | null
  /** A cell with the name of its column, for numbers, which tell nothing alone. */
  line(column: string): Quote | null
}

/** Writes a row as a line for each cell that is not empty, `column: cell`, and then the columns that are prose. */
export function rowText(cells: Readonly<Record<string, string>>, prose: readonly string[]): RowText {
  const filled = Object.entries(cells)
    .map(([column, cell]) => ({ column, cell: unescaped(cell).trim() }))
    .filter(({ cell }) => cell !== '')
  const places = new Map<string, { readonly line: number; readonly start: number; readonly cell: string }>()
  let body = ''
  for (const { column, cell } of filled.filter(({ column }) => !prose.includes(column))) {
    const label = `${column}: `
    places.set(column, { line: body.length, start: body.length + label.length, cell })
    body += `${label}${cell}\n`
  }
  for (const { column, cell } of filled.filter(({ column }) => prose.includes(column))) {
    body += '\n'
    places.set(column, { line: body.length, start: body.length, cell })
    body += `${cell}\n`
  }
  return {
    body,
    cell: column => places.get(column)?.cell ?? '',
    words(column, part) {
      const place = places.get(column)
      const at = place ? place.cell.indexOf(part ?? place.cell) : -1
      if (!place || at < 0 || part === '') return null
      const start = place.start + at
      return quoteAt(body, { start, end: start + (part ?? place.cell).length })
    },
    line(column) {
      const place = places.get(column)
      return place ? quoteAt(body, { start: place.line, end: place.start + place.cell.length }) : null
    },
  }
}

/** Without the apostrophe that `export --excel` writes before what a spreadsheet would run, or before one of the text's own. */
const unescaped = (cell: string): string => cell.replace(/^'(?=\s*[=+\-@\t\r\0＝＋－＠]|')/u, '')

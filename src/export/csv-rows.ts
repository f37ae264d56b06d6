/** A row of a CSV file with the line on which it starts, from 1, and as it stands there; or what is wrong with it. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[]; readonly text: string }
  | { readonly line: number; readonly broken: string }

/** In UTF-16 units. A quote that is never closed takes what follows into its cell: past this it is given up. */
const longestRow = 1_000_000

const [quoteMark, lineFeed] = [0x22, 0x0a]

/**
 * The rows of a CSV file (RFC 4180; LF or CRLF, with or without a byte order mark), the header among them, empty lines left out.
 * A row that cannot be read comes as broken in its place, and reading goes on with the next line: libraries that were tried give
 * up the rest of the file there, or count lines within cells wrongly. One row is held at a time.
 */
export async function* csvRows(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<CsvRow> {
  let text = ''
  let line = 1
  let isFirst = true
  for await (const chunk of chunks) {
    text += isFirst ? chunk.replace(/^\ufeff/, '') : chunk
    if (text !== '') isFirst = false
    const read = rowsIn(text, line, false)
    yield* read.rows
    text = text.slice(read.end)
    line = read.line
  }
  yield* rowsIn(text, line, true).rows
}

interface Read {
  readonly rows: readonly CsvRow[]
  /** Where the first row starts that has no end yet, and on which line. */
  readonly end: number
  readonly line: number
}

/** The rows of a text that starts with one, whether or not it is the last of the file. */
function rowsIn(text: string, firstLine: number, isLast: boolean): Read {
  const rows: CsvRow[] = []
  let start = 0
  let line = firstLine
  let inside = false
  for (let at = 0; ; at++) {
    const isEnd = at >= text.length
    if (isEnd && (!isLast || start >= text.length) && at - start <= longestRow) break
    const code = text.charCodeAt(at)
    if (code === quoteMark) inside = !inside
    if (!isEnd && !(code === lineFeed && !inside) && at - start <= longestRow) continue
    const row = text.slice(start, at).replace(/\r$/, '')
    const cells = inside || at - start > longestRow ? null : cellsOf(row)
    // What cannot be read may have swallowed rows that can: the next one begins with the next line.
    const lineEnd = text.indexOf('\n', start)
    const next = cells ? at + 1 : lineEnd < 0 ? text.length : lineEnd + 1
    if (!cells) rows.push({ line, broken: complaint(text.slice(start, at)) })
    else if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells, text: row })
    line += text.slice(start, next).split('\n').length - 1
    start = next
    at = next - 1
    inside = false
  }
  return { rows, end: start, line }
}

/** The cells of a row; null where a quote stands where none may. */
function cellsOf(row: string): string[] | null {
  if (!row.includes('"')) return row.split(',')
  const cells: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y
  for (let more = true; more; ) {
    const found = cell.exec(row)
    if (!found) return null
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    more = found[3] === ','
  }
  return cells
}

const complaint = (row: string): string =>
  row.length > longestRow
    ? `the row is longer than ${longestRow} characters`
    : (row.split('"').length - 1) % 2 === 1
      ? 'a quotation mark is never closed'
      : 'a quotation mark stands within a cell that does not begin with one'

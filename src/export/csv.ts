/** What a cell of a table can hold; null is unknown, and is written as nothing. */
export type CellValue = string | number | boolean | null

export interface CsvColumn {
  readonly name: string
  /** Whether it holds text, in which a spreadsheet could see a formula. A negative longitude is none. */
  readonly isText: boolean
}

/**
 * What Excel, LibreOffice and Google Sheets take for a formula at the start of a cell (OWASP, CSV injection); leading white
 * space is looked through, as some of them do. An apostrophe of the text's own is doubled so that reading it back is exact.
 */
const formula = /^\s*[=+\-@\t\r\0＝＋－＠]|^'/u

/**
 * Writes tables as CSV (RFC 4180): UTF-8, LF. For Excel: a byte order mark, CRLF, and an apostrophe before whatever of a text
 * column could run as a formula. A quoted cell keeps its line breaks in either.
 */
export function csvWriter(
  columns: readonly CsvColumn[],
  { excel }: { readonly excel: boolean },
): { readonly header: string; row(cells: Readonly<Record<string, CellValue>>): string } {
  const end = excel ? '\r\n' : '\n'
  const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}${end}`
  return {
    header: `${excel ? '\ufeff' : ''}${line(columns.map(({ name }) => name))}`,
    row: cells =>
      line(
        columns.map(({ name, isText }) => {
          const cell = cells[name] ?? null
          const text = cell === null ? '' : String(cell)
          return excel && isText && formula.test(text) ? `'${text}` : text
        }),
      ),
  }
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

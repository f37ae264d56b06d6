/** Something wrong with a row, and what to do. */
export interface RowFault {
  /** The column or key at fault; null where it is the row or file. */
  readonly column: string | null
  readonly message: string
  readonly help: string
  /** Of a row that is a whole document: the line in it, from 1. */
  readonly line?: number
}

/** Checks one file row by row; what it keeps of earlier rows is only what later ones are held against (ids). */
export interface RowChecker {
  /** Faults of the file's columns, before any row; a file of JSON lines has none to check. */
  columns(names: readonly string[]): readonly RowFault[]
  /** Faults of a row: its cells by column, or a line's JSON. */
  row(cells: Readonly<Record<string, unknown>>): readonly RowFault[]
  /** Faults of what stands around the items of a JSON file, after the last of them; null where that is no JSON object. */
  frame?(frame: Readonly<Record<string, unknown>> | null): readonly RowFault[]
}

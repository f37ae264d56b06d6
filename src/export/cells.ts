/** What a cell of a format can hold. */
export type CellType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'array' | 'object'

/** A column, key or property of a format: where it comes from in the record, and how far the evidence can fill it. */
export interface Cell {
  readonly name: string
  readonly type: CellType
  /** `always`; `told`, where the report tells it; `never`, as nothing in a report could say it. */
  readonly filled: 'always' | 'told' | 'never'
  /** What of the record it is made from, and by what rule. */
  readonly from: string
}

/** The cells that the evidence cannot fill, with the reason. */
export const unfilled = (cells: readonly Cell[]): { readonly name: string; readonly because: string }[] =>
  cells.filter(({ filled }) => filled === 'never').map(({ name, from }) => ({ name, because: from }))

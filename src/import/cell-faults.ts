import {
  choiceFaults as choices,
  dayFaults as days,
  degreeFaults as degrees,
  filledFaults as filled,
  wholeFaults as wholes,
} from '../export/check/cells.js'
import type { RowFault } from '../export/check/row-checker.js'
import { type Fault, fault } from './rejection.js'
import type { RowText } from './row-text.js'

/** What `herodotus check` says of cells, of the rows of an import. */
const asFaults = (found: readonly RowFault[]): Fault[] =>
  found.map(({ column, message, help }) => fault(column, message, help))

export const dayFaults = (row: RowText, column: string): Fault[] => asFaults(days(row.cell, column))
export const wholeFaults = (row: RowText, column: string, low: number, high: number): Fault[] =>
  asFaults(wholes(row.cell, column, low, high))
export const filledFaults = (row: RowText, columns: readonly string[]): Fault[] =>
  asFaults(filled(row.cell, columns))
export const choiceFaults = (row: RowText, column: string, allowed: readonly string[]): Fault[] =>
  asFaults(choices(row.cell, column, allowed))

/** A point has both its degrees, within their bounds, or neither. */
export function pointFaults(row: RowText): Fault[] {
  const faults = asFaults([...degrees(row.cell, 'latitude', 90), ...degrees(row.cell, 'longitude', 180)])
  const half = (['latitude', 'longitude'] as const).find(column => row.cell(column) === '')
  const isHalf = half !== undefined && (row.cell('latitude') !== '' || row.cell('longitude') !== '')
  return isHalf
    ? [...faults, fault(half, 'only one of the two degrees is told', 'give both, or neither')]
    : faults
}

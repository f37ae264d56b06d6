import { edtfBounds } from '../../text/edtf.js'
import type { RowFault } from './row-checker.js'

/** A row of text cells by column; a missing cell is empty. */
export type Cells = (column: string) => string

/** The cells of a row as text, whatever it was read from. */
export const cellsOf =
  (row: Readonly<Record<string, unknown>>): Cells =>
  column => {
    const cell = row[column]
    return cell === undefined || cell === null ? '' : String(cell).trim()
  }

export const fault = (column: string | null, message: string, help: string): RowFault => ({
  column,
  message,
  help,
})

/** Columns that are missing, unknown, twice there, or in another order than they must be. */
export function columnFaults(names: readonly string[], expected: readonly string[]): RowFault[] {
  const missing = expected.filter(name => !names.includes(name))
  const unknown = names.filter(name => !expected.includes(name))
  const twice = names.filter((name, i) => names.indexOf(name) !== i)
  const faults = [
    ...missing.map(name =>
      fault(name, 'the column is missing', 'add it; it may be empty where nothing is known'),
    ),
    ...unknown.map(name =>
      fault(name, 'the format has no such column', 'take it out, or give it its name in the format'),
    ),
    ...twice.map(name => fault(name, 'the column is there twice', 'keep one of the two')),
  ]
  if (faults.length === 0 && names.some((name, i) => name !== expected[i])) {
    const at = names.findIndex((name, i) => name !== expected[i])
    const found = `column ${at + 1} is ${names[at]}, not ${expected[at]}`
    return [fault(names[at] ?? null, found, `the order is ${expected.join(',')}`)]
  }
  return faults
}

/** Cells that must be whole numbers (empty ones are let through) and are not, or lie outside the bounds. */
export function wholeFaults(cells: Cells, column: string, low: number, high: number): RowFault[] {
  const text = cells(column)
  if (text === '') return []
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= low && value <= high) return []
  const range = high === Number.POSITIVE_INFINITY ? `from ${low} on` : `from ${low} to ${high}`
  return [
    fault(
      column,
      `${quoted(text)} is no whole number ${range}`,
      'correct the number, or leave the cell empty',
    ),
  ]
}

/** Cells that must be degrees (empty ones are let through). */
export function degreeFaults(cells: Cells, column: string, most: number): RowFault[] {
  const text = cells(column)
  if (text === '' || (/^-?\d+(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= most)) return []
  return [
    fault(
      column,
      `${quoted(text)} is no number of degrees from -${most} to ${most}`,
      'give decimal degrees (WGS84)',
    ),
  ]
}

/** Cells that must be one of a list. */
export function choiceFaults(cells: Cells, column: string, choices: readonly string[]): RowFault[] {
  const text = cells(column)
  if (choices.includes(text)) return []
  const listed = choices.map(choice => choice || '(empty)').join(', ')
  return [fault(column, `${quoted(text)} is none of its values`, `give one of ${listed}`)]
}

export function filledFaults(cells: Cells, columns: readonly string[]): RowFault[] {
  return columns
    .filter(column => cells(column) === '')
    .map(column => fault(column, 'the cell is empty', 'every row needs it: fill it in or take the row out'))
}

/** Cells that must be days of the calendar (empty ones are let through). */
export function dayFaults(cells: Cells, column: string): RowFault[] {
  const text = cells(column)
  if (text === '' || isDay(text)) return []
  return [fault(column, `${quoted(text)} is no day`, 'write a day of the calendar as YYYY-MM-DD')]
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    return edtfBounds(text).earliest === text
  } catch {
    return false
  }
}

/**
 * Remembers ids, and tells which was there before. A cell is a view on the piece of the file that it was read from: a copy is
 * kept, or the whole file would be.
 */
export function idsOnce(column: string): (id: string) => RowFault[] {
  const seen = new Set<string>()
  return id => {
    if (id === '' || !seen.has(id)) {
      seen.add(JSON.parse(JSON.stringify(id)))
      return []
    }
    return [fault(column, `${quoted(id)} stands in an earlier row too`, 'give every row an id of its own')]
  }
}

export const quoted = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)

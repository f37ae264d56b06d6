import { tableCells } from '../table-cells.js'
import { fault, quoted } from './cells.js'
import { declaredChecker } from './declared.js'
import type { RowChecker, RowFault } from './row-checker.js'
import { orderFaults, wordFaults } from './words.js'

/**
 * Checks rows of the plain table: what it declares, days in order, words as long as their offsets say, and each value once. Rows
 * of one event must follow each other, so that only the events' ids are kept.
 */
export function tableChecker(): RowChecker {
  const declared = declaredChecker(tableCells)
  const events = new Set<string>()
  let current = ''
  let values = new Set<string>()
  const twice = (event: string, value: string): RowFault[] => {
    if (event !== current) {
      const isBack = events.has(event)
      events.add(event)
      current = event
      values = new Set()
      if (isBack) return [fault('event', `rows of ${quoted(event)} stand apart`, 'put them together')]
    }
    const isThere = values.has(value)
    values.add(value)
    return isThere
      ? [fault('position', `${value} of this event stands in an earlier row too`, 'keep one')]
      : []
  }
  return {
    columns: declared.columns,
    row: row => [
      ...declared.row(row),
      ...orderFaults('latest', row.earliest, row.latest),
      ...(row.start === null || row.start === undefined || row.start === ''
        ? []
        : wordFaults(
            'quote',
            { start: numberOf(row.start), end: numberOf(row.end), exact: row.quote },
            row.unit,
          )),
      // Both are copied: cells are views on the piece of the file that they were read from.
      ...twice(JSON.parse(JSON.stringify(String(row.event))), `${row.field} ${row.position}`),
    ],
  }
}

const numberOf = (cell: unknown): unknown => (typeof cell === 'string' ? Number(cell || Number.NaN) : cell)

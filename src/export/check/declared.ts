import type { Cell } from '../cells.js'
import {
  type Cells,
  cellsOf,
  columnFaults,
  dayFaults,
  fault,
  filledFaults,
  quoted,
  wholeFaults,
} from './cells.js'
import type { RowChecker, RowFault } from './row-checker.js'

/** Checks rows by no more than what a format declares of its columns: their names and order, types, and which are always filled. */
export function declaredChecker(declared: readonly Cell[]): RowChecker {
  const cells = declared.filter(({ filled }) => filled !== 'never')
  const names = cells.map(({ name }) => name)
  const always = cells.filter(({ filled }) => filled === 'always').map(({ name }) => name)
  return {
    columns: given => columnFaults(given, names),
    row(row) {
      const text = cellsOf(row)
      return [
        ...filledFaults(text, always),
        ...cells.flatMap(cell => typeFaults(text, cell)),
        ...rangeFaults(text, names),
      ]
    },
  }
}

function typeFaults(cells: Cells, { name, type }: Cell): RowFault[] {
  const text = cells(name)
  if (text === '') return []
  switch (type) {
    case 'integer':
      return wholeFaults(cells, name, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    case 'number':
      return Number.isFinite(Number(text))
        ? []
        : [fault(name, `${quoted(text)} is no number`, 'give a number')]
    case 'boolean':
      return ['true', 'false'].includes(text)
        ? []
        : [fault(name, `${quoted(text)} is no truth value`, 'write true or false')]
    case 'date':
      return dayFaults(cells, name)
    default:
      return []
  }
}

/** `low` and `high` are bounds wherever both are columns. */
function rangeFaults(cells: Cells, names: readonly string[]): RowFault[] {
  if (!names.includes('low') || !names.includes('high')) return []
  const [low, high] = [cells('low'), cells('high')]
  if (low === '' || high === '' || Number(low) <= Number(high)) return []
  return [fault('low', `low (${low}) is more than high (${high})`, 'correct the one that is wrong')]
}

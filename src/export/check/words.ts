import type { OffsetUnit } from '../told.js'
import { fault, quoted } from './cells.js'
import type { RowFault } from './row-checker.js'

export const isOffset = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0

const lengthOf = (text: string, unit: OffsetUnit): number =>
  unit === 'utf-16' ? text.length : [...text].length

/** Faults of where words stand: they must begin before they end, and be as long as it is from the one to the other. */
export function wordFaults(
  column: string,
  { start, end, exact }: { readonly start: unknown; readonly end: unknown; readonly exact: unknown },
  unit: unknown,
): RowFault[] {
  if (unit !== 'code-points' && unit !== 'utf-16')
    return [fault('unit', `${quoted(String(unit))} is no unit of offsets`, 'give code-points or utf-16')]
  if (!isOffset(start) || !isOffset(end) || start >= end)
    return [
      fault(
        column,
        `${String(start)} to ${String(end)} is no stretch of a text`,
        'give where the words start and, beyond it, where they end',
      ),
    ]
  if (typeof exact !== 'string' || exact === '' || lengthOf(exact, unit) === end - start) return []
  return [
    fault(
      column,
      `${quoted(exact)} are ${lengthOf(exact, unit)} ${unit}, and ${start} to ${end} are ${end - start}`,
      'correct the offsets, the words, or the unit',
    ),
  ]
}

/** Faults of a number's bounds. */
export function boundFaults(column: string, low: unknown, high: unknown): RowFault[] {
  return typeof low === 'number' && typeof high === 'number' && low > high
    ? [fault(column, `low (${low}) is more than high (${high})`, 'correct the one that is wrong')]
    : []
}

/** Faults of a time's first and last day. */
export function orderFaults(column: string, earliest: unknown, latest: unknown): RowFault[] {
  return typeof earliest === 'string' &&
    typeof latest === 'string' &&
    earliest !== '' &&
    latest !== '' &&
    earliest > latest
    ? [fault(column, `it ends on ${latest}, before it starts on ${earliest}`, 'put the days in order')]
    : []
}

/** What a JSON value has under a key; undefined where it is no object. */
export const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

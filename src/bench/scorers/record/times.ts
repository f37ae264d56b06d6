import { daysInMonth } from '../../../text/edtf.js'

// Days are numbers that order as days do: 20151203.
const dayNumber = (year: number, month: number, day: number): number => year * 10_000 + month * 100 + day
const seasonStart: Readonly<Record<number, number>> = { 21: 3, 22: 6, 23: 9, 24: 12 }

class NoDay extends Error {
  override readonly name = 'NoDay'
}

function whole(part: string): number {
  if (!/^\s*[+-]?\d+(?:_\d+)*\s*$/.test(part)) throw new NoDay(part)
  return Number(part.replaceAll('_', ''))
}

function checkedDay(year: number, month: number, day: number): number {
  const known = year >= 1 && year <= 9999 && month >= 1 && month <= 12
  if (!known || day < 1 || day > daysInMonth(year, month)) throw new NoDay()
  return dayNumber(year, month, day)
}

/** The first day of the months that start at a month, or their last: the day before the month after them. */
function edgeOfMonths(year: number, month: number, months: number, last: boolean): number {
  if (!last) return checkedDay(year, month, 1)
  const next = month + months
  checkedDay(next > 12 ? year + 1 : year, next > 12 ? next - 12 : next, 1)
  if (next === 1) return dayNumber(year - 1, 12, 31)
  const end = next - 1 > 12 ? next - 13 : next - 1
  const endYear = next - 1 > 12 ? year + 1 : year
  return dayNumber(endYear, end, daysInMonth(endYear, end))
}

/** The scorer's reading of an EDTF value's end, more lenient than the record's own: it only has to order days. */
function edge(value: string, last: boolean): number | null {
  if (value === '..' || value.startsWith('XXXX')) return null
  const bare = value.replace(/[?~%]+$/, '')
  if (/^\d{3}X$/.test(bare)) {
    const decade = Number(bare.slice(0, 3)) * 10
    return last ? checkedDay(decade + 9, 12, 31) : checkedDay(decade, 1, 1)
  }
  const [year = 0, month, day, ...rest] = bare.split('-').map(whole)
  if (month === undefined) return last ? checkedDay(year, 12, 31) : checkedDay(year, 1, 1)
  if (day !== undefined && !rest.length) return checkedDay(year, month, day)
  if (month <= 12) return edgeOfMonths(year, month, 1, last)
  const season = seasonStart[month]
  if (season === undefined) throw new NoDay(value)
  return edgeOfMonths(year, season, 3, last)
}

function bounds(edtf: string): { first: number | null; last: number | null } | null {
  const slash = edtf.indexOf('/')
  const from = slash < 0 ? edtf : edtf.slice(0, slash)
  const to = slash < 0 ? '' : edtf.slice(slash + 1)
  try {
    return { first: edge(from, false), last: edge(to || from, true) }
  } catch (fault) {
    if (fault instanceof NoDay) return null
    throw fault
  }
}

/** Whether two EDTF values are equal but for their last qualifier. */
export function sameTime(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  return a.replace(/[?~%]+$/, '') === b.replace(/[?~%]+$/, '')
}

/** Whether the days of two EDTF values overlap; a value that names no day overlaps none. */
export function timesOverlap(a: string, b: string): boolean {
  const x = bounds(a)
  const y = bounds(b)
  if (!x || !y) return false
  const before = (end: number | null, start: number | null): boolean =>
    end !== null && start !== null && end < start
  return !before(y.last, x.first) && !before(x.last, y.first)
}

import { daysInMonth } from '../../../text/edtf.js'

/** The lengths of time that the grammar reckons in. */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'season'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'

/** Units in which a stretch of the calendar can be named. */
export type CalendarUnit = Exclude<Unit, 'second' | 'minute' | 'hour'>

/**
 * One stretch of the calendar, as the number of its unit: days since 1970-01-01, weeks since the Monday 1969-12-29,
 * months since year 0, and so on. So a step to the next or the previous one is a sum, whatever the unit.
 */
export interface Period {
  readonly unit: CalendarUnit
  readonly at: number
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** Days since 1970-01-01 of a day of the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms"). */
export function epochDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  )
}

/** Year, month 1..12 and day of a number of days since 1970-01-01. */
export function civil(days: number): { year: number; month: number; day: number } {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Whether a month of a year has such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= daysInMonth(year, month)
}

export const day = (year: number, month: number, of: number): Period => ({
  unit: 'day',
  at: epochDay(year, month, of),
})
export const month = (year: number, of: number): Period => ({ unit: 'month', at: year * 12 + of - 1 })
export const year = (of: number): Period => ({ unit: 'year', at: of })

/** Monday is 0. */
export const weekdayOf = (days: number): number => (((days + 3) % 7) + 7) % 7

/** First and last day of a period, in days since 1970-01-01. A season starts with March, June, September or December. */
export function daysOf({ unit, at }: Period): { first: number; last: number } {
  if (unit === 'day') return { first: at, last: at }
  if (unit === 'week') return { first: at * 7 - 3, last: at * 7 + 3 }
  const { from, months } = monthsOf(unit, at)
  const end = from + months
  return {
    first: epochDay(Math.floor(from / 12), (from % 12) + 1, 1),
    last: epochDay(Math.floor(end / 12), (end % 12) + 1, 1) - 1,
  }
}

function monthsOf(unit: Exclude<CalendarUnit, 'day' | 'week'>, at: number): { from: number; months: number } {
  switch (unit) {
    case 'month':
      return { from: at, months: 1 }
    case 'season':
      return { from: at * 3 + 2, months: 3 }
    case 'quarter':
      return { from: at * 3, months: 3 }
    case 'half':
      return { from: at * 6, months: 6 }
    case 'year':
      return { from: at * 12, months: 12 }
    case 'decade':
      return { from: at * 120, months: 120 }
    case 'century':
      return { from: at * 1200, months: 1200 }
  }
}

/** The period of a unit that holds the first day of another. */
export function holding(unit: CalendarUnit, period: Period): Period {
  if (period.unit === unit) return period
  const { first } = daysOf(period)
  if (unit === 'day') return { unit, at: first }
  if (unit === 'week') return { unit, at: Math.floor((first + 3) / 7) }
  const { year: y, month: m } = civil(first)
  const months = y * 12 + m - 1
  const size = { month: 1, season: 3, quarter: 3, half: 6, year: 12, decade: 120, century: 1200 }[unit]
  return { unit, at: Math.floor((unit === 'season' ? months - 2 : months) / size) }
}

const order: readonly CalendarUnit[] = [
  'day',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
]

/** Whether a unit is longer than another. */
export const isLonger = (a: CalendarUnit, b: CalendarUnit): boolean => order.indexOf(a) > order.indexOf(b)

/** `YYYY-MM-DD`. */
export function isoDay(days: number): string {
  const { year: y, month: m, day: d } = civil(days)
  return `${pad(y, 4)}-${pad(m)}-${pad(d)}`
}

/** The EDTF of a period (codebook section 3). */
export function edtfOf(period: Period): string {
  const { unit, at } = period
  const { first, last } = daysOf(period)
  const { year: y, month: m } = civil(first)
  switch (unit) {
    case 'day':
      return isoDay(first)
    case 'month':
      return `${pad(y, 4)}-${pad(m)}`
    case 'season':
      return `${pad(y, 4)}-${21 + (((at % 4) + 4) % 4)}`
    case 'year':
      return pad(y, 4)
    case 'decade':
      return `${pad(at, 3)}X`
    case 'century':
      return `${pad(at * 100 + 1, 4)}/${pad(at * 100 + 100, 4)}`
    case 'week':
      return `${isoDay(first)}/${isoDay(last)}`
    case 'quarter':
    case 'half':
      return `${pad(y, 4)}-${pad(m)}/${pad(y, 4)}-${pad(civil(last).month)}`
  }
}

/** The TIMEX3 value of a period. */
export function timexOf(period: Period): string {
  const { unit, at } = period
  const { year: y, month: m } = civil(daysOf(period).first)
  switch (unit) {
    case 'day':
      return isoDay(at)
    case 'month':
      return `${pad(y, 4)}-${pad(m)}`
    case 'season':
      return `${pad(y, 4)}-${['SP', 'SU', 'FA', 'WI'][((at % 4) + 4) % 4]}`
    case 'quarter':
      return `${pad(y, 4)}-Q${(((at % 4) + 4) % 4) + 1}`
    case 'half':
      return `${pad(y, 4)}-H${(((at % 2) + 2) % 2) + 1}`
    case 'year':
      return pad(y, 4)
    case 'decade':
      return pad(at, 3)
    case 'century':
      return pad(at, 2)
    case 'week': {
      // ISO 8601: a week belongs to the year of its Thursday.
      const thursday = at * 7
      const of = civil(thursday).year
      return `${pad(of, 4)}-W${pad(Math.floor((thursday - epochDay(of, 1, 1)) / 7) + 1)}`
    }
  }
}

/** Reads an EDTF day, month or year; null for anything else. */
export function periodOf(edtf: string): Period | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(edtf)
  if (!match) return null
  const [y, m, d] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)]
  if (m > 12 || (d > 0 && !isDay(y, m, d))) return null
  return d > 0 ? day(y, m, d) : m > 0 ? month(y, m) : year(y)
}

const firstDay = epochDay(1, 1, 1)
const lastDay = epochDay(9999, 12, 31)

/** Whether days lie within the years 1 to 9999, which EDTF writes in four figures. */
export const isInEra = ({ first, last }: { first: number; last: number }): boolean =>
  first >= firstDay && last <= lastDay

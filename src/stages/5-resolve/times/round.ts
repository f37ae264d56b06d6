import {
  civil,
  day,
  daysOf,
  edtfOf,
  holding,
  isDay,
  isoDay,
  month,
  type Period,
  timexOf,
} from './calendar.js'
import type { Named } from './form.js'
import { holidayIn } from './holidays.js'

/** A stretch of days with its values; `period` is null where no one unit holds it (a month of fasting). */
export interface Stretch {
  readonly first: number
  readonly last: number
  readonly period: Period | null
  readonly edtf: string
  readonly timex: string
}

export function stretchOf(period: Period): Stretch {
  return { ...daysOf(period), period, edtf: edtfOf(period), timex: timexOf(period) }
}

/** The number of the round (a week, a month or a year) in which a day falls. */
export function roundOf(named: Named, days: number): number {
  if (named.of === 'weekday' || named.of === 'weekend') return holding('week', { unit: 'day', at: days }).at
  const { year, month: m } = civil(days)
  if (named.of === 'monthday') return year * 12 + m - 1
  // January and February belong to the winter of the year before.
  return named.of === 'season' && named.n === 3 && m <= 2 ? year - 1 : year
}

/** When it comes in a round; null where it does not ("31 February", "29 February 2031"). */
export function inRound(named: Named, round: number): Stretch | null {
  switch (named.of) {
    case 'weekday':
      return stretchOf({ unit: 'day', at: daysOf({ unit: 'week', at: round }).first + named.n })
    case 'weekend': {
      const { last } = daysOf({ unit: 'week', at: round })
      return {
        first: last - 1,
        last,
        period: null,
        edtf: `${isoDay(last - 1)}/${isoDay(last)}`,
        timex: `${timexOf({ unit: 'week', at: round })}-WE`,
      }
    }
    case 'monthday':
      return dayOf(Math.floor(round / 12), (round % 12) + 1, named.n)
    case 'day':
      return dayOf(round, named.month, named.n)
    case 'month':
      return stretchOf(month(round, named.n))
    case 'season':
    case 'quarter':
      return stretchOf({ unit: named.of, at: round * 4 + named.n })
    case 'half':
      return stretchOf({ unit: 'half', at: round * 2 + named.n })
    case 'holiday': {
      const days = holidayIn(round, named.name)
      if (!days) return null
      const about = days.approximate ? '~' : ''
      const [first, last] = [`${isoDay(days.first)}${about}`, `${isoDay(days.last)}${about}`]
      return {
        first: days.first,
        last: days.last,
        period: first === last ? { unit: 'day', at: days.first } : null,
        edtf: first === last ? first : `${first}/${last}`,
        timex: isoDay(days.first),
      }
    }
  }
}

const dayOf = (year: number, m: number, n: number): Stretch | null =>
  isDay(year, m, n) ? stretchOf(day(year, m, n)) : null

const pad = (n: number): string => String(n).padStart(2, '0')

/** The values where the round is not known: EDTF where it has one, and TIMEX3. */
export function unplaced(named: Named): { edtf: string | null; timex: string | null } {
  switch (named.of) {
    case 'weekday':
      return { edtf: null, timex: `XXXX-WXX-${named.n + 1}` }
    case 'weekend':
      return { edtf: null, timex: 'XXXX-WXX-WE' }
    case 'day': {
      const value = `XXXX-${pad(named.month)}-${pad(named.n)}`
      return isDay(2000, named.month, named.n) ? { edtf: value, timex: value } : { edtf: null, timex: null }
    }
    case 'month':
      return { edtf: null, timex: `XXXX-${pad(named.n)}` }
    case 'monthday':
      return { edtf: null, timex: `XXXX-XX-${pad(named.n)}` }
    case 'season':
      return { edtf: null, timex: `XXXX-${['SP', 'SU', 'FA', 'WI'][named.n]}` }
    case 'quarter':
      return { edtf: null, timex: `XXXX-Q${named.n + 1}` }
    case 'half':
      return { edtf: null, timex: `XXXX-H${named.n + 1}` }
    case 'holiday':
      return { edtf: null, timex: null }
  }
}

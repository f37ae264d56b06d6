import { daysAfter } from '../export/days.js'
import { daysInMonth } from '../text/edtf.js'

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** ACLED's day, as its API and its files of today have it, or as older files do ("5 March 2031"), as YYYY-MM-DD; else as it stands. */
export function acledDay(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[ -]([a-z]+)[ -](\d{4})$/i.exec(text) ?? []
  const number = months.indexOf(month.toLowerCase()) + 1
  return number === 0 ? text : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/**
 * The time that a day with ACLED's precision tells, as EDTF. 2: the day is the middle of a week. 3: of a month, of which the
 * first and last day stand for its beginning and end (thirds of a month, codebook section 3).
 */
export function acledEdtf(day: string, precision: 1 | 2 | 3): string {
  if (precision === 1) return day
  if (precision === 2) return `${daysAfter(day, -3)}/${daysAfter(day, 3)}`
  const month = day.slice(0, 7)
  const last = daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
  if (day.endsWith('-01')) return `${month}-01/${month}-10`
  if (day === `${month}-${last}`) return `${month}-21/${month}-${last}`
  return month
}

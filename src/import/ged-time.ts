import { daysAfter, spanOf } from '../export/days.js'
import { daysInMonth } from '../text/edtf.js'

/** UCDP's own files have days with an hour after them. */
export const gedDay = (text: string): string => text.replace(/ 00:00:00(\.000)?$/, '')

/** The days that a row tells, with UCDP's `date_prec`, as EDTF. A day alone that is not exact is widened to what it stands for. */
export function gedEdtf(start: string, end: string, precision: 1 | 2 | 3 | 4 | 5): string {
  if (start !== end) return stretch(start, end)
  switch (precision) {
    case 1:
      return start
    case 2:
      return `${start}~`
    case 3:
      return `${daysAfter(start, -3)}/${daysAfter(start, 3)}`
    case 4:
      return start.slice(0, 7)
    case 5:
      return start.slice(0, 4)
  }
}

/** Days from one to another; a whole month or year by its name. */
function stretch(start: string, end: string): string {
  const [year, month] = [start.slice(0, 4), start.slice(0, 7)]
  if (start === `${year}-01-01` && end === `${year}-12-31`) return year
  const days = daysInMonth(Number(year), Number(start.slice(5, 7)))
  return start.endsWith('-01') && end.startsWith(month) && spanOf(start, end) === days
    ? month
    : `${start}/${end}`
}

import { type Unit, unitOf } from './days.js'

const millis = 86_400_000
const formats: Readonly<Record<Unit, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  quarter: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
  decade: { year: 'numeric' },
  century: { year: 'numeric' },
}

/** A day, or the unit that begins with it, in words of a language. */
export const dayInWords = (day: number, language: string, unit: Unit = 'day'): string =>
  new Intl.DateTimeFormat(language, { ...formats[unit], timeZone: 'UTC', calendar: 'gregory' }).format(
    day * millis,
  )

/** The unit of a ruler whose words need so many pixels. */
export const rulerUnit = (perDay: number, pixels: number): Unit => unitOf(pixels / perDay)

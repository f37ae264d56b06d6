import type { TimeValue } from '../model/values.js'

const dayLength = 86_400_000

/** A day so many days after another, `YYYY-MM-DD`. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)

/** How many days from one to another, both counted. */
export const spanOf = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / dayLength) + 1

/** A time with both ends. */
export interface Stretch {
  readonly first: string
  readonly last: string
  readonly days: number
  /** Whether the words give it as about ("around 12 October"). */
  readonly about: boolean
  /** Whether each end is a day in the words ("from 3 to 5 March"), and not the ends of a week or month that they name. */
  readonly fromDayToDay: boolean
}

/**
 * The stretch of time that a value covers; null where an end is open or unknown. An open end is that of what still goes on: it
 * closes with the day on which the report was published, if that is known (`until`).
 */
export function stretchOf(
  { edtf, earliest, latest, timex }: TimeValue,
  until: string | null,
): Stretch | null {
  const goingOn = edtf?.endsWith('/..') === true && until !== null && earliest !== null && until >= earliest
  const last = goingOn ? until : latest
  if (edtf === null || earliest === null || last === null || last < earliest) return null
  return {
    first: earliest,
    last,
    days: spanOf(earliest, last),
    about: /[~%]/.test(edtf),
    fromDayToDay: edtf.includes('/') && /^\d{4}-\d\d-\d\d/.test(timex.value ?? ''),
  }
}

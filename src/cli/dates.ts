import { InvalidArgumentError } from 'commander'
import { edtfBounds } from '../text/edtf.js'

/** A date that a person gives: a day, a month or a year, with the first and last day that it covers. */
export interface GivenDate {
  readonly given: string
  readonly earliest: string
  readonly latest: string
}

/**
 * Reads a date off the command line.
 * @throws InvalidArgumentError where it is none, or a day that is in no calendar.
 */
export function dateArgument(given: string): GivenDate {
  const bounds = /^\d{4}(-\d\d){0,2}$/.test(given) ? boundsOf(given) : null
  if (!bounds?.earliest || !bounds.latest) {
    throw new InvalidArgumentError(
      'It is no date: give a day (2031-03-05), a month (2031-03) or a year (2031).',
    )
  }
  return { given, earliest: bounds.earliest, latest: bounds.latest }
}

function boundsOf(given: string): ReturnType<typeof edtfBounds> | null {
  try {
    return edtfBounds(given)
  } catch {
    return null
  }
}

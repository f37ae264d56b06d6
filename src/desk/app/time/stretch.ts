import type { Bar } from './bars.js'
import { dayNumber, dayWritten, firstDay, lastDay } from './days.js'

/** A stretch of time in days, half-open, not always whole. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const narrowest = 5

/** All the days that bars are of, with some room; a year around `otherwise` where there are none. */
export function stretchOf(bars: readonly Bar[], otherwise: number): Stretch {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const bar of bars) {
    start = Math.min(start, bar.start ?? bar.end ?? start)
    end = Math.max(end, bar.end ?? bar.start ?? end)
  }
  if (start > end) return { start: otherwise - 183, end: otherwise + 183 }
  const room = Math.max(1, Math.ceil((end - start) * 0.04))
  return { start: start - room, end: end + room }
}

/** Zoomed by a factor (2 is half as many days) about a day that stays where it is. */
export function zoomed({ start, end }: Stretch, factor: number, about: number, all: Stretch): Stretch {
  const length = Math.min(
    Math.max((end - start) / factor, narrowest),
    Math.max(all.end - all.start, narrowest),
  )
  const share = (about - start) / (end - start)
  return within({ start: about - share * length, end: about + (1 - share) * length }, all)
}

export const moved = ({ start, end }: Stretch, days: number, all: Stretch): Stretch =>
  within({ start: start + days, end: end + days }, all)

/** As long as it is, and no further out than `all`. */
function within({ start, end }: Stretch, all: Stretch): Stretch {
  const length = end - start
  if (length >= all.end - all.start) return all
  const from = Math.min(Math.max(start, all.start), all.end - length)
  return { start: from, end: from + length }
}

/** As it stands in the URL: its first and last day, `2031-01-01_2031-06-30`. */
export const stretchWritten = ({ start, end }: Stretch): string =>
  `${dayWritten(start)}_${dayWritten(Math.ceil(end) - 1)}`

/** Read from the URL; null where it is no stretch. */
export function stretchRead(text: string | null): Stretch | null {
  const match = /^(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)$/.exec(text ?? '')
  const [start, end] = [dayNumber(match?.[1] ?? ''), dayNumber(match?.[2] ?? '') + 1]
  return start < end && start >= firstDay && end <= lastDay + 1 ? { start, end } : null
}

/** Whether a bar may be of days in the stretch. */
export const touches = ({ start, end }: Bar, of: Stretch): boolean =>
  (end === null || end > of.start) && (start === null || start < of.end)

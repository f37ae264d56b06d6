import { dayNumber } from './days.js'

/** When something happened, as it was told. */
export interface Told {
  readonly when: string | null
  readonly first: string | null
  readonly last: string | null
}

/**
 * How a bar ends: `firm` on a day that was told; `vague` where it was told more widely than to the day, or as uncertain; `open`
 * where no end was told.
 */
export type End = 'firm' | 'vague' | 'open'

/** The days that a told time allows, half-open: `start` is the first of them, `end` the day after the last; null where open. */
export interface Bar {
  readonly start: number | null
  readonly end: number | null
  readonly from: End
  readonly to: End
}

/** The bar of a told time; null where no day was told: such a time stands nowhere on a line. */
export function barOf({ when, first, last }: Told): Bar | null {
  if (first === null && last === null) return null
  const [opening = '', closing = opening] = (when ?? '').split('/')
  return {
    start: first === null ? null : dayNumber(first),
    end: last === null ? null : dayNumber(last) + 1,
    from: first === null ? 'open' : endOf(opening),
    to: last === null ? 'open' : endOf(closing),
  }
}

const endOf = (part: string): End => (/^\d{4}-\d\d-\d\d$/.test(part) ? 'firm' : 'vague')

/** Whether the time is known to one day. */
export const isOneDay = ({ start, end, from, to }: Bar): boolean =>
  start !== null && end === start + 1 && from === 'firm' && to === 'firm'

/** How wide things are drawn, in pixels. */
export const least = 4
export const fadeOut = 6
export const openTail = 44

/** Where a bar stands in pixels from day 0, with all that fades: what no other bar of its lane may touch. */
export interface Extent {
  readonly start: number
  readonly end: number
}

/** Where the solid part of a bar stands, in pixels from day 0; of an open bar, the edge that is known. */
export function solidOf({ start, end }: Bar, perDay: number): Extent {
  if (start === null || end === null) {
    const edge = (start ?? end ?? 0) * perDay
    return { start: edge, end: edge }
  }
  return { start: start * perDay, end: Math.max(end * perDay, start * perDay + least) }
}

/** Whether a vague end has room to fade within the bar's own days; where not, it fades beyond them. */
export const fadesWithin = ({ start, end }: Extent): boolean => end - start >= 4 * fadeOut

export function extentOf(bar: Bar, perDay: number): Extent {
  const solid = solidOf(bar, perDay)
  const beyond = (end: End): number =>
    end === 'open' ? openTail : end === 'vague' && !fadesWithin(solid) ? fadeOut : 0
  return { start: solid.start - beyond(bar.from), end: solid.end + beyond(bar.to) }
}

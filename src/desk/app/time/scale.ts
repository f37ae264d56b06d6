import type { Stretch } from './stretch.js'

/** Days to pixels of a plot and back. Pixels run with the language: from the right where it is written so. */
export interface Scale {
  readonly seen: Stretch
  readonly width: number
  readonly perDay: number
  /** From pixels since day 0, as bars have them, to pixels of the plot. */
  readonly across: (pixels: number) => number
  readonly x: (day: number) => number
  readonly day: (x: number) => number
}

export function scaleOf(seen: Stretch, width: number, isRightToLeft: boolean): Scale {
  const perDay = width / (seen.end - seen.start)
  const turned = (x: number): number => (isRightToLeft ? width - x : x)
  const across = (pixels: number): number => turned(pixels - seen.start * perDay)
  return {
    seen,
    width,
    perDay,
    across,
    x: day => across(day * perDay),
    day: x => turned(x) / perDay + seen.start,
  }
}

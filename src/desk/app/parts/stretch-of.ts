import type { Stretch } from '../text/layout.js'

/** The stretch of a text that an address names, as `120-134`; null where it names none. */
export function stretchOf(at: string | null): Stretch | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? []
  const stretch = { start: Number(start), end: Number(end) }
  return stretch.start < stretch.end ? stretch : null
}

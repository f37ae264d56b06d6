import type { Extent } from './bars.js'

/** Bars in lanes: no two of one lane overlap. */
export interface Lanes {
  /** The lane of each, in the order in which they were given; 0 is the first. */
  readonly lanes: readonly number[]
  readonly count: number
}

/** Puts each into the first lane that is free where it starts, with a gap between. */
export function lanesOf(extents: readonly Extent[], gap: number): Lanes {
  const order = extents.map((_, at) => at)
  order.sort((a, b) => startOf(extents, a) - startOf(extents, b) || a - b)
  const lanes = new Array<number>(extents.length).fill(0)
  const ends: number[] = []
  for (const at of order) {
    const extent = extents[at]
    if (!extent) continue
    const free = ends.findIndex(end => end + gap <= extent.start)
    const lane = free < 0 ? ends.length : free
    ends[lane] = extent.end
    lanes[at] = lane
  }
  return { lanes, count: ends.length }
}

const startOf = (extents: readonly Extent[], at: number): number => extents[at]?.start ?? 0

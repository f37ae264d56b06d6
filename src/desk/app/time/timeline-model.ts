import type { DrawnMark } from '../../api.js'
import { shortened } from '../linked/labels.js'
import { once } from '../linked/once.js'
import { type Bar, barOf, extentOf } from './bars.js'
import { type Bins, binsOf } from './bins.js'
import { unitOf } from './days.js'
import type { LaidBar } from './draw.js'
import { lanesOf } from './lanes.js'
import { type Stretch, touches } from './stretch.js'

/** Above this many in view, events are counted in bins. */
export const mostBars = 2000
/** Up to this many, each bar has its words beside it. */
const mostLabels = 160
/** The least width of a bin, in pixels. */
const leastBin = 7

export interface Dated {
  readonly mark: DrawnMark
  readonly bar: Bar
}

/** Marks with the bars of their times, and those that no day is told of. */
export interface Timed {
  readonly dated: readonly Dated[]
  readonly undated: readonly DrawnMark[]
}

export function timedOf(marks: readonly DrawnMark[]): Timed {
  const dated: Dated[] = []
  const undated: DrawnMark[] = []
  for (const mark of marks) {
    const bar = barOf(mark)
    if (bar === null) undated.push(mark)
    else dated.push({ mark, bar })
  }
  return { dated, undated }
}

export const timedOnce = once(timedOf)

export const binsFor = (dated: readonly Dated[], perDay: number): Bins =>
  binsOf(
    dated.map(({ bar }) => bar),
    unitOf(leastBin / perDay),
  )

/** Those that may be of days in view. */
export const inView = (dated: readonly Dated[], seen: Stretch): readonly Dated[] =>
  dated.filter(({ bar }) => touches(bar, seen))

export interface LaidBars {
  readonly bars: readonly LaidBar[]
  readonly lanes: number
  readonly laneHeight: number
}

/**
 * Bars in lanes. Moving keeps every bar in its lane as long as there are few enough to be laid out all together.
 * @param widthOf the pixels that words need
 */
export function laidOut(
  dated: readonly Dated[],
  perDay: number,
  widthOf: (words: string) => number,
): LaidBars {
  const isLabelled = dated.length <= mostLabels
  const drawn = dated.map(({ mark, bar }) => {
    const label = isLabelled ? labelOf(mark) : null
    const extent = extentOf(bar, perDay)
    const taken = label === null ? extent : { ...extent, end: extent.end + widthOf(label) + 8 }
    return { mark, bar, extent, label, taken }
  })
  const { lanes, count } = lanesOf(
    drawn.map(({ taken }) => taken),
    isLabelled ? 8 : 2,
  )
  const bars = drawn.map(({ mark, bar, extent, label }, at) => ({
    mark,
    bar,
    extent,
    label,
    lane: lanes[at] ?? 0,
  }))
  return { bars, lanes: count, laneHeight: isLabelled ? 22 : 9 }
}

const longest = 44

/** A mark in a few words: its kind and where. */
const labelOf = ({ kind, place }: DrawnMark): string =>
  shortened(place ? `${kind} · ${place.name}` : kind, longest)

/** The bar at a place of the plot, in pixels since day 0 and its lane. */
export const barAt = ({ bars }: LaidBars, pixels: number, lane: number): LaidBar | null =>
  bars.find(
    ({ extent, lane: of }) => of === lane && extent.start - 3 <= pixels && pixels <= extent.end + 3,
  ) ?? null

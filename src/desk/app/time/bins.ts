import type { Bar } from './bars.js'
import { edgesOf, type Unit } from './days.js'

/** Events counted over stretches of time. All bins' `within` and `spread`, and `open`, make up the number of bars. */
export interface Bins {
  readonly unit: Unit
  /** The days on which bins begin, and the end of the last. */
  readonly edges: readonly number[]
  /** Events whose days all lie in the bin. */
  readonly within: readonly number[]
  /** What the bin has of events that may have happened in it or elsewhere: each is spread evenly over the days that it may be of. */
  readonly spread: readonly number[]
  /** Events of which only one end is told: they are in no bin. */
  readonly open: number
}

/** Counts bars by unit, over all the days that they may be of. */
export function binsOf(bars: readonly Bar[], unit: Unit): Bins {
  const closed = bars.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
  const open = bars.length - closed.length
  if (closed.length === 0) return { unit, edges: [], within: [], spread: [], open }
  const first = closed.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY)
  const last = closed.reduce((most, { end }) => Math.max(most, end), Number.NEGATIVE_INFINITY)
  const edges = edgesOf(unit, first, last)
  const within = new Array<number>(edges.length - 1).fill(0)
  const spread = new Array<number>(edges.length - 1).fill(0)
  // What begins and ends at each edge, in events a day: one pass sums it, however long the bars are.
  const rises = new Array<number>(edges.length).fill(0)
  for (const { start, end } of closed) {
    const [from, to] = [binAt(edges, start), binAt(edges, end - 1)]
    if (from === to) within[from] = (within[from] ?? 0) + 1
    else spreadOver({ start, end }, { from, to }, { edges, spread, rises })
  }
  let perDay = 0
  for (let at = 0; at < spread.length; at++) {
    perDay += rises[at] ?? 0
    spread[at] = Math.max(0, (spread[at] ?? 0) + perDay * widthOf(edges, at))
  }
  return { unit, edges, within, spread, open }
}

function spreadOver(
  { start, end }: { readonly start: number; readonly end: number },
  { from, to }: { readonly from: number; readonly to: number },
  { edges, spread, rises }: Record<'edges' | 'spread' | 'rises', number[]>,
): void {
  const perDay = 1 / (end - start)
  spread[from] = (spread[from] ?? 0) + ((edges[from + 1] ?? 0) - start) * perDay
  spread[to] = (spread[to] ?? 0) + (end - (edges[to] ?? 0)) * perDay
  rises[from + 1] = (rises[from + 1] ?? 0) + perDay
  rises[to] = (rises[to] ?? 0) - perDay
}

const widthOf = (edges: readonly number[], at: number): number => (edges[at + 1] ?? 0) - (edges[at] ?? 0)

/** The bin that a day lies in; -1 before the first, the number of bins after the last. */
export function binAt(edges: readonly number[], day: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}

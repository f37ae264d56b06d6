import type { Quote, Span } from '../model/span.js'
import { overlaps } from './quote.js'

/** Makes the search for the items that share words with a stretch of the body: a few steps each, in the items' order. */
export function overlapping<T extends { readonly quote: Quote }>(items: readonly T[]): (span: Span) => T[] {
  const placed = items
    .map((item, order) => ({ item, order }))
    .sort((a, b) => a.item.quote.start - b.item.quote.start)
  // How far the items up to each reach: never less than those before, so that the first of interest can be searched for.
  let reached = 0
  const reach = placed.map(({ item }) => {
    reached = Math.max(reached, item.quote.end)
    return reached
  })
  return span => {
    const found: typeof placed = []
    for (let at = firstAbove(reach, span.start); at < placed.length; at++) {
      const one = placed[at]
      if (!one || one.item.quote.start >= span.end) break
      if (overlaps(one.item.quote, span)) found.push(one)
    }
    return found.sort((a, b) => a.order - b.order).map(({ item }) => item)
  }
}

/** The place of the first of some rising numbers that is above a limit; their count where none is. */
function firstAbove(rising: readonly number[], limit: number): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] ?? 0) > limit) high = middle
    else low = middle + 1
  }
  return low
}

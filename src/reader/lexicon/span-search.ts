import type { Span } from '../../model/span.js'

// By halves, so that a report of many megabytes is read in time that grows with its length.

/** The place of the first span that ends after an offset; spans are in order of the text and do not overlap. */
export const firstEndingAfter = (spans: readonly Span[], offset: number): number =>
  firstWhere(spans, span => span.end > offset)

/** The items whose words lie within a stretch; items are in order of their start. */
export function itemsWithin<T extends { readonly quote: Span }>(items: readonly T[], stretch: Span): T[] {
  const found: T[] = []
  for (let at = firstWhere(items, ({ quote }) => quote.start >= stretch.start); at < items.length; at++) {
    const item = items[at]
    if (!item || item.quote.start >= stretch.end) break
    if (item.quote.end <= stretch.end) found.push(item)
  }
  return found
}

/** The last item of a list, in order, for which a test holds that holds for all before it too. */
export const lastWhere = <T>(items: readonly T[], holds: (item: T) => boolean): T | undefined =>
  items[firstWhere(items, item => !holds(item)) - 1]

/** Tells whether any one of some spans, in whatever order, contains a stretch. */
export function containedIn(spans: readonly Span[]): (stretch: Span) => boolean {
  const inOrder = [...spans].sort((a, b) => a.start - b.start)
  // How far those reach that start no later.
  let reach = 0
  const reached = inOrder.map(({ start, end }) => {
    reach = Math.max(reach, end)
    return { start, reach }
  })
  return ({ start, end }) => (lastWhere(reached, one => one.start <= start)?.reach ?? 0) >= end
}

/** The place of the first item for which a test holds, where it holds for all after it too. */
function firstWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && !holds(item)) low = middle + 1
    else high = middle
  }
  return low
}

import { address } from '../address.js'
import { show } from '../linked/query.js'
import { filterOf } from '../parts/filter.js'
import { dayNumber, dayWritten } from './days.js'
import type { Stretch } from './stretch.js'

/** What is chosen of the days, by the filter; open where it is open. */
export function chosenOf(all: Stretch): Stretch | null {
  const { from, to } = filterOf(address.value.query)
  if (!from && !to) return null
  return { start: from ? dayNumber(from) : all.start, end: to ? dayNumber(to) + 1 : all.end }
}

/** Chooses a stretch for all views; an end that reaches to the end of all there is is left open. */
export function choose(chosen: Stretch | null, all: Stretch): void {
  const isFirst = chosen === null || chosen.start <= Math.floor(all.start)
  const isLast = chosen === null || chosen.end >= Math.ceil(all.end)
  show({
    from: isFirst ? null : dayWritten(chosen.start),
    to: isLast ? null : dayWritten(Math.ceil(chosen.end) - 1),
  })
}

import type { Review } from '../../model/review.js'
import type { Reviewable, StoredEvent, StoredTelling } from '../../ports.js'
import { foldReviews } from '../../review/index.js'

/** The occurrences that some decisions make of readings, as the store gives them; where the bytes came from is not known here. */
export function foldedBy(readings: readonly Reviewable[], reviews: readonly Review[]): StoredEvent[] {
  const reports = new Map(readings.map(({ report }) => [report.id, report]))
  return foldReviews(readings, reviews).occurrences.flatMap(({ tellings }) => {
    const [first, ...besides] = tellings.flatMap((event): StoredTelling[] => {
      const report = reports.get(event.report)
      return report ? [{ event, report, capture: null }] : []
    })
    return first ? [{ ...first, besides }] : []
  })
}

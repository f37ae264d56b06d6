import type { ReportId } from './model/report.js'
import type { Review } from './model/review.js'
import type { LooseReview, Reviewable, Reviewed, Store, StoredEvent, StoredTelling } from './ports.js'
import { foldReviews } from './review/index.js'

/** What the decisions of one reviewer alone make of the record: for who decides blind, and to compare those who did. */

export interface OwnRecord {
  readonly occurrences: readonly StoredEvent[]
  readonly loose: readonly LooseReview[]
}

/** Of a report, and of those that decisions join to it. Where the bytes came from is not told. */
export async function ownRecord(store: Store, reviewer: string, report: ReportId): Promise<OwnRecord> {
  const { readings, reviews } = await store.reviewable(report)
  const reports = new Map(readings.map(reading => [reading.report.id, reading.report]))
  const own = reviews.filter(review => review.reviewer === reviewer)
  const { occurrences, loose } = foldReviews(readings, own)
  const stored = occurrences.flatMap(({ tellings }) => {
    const [first, ...besides] = tellings.flatMap((event): StoredTelling[] => {
      const of = reports.get(event.report)
      return of ? [{ event, report: of, capture: null }] : []
    })
    return first ? { ...first, besides } : []
  })
  return { occurrences: stored, loose }
}

/** Reports asked for at a time. */
const atOnce = 200

/** The reports that any of some reviewers decided blind on, with all decisions on them: nothing that two of them decided lies elsewhere. */
export async function blindCoding(store: Store, reviewers: readonly string[]): Promise<Reviewed> {
  const reports = new Set<ReportId>()
  for await (const { report, reviewer, blind } of store.allReviews())
    if (blind && reviewers.includes(reviewer)) reports.add(report)
  const readings = new Map<ReportId, Reviewable>()
  const reviews = new Map<Review['id'], Review>()
  const left = [...reports]
  for (let some = left.splice(0, atOnce); some[0]; some = left.splice(0, atOnce)) {
    const reviewed = await store.reviewable(some[0], ...some.slice(1))
    for (const reading of reviewed.readings) readings.set(reading.report.id, reading)
    for (const review of reviewed.reviews) reviews.set(review.id, review)
  }
  return { readings: [...readings.values()], reviews: [...reviews.values()] }
}

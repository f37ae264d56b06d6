import { createHash } from 'node:crypto'
import type { ClaimId } from '../model/claim.js'
import type { EventId } from '../model/event.js'
import type { ReadingId, Versions } from '../model/reading.js'
import type { ReviewId } from '../model/recorded.js'
import type { Report, ReportId } from '../model/report.js'
import type { Review } from '../model/review.js'
import type { SnapshotId } from '../model/snapshot.js'
import type { Quote } from '../model/span.js'

/** SHA-256 in lower-case hex, of bytes or of a text's UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

// Ids name content: the same bytes read by the same versions get the same ids on every machine.
const short = (...parts: readonly string[]): string => sha256(parts.join('\n')).slice(0, 16)

export function snapshotId(bytes: Uint8Array): SnapshotId {
  return `snapshot:${sha256(bytes)}`
}

/** One snapshot holds one report. */
export function reportId(snapshot: SnapshotId): ReportId {
  return `report:${short(snapshot)}`
}

export function claimId(report: ReportId, trigger: Quote): ClaimId {
  return `claim:${short(report, String(trigger.start), trigger.exact)}`
}

/** An event is named by the first word that tells it, so that a better reader keeps the name where it can. */
export function eventId(report: ReportId, firstTrigger: Quote): EventId {
  return `event:${short(report, String(firstTrigger.start), firstTrigger.exact)}`
}

/** Changes with the report's text, with what was handed in beside it, and with the versions. */
export function readingId(report: Report, versions: Versions): ReadingId {
  return `reading:${short(JSON.stringify(report), JSON.stringify(versions))}`
}

/** A decision is named by all that it says: taken again at another moment, it is another. */
export function reviewId(review: Omit<Review, 'id'>): ReviewId {
  const { reviewer, at, blind, report, event, on, context, value, decision, note } = review
  const said = [reviewer, at, blind, report, event, on, value, decision, note, ...(context ? [context] : [])]
  return `review:${short(JSON.stringify(said, inOrderOfKeys))}`
}

/** For JSON: what an object says does not hang on the order in which its keys were set. */
function inOrderOfKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

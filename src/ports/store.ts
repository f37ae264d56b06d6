import type { EventId } from '../model/event.js'
import type { Reading } from '../model/reading.js'
import type { ReviewId } from '../model/recorded.js'
import type { ReportId } from '../model/report.js'
import type { Review } from '../model/review.js'
import type { Snapshot } from '../model/snapshot.js'
import type { ActorRow } from './actors.js'
import type {
  EventFilter,
  EventPage,
  FoundEvent,
  FoundPassage,
  KeptReport,
  PageOptions,
  StoredEvent,
} from './lists.js'
import type {
  ReportFilter,
  ReportPage,
  ReportPageOptions,
  ReportSort,
  ReportsBeside,
} from './report-lists.js'
import type { LooseReview, Reviewable } from './review.js'

/** A fault that `verify` found. */
export interface IntegrityFault {
  /** The id of what is at fault: a snapshot, capture, report, body, reading, claim, event, review or line of the log (`log:7`); or `database`. */
  readonly id: string
  readonly message: string
}

/** A line of the log of custody, named by the digest of all that it says and of the line before. */
export interface LogLine {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number
  /** ISO 8601 instant, by the clock of the machine that wrote it. */
  readonly at: string
  /** A reviewer's name, or the name of the system's user. */
  readonly who: string
  readonly what: 'capture' | 'reading' | 'review' | 'export'
  /** An id; of an export, what it is called. */
  readonly subject: string
  /** SHA-256 of what was there: of the row that was kept, of the bytes that were written out. */
  readonly digest: string
  /** The `sha256` of the line before. */
  readonly previous: string
  readonly sha256: string
}

/** A decision that does not fit the newest reading, or not all of it. */
export type KeptLooseReview = Pick<LooseReview, 'event' | 'because'> & { readonly review: Review }

/** Newest readings and all decisions on them, as they are folded: no decision joins them to a report that is not here. */
export interface Reviewed {
  /** In order of their reports' ids. */
  readonly readings: readonly Reviewable[]
  /** In the order in which they were appended. */
  readonly reviews: readonly Review[]
}

/** Lists of a record. */
export interface RecordLists {
  /**
   * The occurrences of the record, in order of time, undated ones last, then by the report's name and their order in it, those
   * decided on after the others. A stream of the store as it is at the first event; the store can be used meanwhile.
   */
  events(filter: EventFilter): AsyncIterable<StoredEvent>
  /**
   * One page of what `events` streams.
   * @throws StoreError `bad-cursor` where `after` is no page's `next`
   */
  page(filter: EventFilter, options?: PageOptions): Promise<EventPage>
}

/**
 * Where readings are kept, with what people decided; what is shown of it is the published record, the fold of the one over the
 * other. Every method that writes is one transaction: done when it returns, or not at all.
 * What a person can mend (locked, full, read-only, damaged …) is thrown as a StoreError.
 */
export interface Store extends RecordLists {
  /** True if exactly this reading of this report is kept. */
  has(reading: Reading['id']): Promise<boolean>
  /**
   * Keeps a snapshot with its reading. Saving the same again adds nothing. Returns whether anything was added.
   * @throws Error where the reading does not hold together (a quote that the body does not say): a fault in the program
   */
  save(snapshot: Snapshot, reading: Reading): Promise<boolean>
  /**
   * The record as the decisions of one reviewer alone make it, for who decides blind: of what others decided nothing shows in it, nor
   * does it choose or order anything. Each page is of the decisions that there are when it is asked for.
   */
  own(reviewer: string): RecordLists
  /** Reports by their whole name, each as its newest reading has it, in the order in which those were kept. */
  reportsNamed(name: string): Promise<readonly KeptReport[]>
  /**
   * One page of the reports that are kept, as their newest readings have them, with how far what they tell is decided.
   * @throws StoreError `bad-cursor` where `after` is no page's `next`
   */
  reports(filter: ReportFilter, options?: ReportPageOptions): Promise<ReportPage>
  /** What stands before and after a report in such a list, as it is now; nothing where it is not kept. */
  reportsBeside(report: ReportId, filter: ReportFilter, sort?: ReportSort): Promise<ReportsBeside>
  /** Passages of reports that say these words, as `EventFilter.search` has them, whether they tell an event or not. */
  search(words: string): AsyncIterable<FoundPassage>
  /**
   * The events whose id begins so, with or without `event:`; an id that was cited once leads to what became of its event. What the
   * record no longer has is given, as it last was, where the record has no match.
   */
  event(idOrPrefix: string): Promise<readonly FoundEvent[]>
  /** The whole reading that an event is read from, the newest; of one that a person added, the newest of its report. Null where none is kept. */
  reading(event: EventId): Promise<Reading | null>
  /**
   * Keeps a decision, and the record that it makes. Appending the same again adds nothing. Returns whether it was added.
   * @throws StoreError `unknown-event`, `unknown-review` (to be undone), `bad-review` (another id than its content's, words that
   *   no text of the report has)
   */
  appendReview(review: Review): Promise<boolean>
  /** All decisions on the occurrence that an event tells of, in the order in which they were appended. */
  reviews(event: EventId): Promise<readonly Review[]>
  /** The decisions whose id begins so, with or without `review:`, in the order of their ids. */
  reviewsNamed(idOrPrefix: string): Promise<readonly Review[]>
  /** All decisions, or those after one, in the order in which they were appended. */
  allReviews(after?: ReviewId): AsyncIterable<Review>
  /** Who has decided anything, in order of their names. */
  reviewers(): Promise<readonly string[]>
  /** The decisions that do not fit the newest readings, or not whole, in the order in which they were appended. */
  looseReviews(): AsyncIterable<KeptLooseReview>
  /** What makes the record of reports; nothing of one that is not kept. */
  reviewable(...reports: readonly [ReportId, ...ReportId[]]): Promise<Reviewed>
  /** Keeps the user's own actors; a row takes the place of the one with its id. All or none are kept. */
  addActors(rows: readonly ActorRow[]): Promise<void>
  /** The user's own actors, in order of their ids. */
  actors(): Promise<readonly ActorRow[]>
  /** Events are those of the record, in three parts by how far they are decided; claims are those of each report's newest reading. */
  counts(): Promise<{
    snapshots: number
    reports: number
    readings: number
    events: number
    claims: number
    reviews: number
    undecided: number
    decided: number
    contested: number
    /** Decisions that do not fit the newest readings, or not whole. */
    loose: number
  }>
  /** A word for the record as it is now: it is another once anything is read, decided or logged, and while it is the same, so is what is shown. */
  moment(): Promise<string>
  /** Enters in the log what went out: `subject` says what, `digest` is the SHA-256 of the bytes. */
  logExport(entry: Pick<LogLine, 'subject' | 'digest'>): Promise<LogLine>
  /** The log of custody, from its first line on, or from the line after `after`. */
  log(after?: LogLine['seq']): AsyncIterable<LogLine>
  /**
   * Checks every hash, every quote and every row against what it was made from, and the log's chain; yields each fault.
   * @param anchor a line's `sha256` that was noted elsewhere: the log must still have that line
   */
  verify(anchor?: string): AsyncIterable<IntegrityFault>
  close(): Promise<void>
}

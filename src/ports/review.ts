import type { EventId } from '../model/event.js'
import type { Reading } from '../model/reading.js'
import type { RecordedEvent, ReviewId } from '../model/recorded.js'
import type { Review } from '../model/review.js'

/** A report's newest reading, as far as decisions bear on it. */
export type Reviewable = Pick<Reading, 'report' | 'claims' | 'events'>

/** One occurrence as the record has it: what each event that tells of it came to be. */
export interface RecordedOccurrence {
  /** The first gives the occurrence its id. */
  readonly tellings: readonly [RecordedEvent, ...RecordedEvent[]]
  /** Whether decisions bear on it; where none do, it is as it was read. */
  readonly reviewed: boolean
}

/** A decision that does not fit the newest reading, or not all of it. */
export interface LooseReview {
  readonly review: ReviewId
  /** The event of the record that it was to bear on, which waits for a reviewer again; null where the record has none. */
  readonly event: EventId | null
  /** For people: what was looked for, what is there instead, and what stands. */
  readonly because: string
}

/**
 * How decisions make the record (`src/review`): given the newest readings of reports and the decisions on them, what there is.
 * Pure, and the same whatever order the readings come in.
 */
export type FoldReviews = (
  readings: readonly Reviewable[],
  reviews: readonly Review[],
) => { readonly occurrences: readonly RecordedOccurrence[]; readonly loose: readonly LooseReview[] }

/** How much an occurrence waits for a reviewer. */
export interface Urgency {
  /** Values, and the event itself, that nobody has decided. */
  readonly undecided: number
  /** 0 (certain) to 1: how likely it is that something undecided is wrong. */
  readonly doubt: number
  /** How many fields have values that cannot all be true, and how many decisions clash. */
  readonly disagreement: number
}

/** What the store is told of reviewing, so that it need know no rule of it: pure functions, and their version. */
export interface ReviewRules {
  /** 1, 2, 3 …: another as soon as the same readings and decisions make another record. What is kept is then made anew. */
  readonly version: number
  readonly fold: FoldReviews
  readonly urgency: (occurrence: RecordedOccurrence) => Urgency
}

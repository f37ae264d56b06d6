import type { Box } from '../model/box.js'
import type { EventId } from '../model/event.js'
import type { RecordedEvent } from '../model/recorded.js'
import type { Report } from '../model/report.js'
import type { Snapshot } from '../model/snapshot.js'
import type { Quote } from '../model/span.js'
import type { EventKind, Status } from '../model/vocabulary.js'

/**
 * How far people have decided an occurrence. `contested`: decisions on it clash, whatever else was decided; `decided`: nothing of
 * it is left to decide.
 */
export const reviewStates = ['undecided', 'decided', 'contested'] as const
export type ReviewState = (typeof reviewStates)[number]

/** What `show` can ask for; a missing filter lets everything through. Names are compared without case and accents. */
export interface EventFilter {
  readonly kind?: EventKind | undefined
  readonly status?: Status | undefined
  /** Part of a place's name, or an alpha-2 country. */
  readonly place?: string | undefined
  /** Part of an initiator's or target's name. */
  readonly actor?: string | undefined
  /** Part of a holder's name. */
  readonly holder?: string | undefined
  /**
   * Days (`YYYY-MM-DD`): events that may have happened on or after, on or before, by one of the times told of them.
   * An open end allows every day beyond it; an event that no day is told of fits neither.
   */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** A report's whole name, or its id. */
  readonly report?: string | undefined
  /** Words that a passage in which the event is told says, all of them; between quotation marks, as they follow each other. */
  readonly search?: string | undefined
  readonly review?: ReviewState | undefined
  /**
   * Only what lies in it, edges included: by the one place by which lists and maps show it, which is the narrowest told (`liesIn` in
   * text/drawn-place.ts). What is told of a country as a whole, or of a place without coordinates, is in no box.
   */
  readonly box?: Box | undefined
}

/**
 * `time`: undated ones last, either way; `added`: in the order in which the store got to know them; `doubt`, `disagreement`: the most
 * of it first (see `Urgency`), of equals the last added.
 */
export const eventSorts = ['time', '-time', 'added', '-added', 'doubt', 'disagreement'] as const
export type EventSort = (typeof eventSorts)[number]

export interface PageOptions {
  /** `time` if not given. */
  readonly sort?: EventSort
  /** A page's `next`: the page after it is asked for. */
  readonly after?: string | null
  /** 1 to 1,000 events; 50 if not given. */
  readonly limit?: number
}

/** A part of a list. All pages that follow from one are of the store as it was when the first was asked for. */
export interface EventPage {
  readonly events: readonly StoredEvent[]
  /** Opaque: to be handed back as `after`; null where nothing follows. */
  readonly next: string | null
}

/** A passage of a report's newest reading that says what was looked for. */
export interface FoundPassage {
  readonly report: Report
  readonly passage: Quote
}

/** An event of one report as the record has it, with what is needed to show it. */
export interface StoredTelling {
  readonly event: RecordedEvent
  readonly report: Report
  /** Where its bytes came from and when they first did; null where that is not known. */
  readonly capture: { readonly source: string; readonly capturedAt: string } | null
}

/** An occurrence as the record has it, which is named by the first event that tells of it. */
export interface StoredEvent extends StoredTelling {
  /** The other events that a person said tell of the same occurrence, of this report or of others. */
  readonly besides: readonly StoredTelling[]
}

/** All that tell of an occurrence, the one that names it first. */
export const tellingsOf = (stored: StoredEvent): readonly [StoredTelling, ...StoredTelling[]] => [
  stored,
  ...stored.besides,
]

/** An event that was asked for by an id. */
export interface FoundEvent extends StoredEvent {
  /**
   * The id that was asked for, written out. Where it is not the event's own, it was the id of what a person merged into this one
   * or split it from, or of what an older reading told and people decided on.
   */
  readonly asked: EventId
  /**
   * Whether the record has it; else it is as it last was: `removed` by what people decided, or told by an `older` reading alone and
   * by nobody's decision kept.
   */
  readonly standing: 'recorded' | 'removed' | 'older'
}

/** A report that is kept, with the bytes that it was read from. */
export interface KeptReport {
  readonly report: Report
  readonly snapshot: Snapshot
}

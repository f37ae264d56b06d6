import type { Event } from '../model/event.js'
import type { Report } from '../model/report.js'
import type { Snapshot } from '../model/snapshot.js'
import type { Quote } from '../model/span.js'
import type { EventKind, Status } from '../model/vocabulary.js'

/** What `show` can ask for; a missing filter lets everything through. Names are compared without case and accents. */
export interface EventFilter {
  readonly kind?: EventKind
  readonly status?: Status
  /** Part of a place's name, or an alpha-2 country. */
  readonly place?: string
  /** Part of an initiator's or target's name. */
  readonly actor?: string
  /** Part of a holder's name. */
  readonly holder?: string
  /**
   * Days (`YYYY-MM-DD`): events that may have happened on or after, on or before, by one of the times told of them.
   * An open end allows every day beyond it; an event that no day is told of fits neither.
   */
  readonly from?: string
  readonly to?: string
  /** A report's whole name, or its id. */
  readonly report?: string
  /** Words that a passage in which the event is told says, all of them; between quotation marks, as they follow each other. */
  readonly search?: string
}

/** `time`: undated ones last, either way; `added`: in the order in which the store got to know them. */
export const eventSorts = ['time', '-time', 'added', '-added'] as const
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

/** An event as stored, with what is needed to show it. */
export interface StoredEvent {
  readonly event: Event
  readonly report: Report
  /** Where its bytes came from and when they first did; null where that is not known. */
  readonly capture: { readonly source: string; readonly capturedAt: string } | null
}

/** A report that is kept, with the bytes that it was read from. */
export interface KeptReport {
  readonly report: Report
  readonly snapshot: Snapshot
}

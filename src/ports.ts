import type { Diagnostic } from './model/diagnostic.js'
import type { Event, EventId } from './model/event.js'
import type { Labels } from './model/labels.js'
import type { Reading } from './model/reading.js'
import type { Report } from './model/report.js'
import type { Review } from './model/review.js'
import type { Sentence } from './model/sentence.js'
import type { Snapshot } from './model/snapshot.js'
import type { Quote } from './model/span.js'
import type { GazetteerPlace } from './model/values.js'
import type { ActorType, EventKind, Status } from './model/vocabulary.js'

/** Stage 4: points at the words that tell events. */
export interface Reader {
  /** Changes whenever the same text could be labelled otherwise. */
  readonly version: string
  /** What it knows: English alone, where nothing is said. */
  readonly languages?: 'any'
  /** Size of the model that it has loaded, if it has one. */
  readonly modelBytes?: number
  /**
   * Labels the sentences that can tell events; `note` takes complaints about the report that do not stop its reading.
   * @throws InputFault where this report cannot be read.
   */
  read(
    report: Report,
    sentences: readonly Sentence[],
    note?: (complaint: Diagnostic) => void,
  ): Promise<Labels>
}

export type NameMatch = 'written' | 'any'

/** Places by name. Loaded once, frozen. */
export interface Gazetteer {
  readonly version: string
  /**
   * Every place that goes by this name (case, accents and articles aside), the likeliest first; empty if none. A country's
   * ISO code (`iso:SY`) and a first-level division's code (`SY.04`) are among their names. `written` leaves out those whose
   * name only sounds alike: words that are no names sound like some town's.
   */
  lookup(name: string, how?: NameMatch): readonly GazetteerPlace[]
  /** The country whose people or adjective this is ("Syrian", "Turks"), as alpha-2, or null. */
  demonym(word: string): string | null
  /** The country that a capital stands for when it acts ("Moscow" launched), as alpha-2, or null. */
  capital(name: string): string | null
}

/** A file of GeoNames that the user has loaded, or begun to. */
export interface PlaceFile {
  /** Of its bytes: the same file is not loaded twice. */
  readonly sha256: string
  readonly name: string
  /** Places, or further names of places. */
  readonly kind: 'places' | 'names'
  readonly begunAt: string
  /** How many lines have been read, how many rows were kept of them, how many were at fault. */
  readonly lines: number
  readonly kept: number
  readonly broken: number
  readonly finished: boolean
}

/** A place of such a file, and a name with the id (GeoNames') of the place that bears it. */
export interface OwnPlace {
  readonly id: number
  readonly place: Omit<GazetteerPlace, 'id' | 'disputed'> & {
    readonly latitude: number
    readonly longitude: number
  }
}
export interface OwnName {
  readonly id: number
  readonly name: string
}

/** The places that a user has loaded, as a reading asks for them: it does not wait. */
export interface PlaceStore {
  /** Changes whenever what is loaded does; empty where nothing is. */
  readonly version: string
  /** The places that bear a name, most people first; a hundred at most. */
  lookup(name: string, how?: NameMatch): readonly GazetteerPlace[]
  close(): Promise<void>
}

/** The files that they come from, as they are loaded. */
export interface PlaceFiles {
  files(): Promise<readonly PlaceFile[]>
  /** Makes a file known; one that is known already is given as it stands. */
  begin(file: Pick<PlaceFile, 'sha256' | 'name' | 'kind' | 'begunAt'>): Promise<PlaceFile>
  /** Keeps what some lines hold and how far they go, all or nothing. Names of places that are not kept are left out. */
  keep(
    rows: { readonly places: readonly OwnPlace[]; readonly names: readonly OwnName[] },
    progress: Pick<PlaceFile, 'sha256' | 'lines' | 'broken' | 'finished'>,
  ): Promise<PlaceFile>
  close(): Promise<void>
}

/** One entry of the actor registry. */
export interface RegisteredActor {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly type: ActorType
  /** ISO 3166-1 alpha-2, or null where the actor belongs to no one country. */
  readonly country: string | null
  /** Whether it fights for the government of its country or against it; null where it does neither. */
  readonly side: 'government' | 'opposition' | null
  /** The id of its item, or null. */
  readonly wikidata: string | null
  /** EDTF, a year, month or day: since when and until when its names are its own; null where open. */
  readonly from: string | null
  readonly to: string | null
}

export const actorColumns = [
  'id',
  'name',
  'aliases',
  'type',
  'country',
  'side',
  'wikidata',
  'from',
  'to',
] as const
/** A row of a table of actors, cell by cell as written; an empty cell is empty. */
export type ActorRow = Readonly<Record<(typeof actorColumns)[number], string>>

/** Actors by name. Loaded once, frozen. */
export interface ActorRegistry {
  readonly version: string
  /**
   * Everyone who goes by this name or alias (case and articles aside). Where several do, only those who did at a time
   * (EDTF), if it is given and any did.
   */
  claimants(name: string, at?: string | null): readonly RegisteredActor[]
  /** The one actor that goes by this name; null where nobody does, or more than one. */
  lookup(name: string, at?: string | null): RegisteredActor | null
}

export interface Clock {
  /** ISO 8601 instant. */
  now(): string
}

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

/**
 * Where readings are kept. Every method that writes is one transaction: done when it returns, or not at all.
 * What a person can mend (locked, full, read-only, damaged …) is thrown as a StoreError.
 */
export interface Store {
  /** True if exactly this reading of this report is kept. */
  has(reading: Reading['id']): Promise<boolean>
  /**
   * Keeps a snapshot with its reading. Saving the same again adds nothing. Returns whether anything was added.
   * @throws Error where the reading does not hold together (a quote that the body does not say): a fault in the program
   */
  save(snapshot: Snapshot, reading: Reading): Promise<boolean>
  /**
   * Events of each report's newest reading, in order of time, undated ones last, then by the report's name and their
   * order in it. A stream of the store as it is at the first event; the store can be used meanwhile.
   */
  events(filter: EventFilter): AsyncIterable<StoredEvent>
  /**
   * One page of what `events` streams.
   * @throws StoreError `bad-cursor` where `after` is no page's `next`
   */
  page(filter: EventFilter, options?: PageOptions): Promise<EventPage>
  /** Passages of reports that say these words, as `EventFilter.search` has them, whether they tell an event or not. */
  search(words: string): AsyncIterable<FoundPassage>
  /**
   * The events whose id begins so, with or without `event:`. One that only older readings tell is given, from the last
   * of them, where no newest reading tells a match.
   */
  event(idOrPrefix: string): Promise<readonly StoredEvent[]>
  /** The whole reading that `event` gives an event from; null where none tells it. */
  reading(event: EventId): Promise<Reading | null>
  /** Appending the same again adds nothing. */
  appendReview(review: Review): Promise<void>
  /** In the order in which they were appended. */
  reviews(event: EventId): Promise<readonly Review[]>
  /** Keeps the user's own actors; a row takes the place of the one with its id. All or none are kept. */
  addActors(rows: readonly ActorRow[]): Promise<void>
  /** The user's own actors, in order of their ids. */
  actors(): Promise<readonly ActorRow[]>
  /** Events and claims are those of each report's newest reading. */
  counts(): Promise<{
    snapshots: number
    reports: number
    readings: number
    events: number
    claims: number
    reviews: number
  }>
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

import type { Generated, Selectable } from 'kysely'
import type { ActorRow, LogLine } from '../ports.js'

/**
 * The tables as migrations make them (docs/store.md). Ids, days, instants and JSON are text; numbers are whole.
 * Rows of the record are only ever added: a reading is never rewritten, and the newest reading of a report is the one added
 * last. What decisions make of readings is derived from both: editions of events, beside those that were read, with which of all
 * are shown. `own_actors` is no record: it is what the user's own table says now.
 */
export interface Tables {
  snapshots: { id: string; bytes: Uint8Array }
  captures: {
    /** SHA-256 of all columns but `captured_at` and `sha256`: from where and how, not when. */
    id: string
    snapshot: string
    source: string
    media_type: string
    charset: string | null
    given: string
    /** The first time that the bytes came in this way. */
    captured_at: string
    /** Of the row. */
    sha256: string
  }
  reports: { id: string; snapshot: string }
  bodies: { sha256: string; text: string }
  readings: {
    /** Order of insertion; the newest reading of a report has the highest. */
    seq: Generated<number>
    id: string
    report: string
    capture: string
    body: string
    /** The report's name, folded. */
    name: string
    versions: string
    /** The report without its body; with `labels`, `notes`, `bodies`, `claims` and `events` this is the whole reading. */
    report_json: string
    labels: string
    notes: string
    /** Of this reading's JSON here, in `events` and in `claims`, and of its body's hash. */
    sha256: string
  }
  events: {
    reading: number
    position: number
    id: string
    kind: string
    status: string
    /** First and last day of the narrowest time with a day in it, or `undated`: sorts as a chronicle does. */
    time_key: string
    report_name: string
    /** What its told times span: `` and `~` where open, `~` to `` (nothing) where no day is told. */
    first_day: string
    last_day: string
    /** Of an event as it was read, the event; of an edition, the list of its tellings (edition.ts). */
    json: string
  }
  event_times: {
    reading: number
    event: number
    position: number
    earliest: string | null
    latest: string | null
  }
  event_names: {
    reading: number
    event: number
    field: EventNameField
    name: string
    /** As in its event. */
    time_key: string
    report_name: string
    first_day: string
    last_day: string
  }
  /** Where an event is drawn as a point (`drawnPoint`), and what a list of events walks: none of one that no box can hold. */
  event_points: {
    reading: number
    event: number
    latitude: number
    longitude: number
    /** As in its event. */
    time_key: string
    report_name: string
    first_day: string
    last_day: string
  }
  /** Each name of `event_names` once: what a part of a name is looked for in. */
  names: { field: EventNameField; name: string }
  /** A reading that is no longer its report's newest, and the one that came next. */
  superseded: { reading: number; by: number }
  /** A stretch of a body that is searched as one; its words are in the `passage_terms` of the same number. */
  passages: { id: Generated<number>; body: string; start_offset: number; end_offset: number }
  /** A passage that a quote of an event begins in. */
  event_passages: { passage: number; reading: number; event: number }
  /** Each engine has its own form for the terms; they are asked, never read. */
  passage_terms: { rowid: number; terms: string }
  claims: { reading: number; position: number; id: string; json: string }
  quotes: {
    reading: number
    owner: string
    position: number
    field: string
    start_offset: number
    end_offset: number
    exact: string
  }
  reviews: {
    seq: Generated<number>
    id: string
    event: string
    field: string | null
    reviewer: string
    at: string
    json: string
    sha256: string
  }
  /** What a decision is about: events, and the reports that tell them. */
  review_subjects: { subject: string; review: number }
  /** A decision (by its number) that does not fit the newest readings, with the event that waits for a reviewer again. */
  loose_reviews: { review: number; position: number; event: string | null; because: string }
  /**
   * An event's row that is not shown for as long as its reading is the newest: from one line of the log on, to before another.
   * Those that are `since` 0 were read; the others are editions, which decisions made, and have the hash of their JSON here.
   */
  shown: { reading: number; event: number; since: number; until: number | null; sha256: string | null }
  /**
   * A reading's report as lists show it while it is the newest: from one line of the log on, to before another, since decisions change
   * how far it is decided. What it is found and sorted by is derived from the reading, the counts from what is shown.
   */
  listed_reports: {
    reading: number
    since: number
    until: number | null
    /** EDTF; empty where it is not known. */
    published: string
    /** The days that this spans; `~` to `` (nothing) where no day is known. */
    first_day: string
    last_day: string
    /** Folded; empty where none is named. */
    outlet: string
    /** Name, outlet and headline, folded, a line each. */
    words: string
    events: number
    undecided: number
    contested: number
  }
  /** Other ids under which an edition is found: what was merged into it, what it was split from or read as before. */
  other_ids: { id: string; reading: number; event: number }
  /** How much an event waits for a reviewer; `doubt` is in millionths. */
  urgency: { reading: number; event: number; doubt: number; disagreement: number }
  /** By which version of the rules of reviewing all this was derived: one row. */
  published: { rules: number }
  log: LogLine
  own_actors: ActorRow
  /** A file of GeoNames that was loaded, named by its hash; `lines` is how far, `finished` 0 or 1. */
  place_files: {
    sha256: string
    name: string
    kind: string
    begun_at: string
    lines: number
    kept: number
    broken: number
    finished: number
  }
  /** `id` is GeoNames'. */
  places: {
    id: number
    name: string
    country: string | null
    admin1: string | null
    level: string
    latitude: number
    longitude: number
    population: number
  }
  /** A name's key, by writing or by sound. */
  place_names: { key: string; form: PlaceNameForm; place: number }
  /** A process that works; `until` is when it is taken for dead if nothing more is heard of it: milliseconds since 1970. */
  workers: {
    id: string
    who: string
    host: string
    pid: number
    since: string
    /** Where the report that it is reading came from. */
    reading: string | null
    until: number
  }
  /** SQLite's alone: on PostgreSQL, pg-boss keeps the jobs in a schema of its own. No part of the record. */
  jobs: {
    seq: Generated<number>
    id: string
    capture: string
    source: string
    reader: string | null
    reader_url: string | null
    state: JobState
    attempts: number
    /** JSON: why it was set aside. */
    fault: string | null
    /** When it was done or set aside: milliseconds since 1970. */
    ended: number | null
  }
}

export type JobState = 'waiting' | 'reading' | 'done' | 'set-aside'

/** How a name's key was made: of how it is written, or of how it sounds. */
export type PlaceNameForm = 'written' | 'sounding'

/**
 * What a filter can find an event by; the name is folded. `review`: how far people have decided it, a `ReviewState`; `report`: the id of
 * another report than its reading's that tells of it too.
 */
export type EventNameField = 'place' | 'country' | 'actor' | 'holder' | 'review' | 'report'

export type Row<T extends keyof Tables> = Selectable<Tables[T]>

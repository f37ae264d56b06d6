import type { Claim } from '../model/claim.js'
import type { Event } from '../model/event.js'
import type { Reading, Versions } from '../model/reading.js'
import { asRead, type RecordedEvent } from '../model/recorded.js'
import type { Review } from '../model/review.js'
import type { Snapshot } from '../model/snapshot.js'
import type { Sourced } from '../model/sourced.js'
import type { Quote } from '../model/span.js'
import type { PlaceValue } from '../model/values.js'
import type { EventKind, PlaceLevel, Status } from '../model/vocabulary.js'
import { edtfBounds } from '../text/edtf.js'
import { claimId, eventId, readingId, reportId, reviewId, snapshotId } from '../text/ids.js'
import { quoteAt } from '../text/quote.js'

/** An event of a made-up report, its values given by the words that carry them. */
export interface MadeUpEvent {
  readonly trigger: string
  readonly kind?: EventKind
  readonly status?: Status
  /** Words and EDTF, the narrowest first. */
  readonly when?: readonly (readonly [words: string, edtf: string])[]
  readonly place?: string
  readonly country?: string
  /** Instead of `place`: several, or such as the gazetteer knows. */
  readonly where?: readonly MadeUpPlace[]
  readonly initiator?: string
  readonly target?: string
  readonly holder?: string
}

export interface MadeUpPlace {
  readonly name: string
  readonly country?: string
  /** A town where nothing is said. */
  readonly level?: PlaceLevel
  /** Degrees; the gazetteer does not know it where nothing is said. */
  readonly at?: readonly [latitude: number, longitude: number]
}

export interface MadeUpReport {
  readonly name: string
  readonly text: string
  readonly events: readonly MadeUpEvent[]
  readonly source?: string
  /** Another version of the reader gives another reading of the same bytes. */
  readonly reader?: string
  /** A day in March 2031, if it is not said otherwise; null where it is not known. */
  readonly published?: string | null
  readonly outlet?: string
  readonly headline?: string
}

/** A snapshot and its reading, as the stages would make them, to try a store with. */
export function madeUp(given: MadeUpReport): { snapshot: Snapshot; reading: Reading } {
  const { name, text: body, source = `${name}.txt`, reader = 'made-up 1' } = given
  const bytes = new TextEncoder().encode(body)
  const id = snapshotId(bytes)
  const { published: day = '2031-03-06', outlet = null, headline = null } = given
  const about = { name, published: day, outlet, headline }
  const snapshot: Snapshot = {
    id,
    bytes,
    source,
    mediaType: 'text/plain',
    charset: null,
    capturedAt: '2031-03-07T08:00:00Z',
    given: about,
  }
  const published = day === null ? null : { edtf: day, basis: 'given' as const, quote: null }
  const region = { kind: 'prose' as const, span: { start: 0, end: body.length }, by: 'made-up' }
  const report = { id: reportId(id), snapshot: id, body, ...about, published, regions: [region] }
  const versions: Versions = { code: '1', reader, gazetteer: '1', actors: '1' }
  const told = given.events.map(event => tell(report.id, body, event))
  const reading: Reading = {
    id: readingId(report, versions),
    versions,
    report,
    labels: { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [] },
    claims: told.map(({ claim }) => claim),
    events: told.map(({ event }) => event),
    notes: [],
  }
  return { snapshot, reading }
}

function tell(
  report: Claim['report'],
  body: string,
  made: MadeUpEvent,
): { readonly claim: Claim; readonly event: Event } {
  const quote = (words: string): Quote => {
    const start = body.indexOf(words)
    return quoteAt(body, { start, end: start + words.length })
  }
  const from = <T>(value: T, words: string): Sourced<T> => ({
    value,
    basis: { kind: 'stated', by: 'made-up' },
    evidence: [quote(words)],
    score: null,
  })
  const actors = (name: string | undefined) =>
    name ? [from({ name, type: 'unknown', certainty: 'stated', registry: null } as const, name)] : []
  const trigger = quote(made.trigger)
  const values = {
    kind: from(made.kind ?? 'attack', made.trigger),
    status: from(made.status ?? 'asserted', made.trigger),
    when: (made.when ?? []).map(([words, edtf]) =>
      from(
        {
          edtf,
          ...edtfBounds(edtf),
          anchor: 'none',
          timex: { type: 'DATE', value: null, mod: null },
        } as const,
        words,
      ),
    ),
    where: placesOf(made).map(place => from(placeValue(place), place.name)),
    initiators: actors(made.initiator),
    targets: actors(made.target),
    means: [],
    harm: [],
    said: made.holder
      ? [
          from(
            { holder: made.holder, stance: 'says', about: 'event', via: null, cue: null } as const,
            made.holder,
          ),
        ]
      : [],
  }
  const id = claimId(report, trigger)
  return {
    claim: { id, report, trigger, holder: { kind: 'report' }, ...values },
    event: {
      id: eventId(report, trigger),
      report,
      triggers: [trigger],
      ...values,
      claims: [id],
      partOf: null,
    },
  }
}

const placesOf = ({ place, country, where }: MadeUpEvent): readonly MadeUpPlace[] =>
  where ?? (place ? [country ? { name: place, country } : { name: place }] : [])

function placeValue({ name, level = 'town', at, ...place }: MadeUpPlace): PlaceValue {
  const country = place.country ?? null
  if (!at) return { name, country, level, known: null }
  const [latitude, longitude] = at
  const known = {
    id: `made-up:${name}`,
    name,
    country,
    admin1: null,
    level,
    latitude,
    longitude,
    population: null,
  }
  return { name, country, level, known }
}

/** A decision of Ada's on an event: she accepts it, unless it is said otherwise. */
export function madeUpReview(event: Event | RecordedEvent, otherwise: Partial<Review> = {}): Review {
  const review = {
    reviewer: 'Ada',
    at: '2031-03-08T09:00:00Z',
    blind: false,
    report: event.report,
    event: event.id,
    on: 'formerly' in event ? event : asRead(event),
    value: null,
    decision: { kind: 'accept' },
    note: '',
    ...otherwise,
  } as const
  return { ...review, id: reviewId(review) }
}

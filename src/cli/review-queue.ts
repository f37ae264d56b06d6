import type { RecordedEvent } from '../model/recorded.js'
import { valueFields } from '../model/recorded.js'
import {
  type EventFilter,
  type EventSort,
  everyPage,
  type RecordLists,
  type ReviewState,
  type StoredEvent,
  tellingsOf,
  type Urgency,
} from '../ports.js'
import { clashingFields, doubtOfValue, urgencyOf } from '../review/index.js'
import type { Seat } from './review-sight.js'

/** An occurrence that waits for a reviewer. */
export interface Waiting {
  readonly stored: StoredEvent
  readonly urgency: Urgency
  /** For people: what makes it wait. */
  readonly why: string
}

/**
 * What waits: what decisions clash on first, then by doubt or by disagreement. Who is blind sees the record as their own decisions
 * alone make it: others' neither show nor choose nor order anything.
 */
export async function* waiting(
  { store, reviewer, blind }: Seat,
  { review, ...filter }: EventFilter,
  sort: Extract<EventSort, 'doubt' | 'disagreement'>,
): AsyncGenerator<Waiting> {
  const lists: RecordLists = blind ? store.own(reviewer) : store
  const states: readonly ReviewState[] = review === undefined ? ['contested', 'undecided'] : [review]
  for (const state of states) {
    const asked = { ...filter, review: state }
    const pages = everyPage(after => lists.page(asked, { sort, after, limit: pageSize }))
    for await (const { events } of pages) yield* events.map(waitingOf)
  }
}

const pageSize = 50

function waitingOf(stored: StoredEvent): Waiting {
  const tellings = tellingsOf(stored).map(({ event }) => event)
  return { stored, urgency: urgencyOf(tellings), why: whyOf(tellings) }
}

/** What clashes; else what is most in doubt. */
function whyOf(tellings: readonly RecordedEvent[]): string {
  const clashing = tellings.flatMap(event =>
    valueFields.filter(field => [event[field]].flat().some(({ contested = [] }) => contested.length > 0)),
  )
  const whole = tellings.some(({ contested = [] }) => contested.length > 0) ? ['the event'] : []
  const parts = [
    listed('decisions clash on', [...new Set([...whole, ...clashing])]),
    listed('not all can be true of', clashingFields(tellings)),
    doubtfulPart(tellings),
  ]
  return parts.filter(Boolean).join('; ')
}

const listed = (what: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${what} ${names.join(', ')}`

function doubtfulPart(tellings: readonly RecordedEvent[]): string {
  const values = tellings.flatMap(event =>
    valueFields.flatMap(field =>
      [event[field]].flat().map(value => ({ field, value, doubt: doubtOfValue(value) })),
    ),
  )
  const most = Math.max(0, ...values.map(({ doubt }) => doubt))
  const worst = values.find(({ doubt }) => doubt === most)
  if (!worst || most === 0)
    return tellings.some(({ decided }) => decided === null) ? 'nobody has accepted the event' : ''
  const { score, basis } = worst.value
  const source =
    score === null ? `${basis.kind} by ${basis.by}, without a score` : `score ${score.toFixed(2)}`
  return `${worst.field} most in doubt (${source})`
}

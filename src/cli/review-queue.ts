import type { RecordedEvent } from '../model/recorded.js'
import { valueFields } from '../model/recorded.js'
import { ownRecord } from '../own-record.js'
import {
  type EventFilter,
  type EventSort,
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

/** What waits, as the record has it: what decisions clash on first, then by doubt or by disagreement. */
export async function* waiting(
  { store }: Seat,
  { review, ...filter }: EventFilter,
  sort: Extract<EventSort, 'doubt' | 'disagreement'>,
): AsyncGenerator<Waiting> {
  const states: readonly ReviewState[] = review === undefined ? ['contested', 'undecided'] : [review]
  for (const state of states) {
    let after: string | null = null
    do {
      const page = await store.page({ ...filter, review: state }, { sort, after, limit: pageSize })
      for (const stored of page.events) yield waitingOf(stored)
      after = page.next
    } while (after)
  }
}

const pageSize = 50

/** What waits for a reviewer who is blind: others' decisions neither show nor order it. What fits in `filter` is chosen by report alone. */
export async function blindlyWaiting(
  seat: Seat,
  filter: Pick<EventFilter, 'report'>,
  sort: 'doubt' | 'disagreement',
): Promise<readonly Waiting[]> {
  const reviewed = new Set<string>()
  const decidedOn = new Set<StoredEvent['event']['report']>()
  for await (const { report } of seat.store.allReviews()) decidedOn.add(report)
  const found = new Map<string, Waiting>()
  const take = (stored: StoredEvent): void => {
    const one = waitingOf(stored)
    if (one.urgency.undecided > 0) found.set(stored.event.id, one)
  }
  for (const id of decidedOn) {
    for (const stored of (await ownRecord(seat.store, seat.reviewer, id)).occurrences) {
      for (const { report } of tellingsOf(stored)) reviewed.add(report.id)
      const isAsked = ({ report: { id: of, name } }: StoredEvent): boolean =>
        filter.report === undefined || filter.report === of || filter.report === name
      if (tellingsOf(stored).some(telling => isAsked({ ...telling, besides: [] }))) take(stored)
    }
  }
  for await (const stored of seat.store.events(filter))
    if (!tellingsOf(stored).some(({ report }) => reviewed.has(report.id) || decidedOn.has(report.id)))
      take(stored)
  return [...found.values()].sort(
    (a, b) => b.urgency[sort] - a.urgency[sort] || (a.stored.event.id < b.stored.event.id ? -1 : 1),
  )
}

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

import { type Recorded, type RecordedEvent, valueFields } from '../model/recorded.js'
import type { Basis } from '../model/sourced.js'
import type { Urgency } from '../ports/review.js'
import { clashingFields } from './disagreement.js'

/** How likely a value is wrong that a rule made without a score: set by hand, more where the words do not state it. */
const doubtWithoutScore: Readonly<Record<Basis['kind'], number>> = { stated: 0.3, implied: 0.4, reviewed: 0 }

/**
 * How much an occurrence waits for a reviewer, by what each event that tells of it came to be. Formulas and reasons are in
 * docs/review.md.
 */
export function urgencyOf(tellings: readonly RecordedEvent[]): Urgency {
  const values = tellings.flatMap(event => valueFields.flatMap(field => [event[field]].flat()))
  const clashing = new Set([...tellings, ...values].flatMap(({ contested = [] }) => contested))
  return {
    undecided: [...tellings, ...values].filter(({ decided }) => decided === null).length,
    doubt: Math.max(0, ...tellings.map(doubtOf)),
    disagreement: clashingFields(tellings).length + clashing.size,
  }
}

/**
 * That an event is no such event, or that it is one and a value of it is wrong. Values of an event mostly go wrong together, with
 * what tied them to it, so that the likeliest to be wrong stands for all: it is at least as likely as this that something is wrong.
 */
function doubtOf(event: RecordedEvent): number {
  const asEvent = worst([event.kind, event.status])
  const inValues = worst(
    valueFields.flatMap(field => (field === 'kind' || field === 'status' ? [] : [event[field]].flat())),
  )
  return 1 - (1 - asEvent) * (1 - inValues)
}

function worst(values: readonly Recorded<unknown>[]): number {
  return Math.max(0, ...values.map(doubtOfValue))
}

/** How likely a value is wrong, 0 to 1: one that somebody decided is not in doubt. */
export function doubtOfValue({ decided, score, basis }: Recorded<unknown>): number {
  return decided === null ? 1 - (score ?? 1 - doubtWithoutScore[basis.kind]) : 0
}

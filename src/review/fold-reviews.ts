import type { EventId } from '../model/event.js'
import type { RecordedEvent, ReviewId } from '../model/recorded.js'
import type { Review } from '../model/review.js'
import type { FoldReviews, LooseReview, RecordedOccurrence, Reviewable } from '../ports/review.js'
import { countingReviews } from './counting.js'
import { decide } from './decide.js'
import { begin, type Folding } from './folding.js'
import { misfitsOf } from './misfits.js'
import { locate } from './relocate.js'
import { isTouched, recordedOf, type Telling } from './telling.js'

/** What there is once decisions have been taken one after the other; those that count, in their order. */
export function folded(readings: readonly Reviewable[], counting: readonly Review[]): Folding {
  const folding = begin(readings)
  for (const review of counting) decide(folding, review, locate(review, folding.bodies))
  return folding
}

/** What decisions make of readings (docs/review.md). */
export const foldReviews: FoldReviews = (readings, reviews) => {
  const counting = countingReviews(reviews)
  const folding = folded(readings, counting)
  const tellings = [...folding.tellings.values()].flat()
  const loose = [...folding.loose, ...tellings.flatMap(misfitsOf)]
  return {
    occurrences: occurrencesOf(folding, tellings),
    loose: onceEach(
      loose,
      counting.map(({ id }) => id),
    ),
  }
}

function occurrencesOf({ occurrences }: Folding, tellings: readonly Telling[]): RecordedOccurrence[] {
  const recorded = new Map(tellings.flatMap(telling => pairs(telling, recordedOf(telling))))
  const whole = withinRecord([...recorded.values()])
  const done = new Set<Telling>()
  return tellings.flatMap(telling => {
    if (done.has(telling)) return []
    const group = occurrences.of(telling)
    for (const one of group) done.add(one)
    const [first, ...rest] = group.flatMap(one => recorded.get(one) ?? []).map(whole)
    if (!first) return []
    return { tellings: [first, ...rest] as const, reviewed: group.length > 1 || group.some(isTouched) }
  })
}

const pairs = <A, B>(a: A, b: B | null): (readonly [A, B])[] => (b === null ? [] : [[a, b]])

/** Lets an event be part of what the record has: under its id of now, or of nothing. */
function withinRecord(events: readonly RecordedEvent[]): (event: RecordedEvent) => RecordedEvent {
  const idOf = new Map<EventId, EventId>(events.flatMap(({ id, formerly }) => formerly.map(old => [old, id])))
  for (const { id } of events) idOf.set(id, id)
  return event => {
    const partOf = event.partOf && (idOf.get(event.partOf) ?? null)
    return partOf === event.partOf ? event : { ...event, partOf: partOf === event.id ? null : partOf }
  }
}

/** One line for each decision and event, in order of the decisions. */
function onceEach(loose: readonly LooseReview[], order: readonly ReviewId[]): LooseReview[] {
  const place = new Map(order.map((id, i) => [id, i]))
  const lines = new Map<string, LooseReview>()
  for (const one of loose) {
    const key = `${one.review} ${one.event}`
    const before = lines.get(key)
    const because = before
      ? [...new Set([...before.because.split('; '), one.because])].join('; ')
      : one.because
    lines.set(key, { ...one, because })
  }
  return [...lines.values()].sort((a, b) => (place.get(a.review) ?? 0) - (place.get(b.review) ?? 0))
}

import { asRead, type RecordedEvent, type ReviewId } from '../model/recorded.js'
import type { Review } from '../model/review.js'
import type { LooseReview, RecordedOccurrence, ReviewRules } from '../ports.js'
import { overlaps } from '../text/quote.js'
import { type OpenOptions, openStore } from './open-store.js'

/** Opens a store whose record is made by `madeUpRules`. */
export const openMadeUp = (database: string, options: OpenOptions = {}) =>
  openStore(database, { ...options, rules: madeUpRules })

/**
 * Rules to try a store with, as plain as they can be: an event stands for all its values, a decision is on an event, and the one
 * decision that cannot count is one on an event that nothing tells. Blind decisions of two kinds clash.
 */
export const madeUpRules: ReviewRules = {
  version: 1,
  fold: (readings, reviews) => {
    const undone = new Set(reviews.map(({ decision }) => (decision.kind === 'undo' ? decision.review : '')))
    const events = new Map<RecordedEvent['id'], RecordedEvent>()
    for (const reading of readings) for (const event of reading.events) events.set(event.id, asRead(event))
    const [asItWas, gone] = [new Map(events), new Set<RecordedEvent['id']>()]
    const groups = new Map<RecordedEvent['id'], RecordedEvent['id'][]>()
    const loose: LooseReview[] = []
    for (const review of reviews) {
      if (undone.has(review.id) || review.decision.kind === 'note') continue
      if (review.decision.kind === 'add')
        events.set(review.on.id, { ...review.on, decided: by(review, 'added') })
      const event = attach(review.on, events)
      if (!event) {
        if (review.decision.kind !== 'undo')
          loose.push({ review: review.id, event: null, because: 'nothing tells it' })
        continue
      }
      const formerly = event.id === review.event ? event.formerly : [review.event]
      const decided = decide(event, review, reviews)
      if (decided) events.set(event.id, { ...decided, formerly })
      else gone.add(event.id)
      if (review.decision.kind === 'merge') {
        const group = [event, ...review.decision.with.flatMap(other => attach(other, events) ?? [])]
        const ids = group.flatMap(({ id }) => groups.get(id) ?? [id])
        for (const id of ids) groups.set(id, ids)
      }
    }
    const occurrences = [...events.values()].flatMap(({ id }): RecordedOccurrence[] => {
      const [first, ...rest] = (groups.get(id) ?? [id]).flatMap(one =>
        gone.has(one) ? [] : (events.get(one) ?? []),
      )
      if (first?.id !== id) return []
      return [{ tellings: [first, ...rest], reviewed: rest.length > 0 || asItWas.get(id) !== first }]
    })
    return { occurrences, loose }
  },
  urgency: ({ tellings }) => ({
    undecided: tellings.filter(({ decided }) => decided === null).length,
    doubt: tellings.every(({ decided }) => decided) ? 0 : 1 / tellings[0].triggers[0].exact.length,
    disagreement: tellings.flatMap(({ when, contested = [] }) => [...when.slice(1), ...contested]).length,
  }),
}

/** The event that a reviewer saw: by its id, else by words that tell it. */
function attach(
  on: RecordedEvent,
  events: ReadonlyMap<RecordedEvent['id'], RecordedEvent>,
): RecordedEvent | undefined {
  const same = [...events.values()].filter(({ report }) => report === on.report)
  return events.get(on.id) ?? same.find(({ triggers }) => overlaps(triggers[0], on.triggers[0]))
}

function decide(event: RecordedEvent, review: Review, all: readonly Review[]): RecordedEvent | null {
  const { decision } = review
  if (decision.kind === 'correct' && decision.to.field === 'status') {
    const { evidence } = decision.to
    const value = decision.to.value as RecordedEvent['status']['value']
    const status = { ...event.status, value, evidence, decided: by(review, 'corrected') }
    return { ...event, status, decided: by(review, 'corrected') }
  }
  if (decision.kind !== 'accept' && decision.kind !== 'reject') return event
  const blind = all.filter(other => other.event === review.event && other.blind && review.blind)
  const clash = new Set(blind.map(other => other.decision.kind)).size > 1
  if (clash) return { ...event, contested: blind.map(({ id }): ReviewId => id) }
  return decision.kind === 'reject' ? null : { ...event, decided: by(review, 'accepted') }
}

const by = ({ id, reviewer, at }: Review, how: 'accepted' | 'corrected' | 'added') => ({
  how,
  review: id,
  reviewer,
  at,
})

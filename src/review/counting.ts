import type { ReviewId } from '../model/recorded.js'
import type { Review } from '../model/review.js'

/** Orders decisions by when they were taken; of one moment, by id, so that two databases that swap decisions agree. */
export function compareReviews(a: Review, b: Review): number {
  const [x, y] = [
    `${Date.parse(a.at)}`.padStart(16, '0') + a.id,
    `${Date.parse(b.at)}`.padStart(16, '0') + b.id,
  ]
  return x < y ? -1 : x > y ? 1 : 0
}

/** The decisions that count, each once, in order: all but those that were undone by an undo that was not undone itself. */
export function countingReviews(reviews: readonly Review[]): Review[] {
  const byId = new Map(reviews.map(review => [review.id, review]))
  // How many undos of each decision still may count. An undo names what was there before it, so that what nothing undoes comes last.
  const open = undosOf(byId.values())
  const left = new Map([...open].map(([id, undos]) => [id, undos.length]))
  const undone = new Set<string>()
  const settled = [...byId.values()].filter(({ id }) => !open.has(id))
  for (const review of settled) {
    if (review.decision.kind !== 'undo') continue
    const target = review.decision.review
    if (!undone.has(review.id)) undone.add(target)
    const remaining = (left.get(target) ?? 0) - 1
    left.set(target, remaining)
    const next = byId.get(target)
    if (remaining === 0 && next) settled.push(next)
  }
  return settled
    .filter(({ id, decision }) => decision.kind !== 'undo' && !undone.has(id))
    .sort(compareReviews)
}

/** Undos, by what they undo. */
export type Undos = ReadonlyMap<ReviewId, readonly Review[]>

export function undosOf(reviews: Iterable<Review>): Undos {
  const undos = new Map<ReviewId, Review[]>()
  for (const review of reviews) {
    if (review.decision.kind !== 'undo') continue
    const target = review.decision.review
    undos.set(target, [...(undos.get(target) ?? []), review])
  }
  return undos
}

/** The undo by which a decision, or an undo, no longer counts: the first that was not undone itself. */
export function undoneBy({ id }: Pick<Review, 'id'>, undos: Undos): Review | undefined {
  return undos.get(id)?.find(undo => undoneBy(undo, undos) === undefined)
}

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
  const open = new Map<string, Review[]>()
  for (const review of byId.values()) {
    if (review.decision.kind !== 'undo') continue
    open.set(review.decision.review, [...(open.get(review.decision.review) ?? []), review])
  }
  const left = new Map([...open].map(([id, undos]) => [id, undos.length]))
  const undone = new Set<string>()
  const settled = [...byId.values()].filter(({ id }) => !open.has(id))
  for (const review of settled) {
    if (review.decision.kind !== 'undo') continue
    const target = review.decision.review
    if (!undone.has(review.id)) undone.add(target)
    const remaining = (left.get(target) ?? 0) - 1
    left.set(target, remaining)
    const next = byId.get(target as Review['id'])
    if (remaining === 0 && next) settled.push(next)
  }
  return settled
    .filter(({ id, decision }) => decision.kind !== 'undo' && !undone.has(id))
    .sort(compareReviews)
}

import type { Review } from '../../model/review.js'
import { countingReviews } from '../../review/index.js'
import type { HistoryEntry } from '../api.js'
import { valueText } from '../value-text.js'

/** What was decided on an occurrence, in order; what was undone since is told as such. */
export function historyOf(reviews: readonly Review[]): HistoryEntry[] {
  const counting = new Set(countingReviews(reviews).map(({ id }) => id))
  const undone = ({ id, decision }: Review): boolean => decision.kind !== 'undo' && !counting.has(id)
  return reviews.map(review => ({
    review: review.id,
    reviewer: review.reviewer,
    at: review.at,
    blind: review.blind,
    event: review.event,
    field: review.value?.field ?? (review.decision.kind === 'correct' ? review.decision.to.field : null),
    decision: review.decision,
    text: textOf(review),
    note: review.note,
    undone: undone(review),
    loose: null,
  }))
}

/** What a decision was about and what it set, in short; the pages say in the reader's language what it did. */
function textOf({ value, decision, on }: Review): string {
  const before = value ? short(value.field, value.value) : null
  if (decision.kind === 'correct') {
    const after = short(decision.to.field, decision.to.value)
    return before === null ? `+ ${after}` : `${before} → ${after}`
  }
  return before ?? on.triggers[0].exact
}

const short = (field: string, value: unknown): string =>
  valueText({ field, told: { value, evidence: null } } as unknown as Parameters<typeof valueText>[0])

import type { ValueField } from '../../model/recorded.js'
import type { Review } from '../../model/review.js'
import { historyOf as linesOf } from '../../review/index.js'
import type { HistoryEntry } from '../api.js'
import { valueText } from '../value-text.js'
import type { Decisions } from './sight.js'

/** What was decided on an occurrence, in order; what was undone since, or no longer fits what is read, is told as such. */
export function historyOf({ reviews, loose }: Decisions): HistoryEntry[] {
  return linesOf(reviews, loose).map(({ review, undoneBy, loose: because }) => ({
    review: review.id,
    reviewer: review.reviewer,
    at: review.at,
    blind: review.blind,
    event: review.event,
    field: review.value?.field ?? (review.decision.kind === 'correct' ? review.decision.to.field : null),
    decision: review.decision,
    text: textOf(review),
    note: review.note,
    undone: undoneBy !== null,
    loose: because,
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

const short = (field: ValueField, value: unknown): string => valueText(field, { value, evidence: null })

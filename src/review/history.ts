import type { ReviewId } from '../model/recorded.js'
import type { Review, SeenValue } from '../model/review.js'
import type { Evidence } from '../model/span.js'
import type { LooseReview } from '../ports/review.js'
import { compareReviews, undoneBy, undosOf } from './counting.js'
import { isSameValue, valueText } from './same-value.js'
import { shareWords } from './slot.js'

/** What somebody did, for people and for programs. */
export interface HistoryLine {
  readonly review: Review
  /** Without the reviewer and the time: `corrects where Velat to Oskar (“Oskar”)`. */
  readonly text: string
  /** It no longer counts: the undo that took it back. */
  readonly undoneBy: ReviewId | null
  /** What of the newest readings it does not fit. */
  readonly loose: string | null
}

/**
 * What happened to an event, or to one value of it, in order. `reviews`: those on it, and the undos of them; `loose`: what the fold
 * says of them.
 */
export function historyOf(
  reviews: readonly Review[],
  loose: readonly LooseReview[] = [],
  about: SeenValue | null = null,
): HistoryLine[] {
  const byId = new Map(reviews.map(review => [review.id, review]))
  const inOrder = [...byId.values()].sort(compareReviews)
  const undos = undosOf(inOrder)
  const traced = about === null ? byId : traceOf(about, inOrder)
  return inOrder
    .filter(({ id, decision }) => traced.has(decision.kind === 'undo' ? decision.review : id))
    .map(review => ({
      review,
      text: textOf(review, byId),
      undoneBy: undoneBy(review, undos)?.id ?? null,
      loose:
        loose
          .filter(one => one.review === review.id)
          .map(({ because }) => because)
          .join('; ') || null,
    }))
}

/** The decisions that a value went through: those on it, and on what it was before and what became of it. */
function traceOf(about: SeenValue, inOrder: readonly Review[]): ReadonlyMap<ReviewId, Review> {
  const forms: { readonly value: unknown; readonly evidence: Evidence | null }[] = [about]
  const isForm = ({ value, evidence }: (typeof forms)[number]): boolean =>
    forms.some(form => isSameValue(about.field, form.value, value) && shareWords(form.evidence, evidence))
  const traced = new Map<ReviewId, Review>()
  for (let before = -1; before < traced.size; ) {
    before = traced.size
    for (const review of inOrder) {
      const { value, decision, on } = review
      const to = decision.kind === 'correct' ? decision.to : null
      const values = [value, to].filter(one => one?.field === about.field)
      const whole = value === null && to === null && [on[about.field]].flat().some(isForm)
      if (traced.has(review.id) || !(whole || values.some(one => one && isForm(one)))) continue
      traced.set(review.id, review)
      for (const one of values) if (one) forms.push(one)
    }
  }
  return traced
}

function textOf({ value, decision, on }: Review, byId: ReadonlyMap<ReviewId, Review>): string {
  const what = value
    ? `${value.field} ${valueText(value.field, value.value)}`
    : `the event (${words(on.triggers)})`
  switch (decision.kind) {
    case 'accept':
      return `accepts ${what}`
    case 'reject':
      return `rejects ${what}`
    case 'add':
      return `adds ${what}`
    case 'note':
      return `notes on ${what}`
    case 'merge':
      return `merges into it ${decision.with.map(event => `${event.id} (${words(event.triggers)})`).join(', ')}`
    case 'split':
      return `splits off ${decision.off.join(', ')}`
    case 'correct': {
      const { field } = decision.to
      const to = `${valueText(field, decision.to.value)} (${words(decision.to.evidence)})`
      return value ? `corrects ${what} to ${to}` : `adds ${field} ${to}`
    }
    case 'undo': {
      const undone = byId.get(decision.review)
      return undone && undone.decision.kind !== 'undo'
        ? `undoes what ${undone.reviewer} did: ${textOf(undone, byId)}`
        : `undoes ${decision.review}`
    }
  }
}

function words(evidence: Evidence | null): string {
  return evidence === null ? 'without words' : evidence.map(({ exact }) => `“${exact}”`).join(', ')
}

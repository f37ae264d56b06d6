import { valueFields } from '../model/recorded.js'
import type { LooseReview } from '../ports/review.js'
import { compareReviews } from './counting.js'
import { outcomeOf, type Vote } from './slot.js'
import { isForlorn, isTouched, type Telling, votesOf } from './telling.js'

/** The decisions that count in an event and do not fit the newest reading of it, each with what it does not fit. */
export function misfitsOf(telling: Telling): LooseReview[] {
  if (!isTouched(telling)) return []
  const { base, exists } = telling
  const { form, standing } = outcomeOf(exists)
  if (form === null)
    return overruled(
      telling,
      standing.findLast(vote => vote.form === null),
    )
  const line = ({ review }: Vote<unknown>, because: string): LooseReview => ({
    review: review.id,
    event: base.id,
    because,
  })
  const votes = votesOf(telling)
  if (!isForlorn(telling)) return votes.flatMap(vote => (vote.misfit ? line(vote, vote.misfit) : []))
  const words = base.triggers.map(({ exact }) => `“${exact}”`).join(', ')
  return votes.map(vote => line(vote, `the newest reading tells no event by ${words}; it stays as decided`))
}

/** What a rejection takes away that its reviewer did not see: what came later, and what was decided on another event. */
function overruled({ fields }: Telling, rejection: Vote<true> | undefined): LooseReview[] {
  if (!rejection) return []
  const { review: by } = rejection
  return valueFields
    .flatMap(field => fields[field].flatMap(slot => outcomeOf(slot).standing))
    .filter(
      ({ form, review }) => form !== null && (compareReviews(by, review) < 0 || review.event !== by.event),
    )
    .map(({ review }) => ({
      review: review.id,
      event: null,
      because: `the event was rejected (${by.id}, ${by.reviewer})`,
    }))
}

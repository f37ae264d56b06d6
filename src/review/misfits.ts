import { valueFields } from '../model/recorded.js'
import type { LooseReview } from '../ports/review.js'
import { compareReviews } from './counting.js'
import { outcomeOf, type Vote } from './slot.js'
import type { Telling } from './telling.js'

/** The decisions that count in an event and do not fit the newest reading of it, each with what it does not fit. */
export function misfitsOf({ base, origin, exists, fields }: Telling): LooseReview[] {
  const told = outcomeOf(exists)
  const values = valueFields.flatMap(field => fields[field]).flatMap(slot => outcomeOf(slot).standing)
  if (told.form === null) {
    const rejection = told.standing.at(-1)
    return rejection ? overruled(rejection, values).map(vote => line(vote, rejectedBy(rejection))) : []
  }
  const misfits = values.flatMap(vote => (vote.misfit === undefined ? [] : line(vote, vote.misfit)))
  if (origin !== 'kept') return misfits
  const words = base.triggers.map(({ exact }) => `“${exact}”`).join(', ')
  const because = `the newest reading tells no event by ${words}; it stays as decided`
  return [...told.standing, ...values].map(vote => line(vote, because))

  function line({ review }: Vote<unknown>, because: string): LooseReview {
    return { review: review.id, event: told.form === null ? null : base.id, because }
  }
}

const rejectedBy = ({ review: { id, reviewer } }: Vote<unknown>): string =>
  `the event was rejected (${id}, ${reviewer})`

/** What a rejection takes away without its reviewer having seen it: what came later, and what was decided on another event. */
function overruled({ review }: Vote<unknown>, values: readonly Vote[]): Vote[] {
  return values.filter(
    ({ form, review: other }) =>
      form !== null && (compareReviews(review, other) < 0 || other.event !== review.event),
  )
}

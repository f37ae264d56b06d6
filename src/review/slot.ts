import type { Decided, Recorded, ReviewId } from '../model/recorded.js'
import type { Review } from '../model/review.js'
import type { Evidence } from '../model/span.js'

/** A value as it was read or as somebody set it. */
export type Form = Omit<Recorded<unknown>, 'decided' | 'contested'>

/** What one decision makes of a slot. */
export interface Vote<F = Form> {
  readonly review: Review
  /** Null where it takes away, or only lets stand what is there. */
  readonly how: Decided['how'] | null
  /** What it sets the slot to; null rejects it. */
  readonly form: F | null
  /** Equal for decisions that agree. */
  readonly outcome: string
  /** What of the newest reading it does not fit, for people. */
  readonly misfit?: string | undefined
}

/** A place for one value of an event, or for the event itself, with what was decided about it, in order. */
export interface Slot<F = Form> {
  /** As the newest reading has it; null where that has none. */
  readonly read: F | null
  readonly votes: Vote<F>[]
}

/** What a slot comes to. */
export interface Outcome<F = Form> {
  /** Null: it is not in the record. */
  readonly form: F | null
  readonly decided: Decided | null
  /** Those that clash with one another or with the newest reading. */
  readonly contested: readonly ReviewId[]
  /** The decisions that count in it. */
  readonly standing: readonly Vote<F>[]
}

/**
 * What decisions make of a slot. Who decides with sight of the others overrides them. Who decides blind overrides nobody but
 * themself: where that clashes, what was there before stays, and both are named.
 */
export function outcomeOf<F>(slot: Slot<F>): Outcome<F> {
  let informed: Vote<F> | null = null
  const blind = new Map<string, Vote<F>>()
  for (const vote of slot.votes) {
    const { reviewer } = vote.review
    if (vote.review.blind && reviewer !== informed?.review.reviewer) {
      blind.delete(reviewer)
      blind.set(reviewer, vote)
    } else {
      informed = vote
      if (!vote.review.blind) blind.clear()
    }
  }
  const standing = [...(informed ? [informed] : []), ...blind.values()]
  const agree = new Set(standing.map(({ outcome }) => outcome)).size <= 1
  const counts = agree ? (standing.findLast(({ how }) => how !== null) ?? standing.at(-1)) : informed
  return {
    form: counts ? counts.form : slot.read,
    decided: counts?.form && counts.how ? decidedBy(counts.review, counts.how) : null,
    contested: standing.filter(({ misfit }) => !agree || misfit !== undefined).map(({ review }) => review.id),
    standing,
  }
}

function decidedBy({ id, reviewer, at }: Review, how: Decided['how']): Decided {
  return { how, review: id, reviewer, at }
}

/** All forms that a slot has had. */
export function formsOf({ read, votes }: Slot): Form[] {
  return [...(read ? [read] : []), ...votes.flatMap(({ form }) => form ?? [])]
}

export function shareWords(a: Evidence | null, b: Evidence | null): boolean {
  if (a === null || b === null) return a === b
  return a.some(x => b.some(y => x.start < y.end && y.start < x.end))
}

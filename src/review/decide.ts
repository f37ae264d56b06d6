import type { RecordedEvent } from '../model/recorded.js'
import type { Review } from '../model/review.js'
import { bring, type Folding, meet, tellLoose, withParts } from './folding.js'
import type { Located } from './relocate.js'
import { outcomeOf } from './slot.js'
import { splitOff } from './split.js'
import type { Telling } from './telling.js'
import { acceptSeen, acceptValue, addSeen, type Case, correctValue, rejectValue } from './votes.js'

/** Lets one decision bear on what there is. `taken`: as it was taken; `located`: with its words in the newest bodies. */
export function decide(folding: Folding, taken: Review, located: Located): void {
  const { review, triggers } = located
  const { kind } = review.decision
  if (kind === 'note' || kind === 'undo') return
  if (!folding.bodies.has(review.report)) {
    tellLoose(folding, review, null, `no reading of ${review.report} is in the record`)
    return
  }
  const found = meet(folding, review.on, triggers)
  const telling = found?.telling ?? missing(folding, located)
  if (telling === null) return
  const because = bear(
    folding,
    { review, taken, tellings: withParts(folding, telling, review.on.id) },
    located,
  )
  if (because !== null) tellLoose(folding, review, telling.base.id, because)
  else if (kind === 'reject' && !review.value) reject(telling, review, found?.whole === true)
}

/** What a reading tells more in one with an event was not rejected with it: it waits for a reviewer. */
function reject({ exists }: Telling, review: Review, isWhole: boolean): void {
  const misfit =
    'the newest reading tells the event that was rejected in one with more, which nobody has rejected'
  if (isWhole) exists.votes.push({ review, how: null, form: null, outcome: 'rejected' })
  else exists.votes.push({ review, how: null, form: true, outcome: 'stands', misfit })
}

/** What a decision does to the event that it is on; returns why it does not, where it does not. */
function bear(folding: Folding, one: Case, { merged, triggers }: Located): string | null {
  const { review } = one
  const { decision, value } = review
  const [telling] = one.tellings
  switch (decision.kind) {
    case 'accept':
      exist(telling, review, value ? null : 'accepted')
      if (value) acceptValue(one, value)
      else acceptSeen(one)
      return null
    case 'add':
      telling.origin = telling.origin === 'kept' ? 'added' : telling.origin
      exist(telling, review, 'added')
      addSeen(one)
      return null
    case 'correct':
      exist(telling, review, null)
      return correctValue(one, decision.to)
    case 'reject':
      return value ? rejectValue(one, value) : null
    case 'merge':
      return merge(folding, telling, merged)
    case 'split':
      return splitOff(folding, telling, decision.off, triggers)
    default:
      return null
  }
}

/**
 * Who decides blind on a value lets the event stand: that is for a clash with who rejects it, and does not accept the rest. Whose
 * own decision lets it stand already says nothing new of it.
 */
function exist(telling: Telling, review: Review, how: 'accepted' | 'added' | null): void {
  const { reviewer, blind } = review
  const stands = outcomeOf(telling.exists).standing.some(
    ({ form, review: own }) => form === true && own.reviewer === reviewer,
  )
  if (how === null && (!blind || stands)) return
  telling.exists.votes.push({ review, how, form: true, outcome: 'stands' })
}

function merge(folding: Folding, into: Telling, merged: Located['merged']): string | null {
  const found = merged.map(({ on, triggers }) => ({ on, telling: meet(folding, on, triggers)?.telling }))
  folding.occurrences.merge(
    into,
    found.flatMap(({ telling }) => telling ?? []),
  )
  const lost = found.filter(({ telling }) => !telling).map(({ on }) => on)
  return lost.length === 0
    ? null
    : `no newest reading tells ${lost.map(event => `${event.id} (${triggerWords(event)})`).join(', ')}, which it joins`
}

/**
 * Of an event that no newest reading tells, what a decision keeps of it in the record. What only takes away, joins or parts keeps
 * nothing.
 */
function missing(folding: Folding, { review, triggers }: Located): Telling | null {
  const { decision, on } = review
  if (decision.kind === 'reject') return null
  const words = triggerWords(on)
  if (decision.kind === 'merge' || decision.kind === 'split') {
    tellLoose(
      folding,
      review,
      null,
      `the newest reading tells no event by ${words}: there is nothing to ${decision.kind}`,
    )
    return null
  }
  if (triggers.length === 0) {
    const because = `the newest text does not say ${words} at one certain place, so that the event cannot be kept`
    tellLoose(folding, review, null, because)
    return null
  }
  return bring(folding, asSeen(on), decision.kind === 'add' ? 'added' : 'kept')
}

function triggerWords({ triggers }: RecordedEvent): string {
  return triggers.map(({ exact }) => `“${exact}”`).join(', ')
}

/** An event as it was seen, without what was decided about it and what readings made it of. */
function asSeen(on: RecordedEvent): RecordedEvent {
  const { joined: _, apart: __, contested: ___, ...event } = on
  return { ...event, claims: [], decided: null, formerly: [] }
}

import { tellingsOf } from '../../ports.js'
import { urgencyOf } from '../../review/index.js'
import type { EventDetail } from '../api.js'
import { historyOf } from './history.js'
import { markOf } from './mark.js'
import { matrixOf } from './matrix.js'
import type { PersonFinder } from './persons.js'
import { policyNumbers } from './policy-numbers.js'
import type { Sight, Standing } from './sight.js'

/** An occurrence whole, as its page shows it. */
export async function detailOf(
  sight: Sight,
  stored: Standing,
  personsOf: PersonFinder,
): Promise<EventDetail> {
  const tellings = tellingsOf(stored)
  const decisions = await sight.decisions(stored)
  return {
    id: stored.event.id,
    standing: stored.standing,
    mark: markOf(stored, urgencyOf(tellings.map(telling => telling.event)), personsOf),
    tellings: tellings.map(({ event: told, report: { body: _, regions: __, ...head }, capture: from }) => ({
      event: told,
      report: head,
      capture: from,
    })),
    matrix: matrixOf(tellings),
    policies: policyNumbers(tellings),
    history: historyOf(decisions),
    // What was decided on tells of names that are in the record no more.
    persons: personsOf(decisions.reviews.map(({ on }) => on)),
  }
}

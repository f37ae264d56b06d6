import { tellingsOf } from '../../ports.js'
import { urgencyOf } from '../../review/index.js'
import type { EventDetail } from '../api.js'
import { historyOf } from './history.js'
import { markOf } from './mark.js'
import { matrixOf } from './matrix.js'
import { policyNumbers } from './policy-numbers.js'
import type { Sight, Standing } from './sight.js'

/** An occurrence whole, as its page shows it. */
export async function detailOf(sight: Sight, stored: Standing): Promise<EventDetail> {
  const tellings = tellingsOf(stored)
  return {
    id: stored.event.id,
    standing: stored.standing,
    mark: markOf(stored, urgencyOf(tellings.map(telling => telling.event))),
    tellings: tellings.map(({ event: told, report: { body: _, regions: __, ...head }, capture: from }) => ({
      event: told,
      report: head,
      capture: from,
    })),
    matrix: matrixOf(tellings),
    policies: policyNumbers(tellings),
    history: historyOf(await sight.decisions(stored)),
  }
}

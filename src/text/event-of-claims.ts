import type { Event } from '../model/event.js'
import type { ReportId } from '../model/report.js'
import { collectValues, type Group, kindOf } from './collect-values.js'
import { eventId } from './ids.js'
import { inTextOrder } from './quote.js'
import { statusOf } from './strongest-status.js'

/**
 * The event that claims about one occurrence tell together: named by the first word that tells it, part of none. `ties`: what
 * joined them and what kept others apart, where that was read.
 */
export function eventOfClaims(
  report: ReportId,
  group: Group,
  ties: Pick<Event, 'joined' | 'apart'> = {},
): Event {
  const [first = group[0].trigger, ...rest] = inTextOrder(group.map(({ trigger }) => trigger))
  return {
    id: eventId(report, first),
    report,
    triggers: [first, ...rest],
    kind: kindOf(group),
    status: statusOf(group),
    ...collectValues(group),
    claims: [group[0].id, ...group.slice(1).map(({ id }) => id)],
    ...ties,
    partOf: null,
  }
}

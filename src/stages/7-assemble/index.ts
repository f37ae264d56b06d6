import type { Claim } from '../../model/claim.js'
import type { Event } from '../../model/event.js'
import type { Labels } from '../../model/labels.js'
import type { Report } from '../../model/report.js'
import { eventId } from '../../text/ids.js'
import { inTextOrder } from '../../text/quote.js'
import { inCampaigns } from './campaigns.js'
import { groupClaims } from './group.js'
import { kindOf, mergeValues } from './merge.js'
import { statusOf } from './status.js'

export { complaintsOf } from './complaints.js'

/** Makes the claims about one occurrence one Event; values are collected, not chosen. */
export function assembleEvents(report: Report, claims: readonly Claim[], labels: Labels): Event[] {
  const events = groupClaims(report.body, claims, labels).map(({ members: group, joined, apart }): Event => {
    const [first, ...rest] = inTextOrder(group.map(({ trigger }) => trigger))
    if (!first) throw new Error('a group of claims is never empty')
    return {
      id: eventId(report.id, first),
      report: report.id,
      triggers: [first, ...rest],
      kind: kindOf(group),
      status: statusOf(group),
      ...mergeValues(group),
      claims: [group[0].id, ...group.slice(1).map(({ id }) => id)],
      ...(joined.length > 0 && { joined }),
      ...(apart.length > 0 && { apart }),
      partOf: null,
    }
  })
  return inCampaigns(events)
}

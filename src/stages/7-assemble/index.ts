import type { Claim } from '../../model/claim.js'
import type { Event } from '../../model/event.js'
import type { Labels } from '../../model/labels.js'
import type { Report } from '../../model/report.js'
import { eventOfClaims } from '../../text/event-of-claims.js'
import { inCampaigns } from './campaigns.js'
import { groupClaims } from './group.js'

export { complaintsOf } from './complaints.js'

/** Makes the claims about one occurrence one Event; values are collected, not chosen. */
export function assembleEvents(report: Report, claims: readonly Claim[], labels: Labels): Event[] {
  const events = groupClaims(report.body, claims, labels).map(({ members, joined, apart }) =>
    eventOfClaims(report.id, members, {
      ...(joined.length > 0 && { joined }),
      ...(apart.length > 0 && { apart }),
    }),
  )
  return inCampaigns(events)
}

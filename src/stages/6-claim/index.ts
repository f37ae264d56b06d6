import type { Claim } from '../../model/claim.js'
import type { Labels } from '../../model/labels.js'
import type { Referents } from '../../model/referents.js'
import type { Report } from '../../model/report.js'
import { claimId } from '../../text/ids.js'
import { homeOf } from './abroad.js'
import { holderOf, saidLines } from './holders.js'
import { lookupOf } from './lookup.js'
import { statusOf } from './status.js'
import { timesOf } from './times.js'
import { harmsOf, kindOf, meansOf, partsOf } from './values.js'

/** Makes each trigger, with its roles, status and holder, a Claim. */
export function formClaims(report: Report, labels: Labels, referents: Referents): Claim[] {
  const home = homeOf(labels, referents)
  const lookup = lookupOf(labels)
  return labels.triggers.map(trigger => {
    const roles = lookup.rolesOf(trigger.id)
    const voices = lookup.voicesOf(trigger.id)
    return {
      id: claimId(report.id, trigger.quote),
      report: report.id,
      trigger: trigger.quote,
      kind: kindOf(trigger),
      status: statusOf(trigger, voices),
      holder: holderOf(voices, trigger, referents),
      when: timesOf(report.body, trigger, roles, referents.times),
      ...partsOf(trigger, roles, referents, home),
      means: meansOf(roles, lookup),
      harm: harmsOf(report.body, lookup.harmsOf(trigger.id), referents),
      said: saidLines(voices, trigger, referents),
    }
  })
}

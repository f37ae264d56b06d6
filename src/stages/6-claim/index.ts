import type { Claim } from '../../model/claim.js'
import type { Labels, Trigger } from '../../model/labels.js'
import type { Referents } from '../../model/referents.js'
import type { Report } from '../../model/report.js'
import type { Sourced } from '../../model/sourced.js'
import { claimId } from '../../text/ids.js'
import { evidence } from '../../text/quote.js'
import { homeOf } from './abroad.js'
import { holderOf, saidLines } from './holders.js'
import { lookupOf } from './lookup.js'
import { statusOf } from './status.js'
import { timesOf } from './times.js'
import { actorsAs, harmsOf, meansOf, valuesIn } from './values.js'

/** Makes each trigger, with its roles, status and holder, a Claim. */
export function formClaims(report: Report, labels: Labels, referents: Referents): Claim[] {
  const home = homeOf(labels, referents)
  const lookup = lookupOf(labels)
  return labels.triggers.map(trigger => {
    const roles = lookup.rolesOf(trigger.id)
    const voices = lookup.voicesOf(trigger.id)
    const where = valuesIn('place', roles, referents.places)
    const setting = { kind: trigger.kind, where, home }
    return {
      id: claimId(report.id, trigger.quote),
      report: report.id,
      trigger: trigger.quote,
      kind: stated(trigger.kind, trigger),
      status: statusOf(trigger, voices),
      holder: holderOf(voices, trigger),
      when: timesOf(report.body, trigger, roles, referents.times),
      where,
      initiators: actorsAs('initiator', roles, referents, { ...setting, initiates: true }),
      targets: actorsAs('target', roles, referents, { ...setting, initiates: false }),
      means: meansOf(roles, lookup),
      harm: harmsOf(report.body, lookup.harmsOf(trigger.id), referents),
      said: saidLines(voices, trigger, referents, lookup),
    }
  })
}

const stated = <T>(value: T, { by, quote, score, others }: Trigger): Sourced<T> => ({
  value,
  basis: { kind: 'stated', by },
  evidence: evidence(quote),
  score,
  ...(others && { others }),
})

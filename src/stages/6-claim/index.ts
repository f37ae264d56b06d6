import type { Claim } from '../../model/claim.js'
import type { Labels, Role, Trigger } from '../../model/labels.js'
import type { Referents } from '../../model/referents.js'
import type { Report } from '../../model/report.js'
import type { Sourced } from '../../model/sourced.js'
import type { EventActor, HarmValue } from '../../model/values.js'
import { compareBounds } from '../../text/edtf.js'
import { claimId } from '../../text/ids.js'
import { evidence, quoteAt } from '../../text/quote.js'
import { homeOf, type Setting, typeAbroad } from './abroad.js'
import { holderOf, saidLines } from './holders.js'
import { statusOf } from './status.js'

/** Makes each trigger, with its roles, status and holder, a Claim. */
export function formClaims(report: Report, labels: Labels, referents: Referents): Claim[] {
  const home = homeOf(labels, referents)
  return labels.triggers.map(trigger => {
    const roles = labels.roles.filter(role => role.trigger === trigger.id)
    const voices = labels.attributions.filter(({ covers }) =>
      covers.some(cover => cover.trigger === trigger.id),
    )
    const where = valuesIn('place', roles, referents.places)
    const setting = { kind: trigger.kind, where, home }
    return {
      id: claimId(report.id, trigger.quote),
      report: report.id,
      trigger: trigger.quote,
      kind: stated(trigger.kind, trigger),
      status: statusOf(trigger, voices),
      holder: holderOf(voices, trigger),
      when: valuesIn('time', roles, referents.times).sort((a, b) => compareBounds(a.value, b.value)),
      where,
      initiators: actorsAs('initiator', roles, referents, { ...setting, initiates: true }),
      targets: actorsAs('target', roles, referents, { ...setting, initiates: false }),
      means: meansOf(roles, labels),
      harm: harmsOf(report.body, trigger, labels, referents),
      said: saidLines(voices, trigger, referents, labels),
    }
  })
}

const stated = <T>(value: T, { by, quote, score }: Trigger): Sourced<T> => ({
  value,
  basis: { kind: 'stated', by },
  evidence: evidence(quote),
  score,
})

function valuesIn<T>(
  name: Role['role'],
  roles: readonly Role[],
  values: ReadonlyMap<string, Sourced<T>>,
): Sourced<T>[] {
  return roles.flatMap(({ role, mention }) => {
    const value = role === name ? values.get(mention) : undefined
    return value ? [value] : []
  })
}

function actorsAs(
  name: 'initiator' | 'target',
  roles: readonly Role[],
  referents: Referents,
  setting: Setting,
): Sourced<EventActor>[] {
  return roles.flatMap(({ role, mention, certainty }) => {
    const found = role === name ? referents.actors.get(mention) : undefined
    if (!found) return []
    const actor = typeAbroad(found, setting)
    const { name: fullName, type, registry } = actor.value
    return [{ ...actor, value: { name: fullName, type, registry, certainty } }]
  })
}

function meansOf(roles: readonly Role[], labels: Labels): Sourced<string>[] {
  return roles.flatMap(({ role, mention }) => {
    const means = role === 'means' ? labels.mentions.find(({ id }) => id === mention) : undefined
    if (!means) return []
    const { quote, by, score } = means
    return [{ value: quote.exact, basis: { kind: 'stated' as const, by }, evidence: evidence(quote), score }]
  })
}

function harmsOf(body: string, trigger: Trigger, labels: Labels, referents: Referents): Sourced<HarmValue>[] {
  return labels.harms.flatMap(({ trigger: id, count, what, of, score }) => {
    const counted = id === trigger.id ? referents.counts.get(count) : undefined
    if (!counted) return []
    const [words, ...more] = counted.evidence
    // The quote of harm is the count with whom it counts ("at least 20 civilians"), where they stand together.
    const together = of && of.start >= words.start && of.start - words.end <= 1
    const quote = together ? quoteAt(body, { start: words.start, end: of.end }) : words
    const rest = of && !together ? [of] : []
    return [
      {
        value: { ...counted.value, what, of: of?.exact ?? null },
        basis: counted.basis,
        evidence: evidence(quote, ...rest, ...more),
        score,
      },
    ]
  })
}

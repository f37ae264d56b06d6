import type { Claim } from '../../model/claim.js'
import type { HarmLink, Role, Trigger } from '../../model/labels.js'
import type { Referents } from '../../model/referents.js'
import type { Sourced } from '../../model/sourced.js'
import type { EventActor, HarmValue } from '../../model/values.js'
import { evidence, quoteAt } from '../../text/quote.js'
import { type Setting, typeAbroad } from './abroad.js'
import type { Lookup } from './lookup.js'

/** What is told, as the reader labelled it. */
export const kindOf = ({ kind, by, quote, score, others }: Trigger): Sourced<Trigger['kind']> => ({
  value: kind,
  basis: { kind: 'stated', by },
  evidence: evidence(quote),
  score,
  ...(others && { others }),
})

/** Where it was, and who did it to whom. */
export function partsOf(
  { kind }: Trigger,
  roles: readonly Role[],
  referents: Referents,
  home: Setting['home'],
): Pick<Claim, 'where' | 'initiators' | 'targets'> {
  const where = valuesIn('place', roles, referents.places)
  const setting = { kind, where, home }
  return {
    where,
    initiators: actorsAs('initiator', roles, referents, { ...setting, initiates: true }),
    targets: actorsAs('target', roles, referents, { ...setting, initiates: false }),
  }
}

/** The values of the mentions that play a part. */
export function valuesIn<T>(
  name: Role['role'],
  roles: readonly Role[],
  values: ReadonlyMap<string, Sourced<T>>,
): Sourced<T>[] {
  return roles.flatMap(({ role, mention }) => {
    const value = role === name ? values.get(mention) : undefined
    return value ? [value] : []
  })
}

/** Who plays a part, with the type that it has in this event. */
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

/** The words that name the means. */
export function meansOf(roles: readonly Role[], { mention: mentionOf }: Lookup): Sourced<string>[] {
  return roles.flatMap(({ role, mention }) => {
    const means = role === 'means' ? mentionOf(mention) : undefined
    if (!means) return []
    const { quote, by, score } = means
    return [{ value: quote.exact, basis: { kind: 'stated' as const, by }, evidence: evidence(quote), score }]
  })
}

/** The harm that the telling's event did. */
export function harmsOf(
  body: string,
  harms: readonly HarmLink[],
  referents: Referents,
): Sourced<HarmValue>[] {
  return harms.flatMap(({ count, what, of, score }) => {
    const counted = referents.counts.get(count)
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

import type { Noted } from '../../../model/diagnostic.js'
import type { Labels, Mention } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Sourced } from '../../../model/sourced.js'
import type { ActorValue } from '../../../model/values.js'
import type { EventKind } from '../../../model/vocabulary.js'
import type { ActorRegistry, Gazetteer } from '../../../ports.js'
import { evidence } from '../../../text/quote.js'
import { antecedent } from './antecedent.js'
import { namer } from './identify.js'
import type { Named } from './scene.js'

/**
 * Gives each actor mention the fullest name that the report uses for it, and its type in the report (codebook section 2).
 * Pronouns that could be more than one person are abstained from.
 */
export function resolveActors(
  report: Report,
  labels: Labels,
  known: { readonly gazetteer: Gazetteer; readonly actors: ActorRegistry },
): Noted<ReadonlyMap<string, Sourced<ActorValue>>> {
  const values = new Map<string, Sourced<ActorValue>>()
  const mentions = labels.mentions.filter(({ kind }) => kind === 'actor')
  if (mentions.length === 0) return { value: values, notes: [] }
  const identify = namer(report.body, known)
  const home = mainCountry(labels, known.gazetteer)
  const acts = actsByMention(labels)
  const before: (Named & { readonly at: number })[] = []
  for (const mention of [...mentions].sort((a, b) => a.quote.start - b.quote.start)) {
    const named = antecedent(mention.quote, before) ?? identify(mention.quote)
    if (!named) continue
    before.push({ ...named, at: mention.quote.start })
    values.set(mention.id, sourcedActor(mention, abroad(named, acts.get(mention.id) ?? [], home)))
  }
  return { value: values, notes: [] }
}

function sourcedActor({ quote, score }: Mention, { name, type, registry, rule }: Named): Sourced<ActorValue> {
  const stated = quote.exact.includes(name)
  const basis = { kind: stated ? ('stated' as const) : ('implied' as const), by: `actor:${rule}` }
  return { value: { name, type, registry }, basis, evidence: evidence(quote), score }
}

const forceAbroad: ReadonlySet<EventKind> = new Set([
  'air-strike',
  'armed-clash',
  'deployment',
  'drone-strike',
  'raid',
  'shelling',
  'shoot-down',
  'territory-capture',
  'withdrawal',
])

/** A state's forces, or a state that uses force, are `external-forces` where the report's places lie in another country. */
function abroad(named: Named, acts: readonly EventKind[], home: string | null): Named {
  const { type, country } = named
  const isForce = type === 'state-forces' || (type === 'state' && acts.some(kind => forceAbroad.has(kind)))
  const isAway = country !== null && home !== null && country !== home
  return isForce && isAway ? { ...named, type: 'external-forces' } : named
}

/** What each mention is told to do. */
function actsByMention({ roles, triggers }: Labels): ReadonlyMap<string, EventKind[]> {
  const kinds = new Map(triggers.map(({ id, kind }) => [id, kind]))
  const acts = new Map<string, EventKind[]>()
  for (const { role, trigger, mention } of roles) {
    const kind = role === 'initiator' ? kinds.get(trigger) : undefined
    if (kind) acts.set(mention, [...(acts.get(mention) ?? []), kind])
  }
  return acts
}

/** The country that more than half of the report's place mentions lie in, by their likeliest reading; null if none. */
function mainCountry(labels: Labels, gazetteer: Gazetteer): string | null {
  const counts = new Map<string, number>()
  let all = 0
  for (const { kind, quote } of labels.mentions) {
    const country = kind === 'place' ? gazetteer.lookup(quote.exact)[0]?.country : null
    if (!country) continue
    all++
    counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  return [...counts].find(([, n]) => n > all / 2)?.[0] ?? null
}

import type { Diagnostic, Noted } from '../../../model/diagnostic.js'
import type { Labels, Mention } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Sourced } from '../../../model/sourced.js'
import type { Quote } from '../../../model/span.js'
import type { ActorValue, PlaceValue } from '../../../model/values.js'
import type { ActorRegistry, Gazetteer, RegisteredActor } from '../../../ports.js'
import { evidence } from '../../../text/quote.js'
import { antecedent, nobodyTold } from './antecedent.js'
import { type ByChain, byCoreference } from './coreference.js'
import { namer } from './identify.js'
import { firstPerson } from './publisher.js'
import type { Named } from './scene.js'

/** The actors of a report, and who other words of it name. */
export interface ResolvedActors extends Noted<ReadonlyMap<string, Sourced<ActorValue>>> {
  identify(quote: Quote): Named | null
}

/**
 * Gives each actor mention the fullest name that the report uses for it, and its type in the report (codebook section 2).
 * Pronouns that could be more than one person are abstained from.
 * @param places what the report's place mentions stand for: a town elsewhere is not the capital of its name
 */
export function resolveActors(
  report: Report,
  labels: Labels,
  known: { readonly gazetteer: Gazetteer; readonly actors: ActorRegistry },
  places: ReadonlyMap<string, Sourced<PlaceValue>> = new Map(),
): ResolvedActors {
  const values = new Map<string, Sourced<ActorValue>>()
  const mentions = labels.mentions.filter(({ kind }) => kind === 'actor')
  const notes = new Map<string, Diagnostic>()
  const at = report.published?.edtf ?? null
  const identify = namer(report.body, known, at, scenesOf(labels, places))
  const speaker = firstPerson(report, labels, identify)
  const told = nobodyTold()
  const own = new Map<string, Named>()
  for (const mention of [...mentions].sort((a, b) => a.quote.start - b.quote.start)) {
    const named = speaker(mention.quote) ?? antecedent(mention.quote, told) ?? identify(mention.quote)
    if (!named) continue
    told.add(named, mention.quote.start)
    own.set(mention.id, named)
    if (named.rule === 'ambiguous' && !notes.has(named.name)) {
      notes.set(named.name, ambiguous(mention, named.name, known.actors.claimants(named.name, at)))
    }
  }
  const chained = byCoreference(report.body, labels, own)
  for (const mention of mentions) {
    const named = own.get(mention.id)
    const chain = chained.get(mention.id)
    if (chain) values.set(mention.id, byChain(mention, chain))
    else if (named) values.set(mention.id, sourcedActor(mention, named))
  }
  return { value: values, notes: [...notes.values()], identify }
}

/**
 * The countries, as alpha-2, in which something happens at a place of each name. What is merely named ("Kabul denied it") may be
 * placed wrongly, and is more likely the state.
 */
function scenesOf(
  { mentions, roles }: Labels,
  places: ReadonlyMap<string, Sourced<PlaceValue>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const scenes = new Set(roles.flatMap(({ role, mention }) => (role === 'place' ? [mention] : [])))
  const found = new Map<string, Set<string>>()
  for (const { id, quote } of mentions) {
    const country = scenes.has(id) ? places.get(id)?.value.known?.country : null
    if (country) found.set(quote.exact, (found.get(quote.exact) ?? new Set<string>()).add(country))
  }
  return found
}

function byChain(mention: Mention, { named, tie }: ByChain): Sourced<ActorValue> {
  const actor = sourcedActor(mention, { ...named, rule: 'coreference' })
  return { ...actor, basis: { ...actor.basis, by: `${actor.basis.by}+${tie}` } }
}

function ambiguous({ quote }: Mention, name: string, claimants: readonly RegisteredActor[]): Diagnostic {
  const whose = claimants.map(actor => `${actor.name} (${actor.id})`).join(' and of ')
  return {
    code: 'actor-ambiguous',
    severity: 'warning',
    message: `“${name}” is a name of ${whose}; none of them was chosen`,
    at: quote,
    help: 'docs/diagnostics/actor-ambiguous.md says what tells them apart, and how to settle a name for good',
  }
}

/** How many of those who bear a name, and lost, are kept. */
const mostOthers = 4

function sourcedActor(
  { quote, score }: Mention,
  { name, type, registry, country, rule, others = [] }: Named,
): Sourced<ActorValue> {
  const stated = quote.exact.includes(name)
  const basis = { kind: stated ? ('stated' as const) : ('implied' as const), by: `actor:${rule}` }
  const lost = others.slice(0, mostOthers).map(({ actor, lost: by }) => ({
    value: `${actor.name} (${actor.id})`,
    score: null,
    lost: by,
  }))
  const value = { name, type, registry, country }
  return { value, basis, evidence: evidence(quote), score, ...(lost.length > 0 && { others: lost }) }
}

import type { Diagnostic, Noted } from '../../../model/diagnostic.js'
import type { Labels, Mention } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Sourced } from '../../../model/sourced.js'
import type { ActorValue } from '../../../model/values.js'
import type { ActorRegistry, Gazetteer, RegisteredActor } from '../../../ports.js'
import { evidence } from '../../../text/quote.js'
import { antecedent, nobodyTold } from './antecedent.js'
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
  const notes = new Map<string, Diagnostic>()
  if (mentions.length === 0) return { value: values, notes: [] }
  const at = report.published?.edtf ?? null
  const identify = namer(report.body, known, at)
  const told = nobodyTold()
  for (const mention of [...mentions].sort((a, b) => a.quote.start - b.quote.start)) {
    const named = antecedent(mention.quote, told) ?? identify(mention.quote)
    if (!named) continue
    told.add(named, mention.quote.start)
    if (named.rule === 'ambiguous' && !notes.has(named.name)) {
      notes.set(named.name, ambiguous(mention, named.name, known.actors.claimants(named.name, at)))
    }
    values.set(mention.id, sourcedActor(mention, named))
  }
  return { value: values, notes: [...notes.values()] }
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

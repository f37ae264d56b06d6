import { isDoneInFighting } from '../../../codebook/index.js'
import type { Diagnostic, Noted } from '../../../model/diagnostic.js'
import type { Attribution, Labels, Mention } from '../../../model/labels.js'
import type { Referents } from '../../../model/referents.js'
import type { Report } from '../../../model/report.js'
import type { Sourced } from '../../../model/sourced.js'
import type { Quote } from '../../../model/span.js'
import type { ActorValue } from '../../../model/values.js'
import { overlapping } from '../../../text/overlapping.js'
import { wordsOf } from '../actors/aliases.js'
import type { ResolvedActors } from '../actors/index.js'
import type { Named } from '../actors/scene.js'
import { isProperName, plainName } from '../actors/words.js'
import { saidBeside } from './beside.js'
import { type Knowledge, type NamedActor, type TypedHolder, typeOfHolder } from './type.js'

type Speaker = NonNullable<ReturnType<Referents['holders']['get']>>
type Actors = ReadonlyMap<string, Sourced<ActorValue>>

/** Names who speaks in each attribution, by the fullest name that the report uses, and tells what kind of voice that is. */
export function resolveHolders(
  report: Report,
  labels: Labels,
  { value: values, identify }: Pick<ResolvedActors, 'value' | 'identify'>,
): Noted<Referents['holders']> {
  const { body } = report
  const speakers = new Map<string, Speaker>()
  if (labels.attributions.length === 0) return { value: speakers, notes: [] }
  const text = { body, lower: body.toLowerCase(), words: wordsOf(body) }
  const actorAt = nearestActor(labels, values)
  const known: Knowledge = {
    identify: words => namedActor(identify(asQuote(words))),
    bearers: name => (identify(asQuote(name))?.others ?? []).map(({ actor }) => actor.type),
    fighting: fightingIn(labels, values),
  }
  const types = new Map<string, TypedHolder | null>()
  const typeOf = (quote: Quote): TypedHolder | null => {
    const actor = actorAt(quote)
    const key = JSON.stringify([quote.exact, actor?.value.name])
    const found = types.get(key)
    if (found !== undefined) return found
    const isName = /^\p{Lu}/u.test(plainName(quote.exact))
    const type = typeOfVoice(quote, actor ?? (isName ? namedActor(identify(quote)) : null))
    types.set(key, type)
    return type
  }
  const typeOfVoice = (quote: Quote, actor: NamedActor | null): TypedHolder | null => {
    const own = typeOfHolder(quote.exact, actor, known)
    if (own) return own
    const name = actor?.value.name ?? plainName(quote.exact)
    if (!isProperName(name)) return null
    for (const said of saidBeside(name, text)) {
      const type = typeOfHolder(said, known.identify(said), known)
      if (type) return { ...type, by: `${type.by}+holder:beside-name` }
    }
    return null
  }
  for (const { id, holder, via } of labels.attributions) {
    speakers.set(id, {
      holder: holder && nameOf(holder, actorAt),
      via: via && nameOf(via, actorAt),
      holderType: holder && (typeOf(holder) ?? throughWhom(via && typeOf(via))),
    })
  }
  return { value: speakers, notes: labels.attributions.flatMap(one => unnamed(one, speakers.get(one.id))) }
}

/** Whoever speaks through an official or an officer has that one's type; through a newspaper anybody may speak. */
const throughWhom = (via: TypedHolder | null): TypedHolder | null =>
  via && (via.type === 'party' || via.type === 'official')
    ? { type: via.type, by: `${via.by}+holder:via` }
    : null

const nameOf = (words: Quote, actorAt: (words: Quote) => NamedActor | null): string =>
  actorAt(words)?.value.name ?? words.exact.replace(/^(the|an?) /i, '')

/** Words that need not stand in the report. */
const asQuote = (exact: string): Quote => ({ start: 0, end: exact.length, exact })

const namedActor = (named: Named | null): NamedActor | null =>
  named && {
    value: { name: named.name, type: named.type, registry: named.registry, country: named.country },
    by: `actor:${named.rule}`,
  }

/** The known actor that is most of a holder's words ("agencies in Syria" are not Syria). */
function nearestActor({ mentions }: Labels, values: Actors): (words: Quote) => NamedActor | null {
  const actorsAt = overlapping(mentions.filter(({ kind }) => kind === 'actor'))
  return words => {
    const shared = ({ quote }: Mention): number =>
      Math.min(quote.end, words.end) - Math.max(quote.start, words.start)
    const [nearest] = actorsAt(words)
      .filter(mention => shared(mention) >= (words.end - words.start) / 2)
      .sort((a, b) => shared(b) - shared(a))
    const actor = nearest && values.get(nearest.id)
    return actor ? { value: actor.value, by: actor.basis.by } : null
  }
}

/** The countries whose state or forces the report tells to do something in fighting. */
function fightingIn({ triggers, roles }: Labels, values: Actors): ReadonlySet<string> {
  const fights = new Set(triggers.filter(({ kind }) => isDoneInFighting(kind)).map(({ id }) => id))
  return new Set(
    roles.flatMap(({ role, trigger, mention }) => {
      const { registry = null, country = null } = values.get(mention)?.value ?? {}
      const isState = /^(?:state|government|forces):/.test(registry ?? '')
      return role === 'initiator' && fights.has(trigger) && isState && country !== null ? [country] : []
    }),
  )
}

const pronoun = /^(?:he|she|it|they|we|i|you|him|her|them|this|that|who|which)$/i

/** Who says these is somebody; words such as "allegedly" and "was believed" never say who. */
const saying =
  /^(?:(?:has|have|had|also|later) )*(?:said|says|saying|told|telling|added|adding|announced|announcing|confirmed|confirming|denied|denying|insisted|declared|admitted|warned|warning|stated)$/i

/** A voice that vouches for something, and for which there is a pronoun or nobody at all. */
function unnamed({ holder, cue, covers }: Attribution, speaker: Speaker | undefined): Diagnostic[] {
  const isNobody = holder ? pronoun.test(speaker?.holder ?? '') : saying.test(cue?.exact ?? '')
  const at = holder ?? cue
  if (!at || covers.length === 0 || !isNobody) return []
  return [
    {
      code: 'holder-not-found',
      severity: 'info',
      message: `who speaks was not found: ${[holder, cue].flatMap(one => (one ? [`“${one.exact}”`] : [])).join(' … ')}`,
      at,
      help: 'docs/diagnostics/holder-not-found.md says when this is so, and what to do',
    },
  ]
}

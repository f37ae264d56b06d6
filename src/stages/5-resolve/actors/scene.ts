import type { ActorType } from '../../../model/vocabulary.js'
import type { Gazetteer, RegisteredActor } from '../../../ports.js'
import type { LetterCase } from '../../../text/letter-case.js'
import type { IndexedText } from './aliases.js'

/** Who a mention names. */
export interface Named {
  readonly name: string
  readonly type: ActorType
  readonly registry: string | null
  /** Of the registry's actor, as alpha-2. */
  readonly country: string | null
  readonly isPerson: boolean
  readonly rule: string
  /** Others of the registry who bear the name, with the rule by which they lost. */
  readonly others?: readonly OtherBearer[]
}

export interface OtherBearer {
  readonly actor: RegisteredActor
  readonly lost: 'actor:ambiguous' | 'actor:not-called-otherwise' | 'actor:other-time'
}

/** A report's words, with what is known of names, and what has been found out on the way. */
export interface Scene extends IndexedText {
  /** How the body is cased: where it is all upper or lower, case tells nothing. */
  readonly letters: LetterCase
  readonly gazetteer: Gazetteer
  /** Everyone who goes by a name at the time of the report. */
  claimants(name: string): readonly RegisteredActor[]
  /** Everyone who bears the name but not at that time. */
  atOtherTimes(name: string): readonly RegisteredActor[]
  /** The one actor that does, or null. */
  actor(name: string): RegisteredActor | null
  /** The abbreviations that the report introduces. */
  readonly introduced: ReadonlyMap<string, string>
  /** The countries, as alpha-2, in which something happens at a place of each name. */
  readonly scenes: ReadonlyMap<string, ReadonlySet<string>>
  /** Answers already worked out, so that a name is searched for once a report. */
  remember(key: string, make: () => string): string
}

/** A mention of several actors that go by one name, none of which is chosen. What they have in common is kept. */
export function contested(claimants: readonly RegisteredActor[], name: string): Named {
  const [first] = claimants
  const type = claimants.every(actor => actor.type === first?.type) ? (first?.type ?? 'unknown') : 'unknown'
  const country = claimants.every(actor => actor.country === first?.country) ? (first?.country ?? null) : null
  const others = claimants.map(actor => ({ actor, lost: 'actor:ambiguous' as const }))
  return { name, type, registry: null, country, isPerson: false, rule: 'ambiguous', others }
}

/** A mention of an actor that the registry knows. */
export function registered(actor: RegisteredActor, name: string, rule: string): Named {
  const isPerson = actor.id.startsWith('person:')
  return { name, type: actor.type, registry: actor.id, country: actor.country, isPerson, rule }
}

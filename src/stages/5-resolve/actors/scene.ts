import type { ActorType } from '../../../model/vocabulary.js'
import type { ActorRegistry, Gazetteer, RegisteredActor } from '../../../ports.js'

/** Who a mention names. */
export interface Named {
  readonly name: string
  readonly type: ActorType
  readonly registry: string | null
  /** Of the registry's actor, as alpha-2. */
  readonly country: string | null
  readonly isPerson: boolean
  readonly rule: string
}

/** A report's words, with what is known of names, and what has been found out on the way. */
export interface Scene {
  readonly body: string
  readonly gazetteer: Gazetteer
  readonly actors: ActorRegistry
  /** The abbreviations that the report introduces. */
  readonly introduced: ReadonlyMap<string, string>
  /** Answers already worked out, so that a name is searched for once a report. */
  remember(key: string, make: () => string): string
}

/** A mention of an actor that the registry knows. */
export function registered(actor: RegisteredActor, name: string, rule: string): Named {
  const isPerson = actor.id.startsWith('person:')
  return { name, type: actor.type, registry: actor.id, country: actor.country, isPerson, rule }
}

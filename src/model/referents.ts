import type { SaidValue } from './claim.js'
import type { Sourced } from './sourced.js'
import type { ActorValue, CountValue, PlaceValue, TimeValue } from './values.js'

/** What each mention stands for, by the mention's id. A mention without an entry was abstained from. */
export interface Referents {
  readonly times: ReadonlyMap<string, Sourced<TimeValue>>
  readonly places: ReadonlyMap<string, Sourced<PlaceValue>>
  readonly actors: ReadonlyMap<string, Sourced<ActorValue>>
  readonly counts: ReadonlyMap<string, Sourced<CountValue>>
  /** Who speaks in each attribution, by its id: the fullest names that the report uses, or its words. */
  readonly holders: ReadonlyMap<string, Pick<SaidValue, 'holder' | 'holderType' | 'via'>>
}

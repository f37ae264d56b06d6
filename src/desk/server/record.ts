import type { PolicyName } from '../../export/policies.js'
import type { ActorRegistry, Gazetteer, Store } from '../../ports.js'

/** What the desk stands on. */
export interface DeskRecord {
  readonly store: Store
  readonly gazetteer: Gazetteer
  readonly actors: ActorRegistry
  /** The database, as people know it: without a password. */
  readonly name: string
  readonly isDemo: boolean
  /** The user's own file of borders (GeoJSON or TopoJSON); null where the map draws Natural Earth's. */
  readonly borders: string | null
}

/** The policies that the event view offers, in the order in which it does. */
export const offeredPolicies: readonly PolicyName[] = ['lowest', 'range', 'majority', 'unconfirmed-apart']

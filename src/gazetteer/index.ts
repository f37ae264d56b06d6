import type { ActorRegistry, Gazetteer } from '../ports.js'

/** Loads the places that come with the program. */
export function loadGazetteer(): Gazetteer {
  return { version: 'none', lookup: () => [], demonym: () => null, capital: () => null }
}

/** Loads the actors that come with the program. */
export function loadActors(): ActorRegistry {
  return { version: 'none', lookup: () => null }
}

import type { ActorRegistry, ActorRow, Gazetteer, NameMatch } from '../ports.js'
import { nameKey } from '../text/name-key.js'
import { actorRegistry } from './actors.js'
import { readCountries } from './countries.js'
import { disputedAreas } from './disputed.js'
import { layeredGazetteer, type OwnPlaces } from './layered.js'
import { placeFinder } from './places.js'

/**
 * Loads the places that come with the program: countries, GeoNames' towns and divisions, and the project's own table; and
 * beside them the user's.
 */
export function loadGazetteer(own: OwnPlaces = { version: '', lookup: () => [] }): Gazetteer {
  const countries = readCountries()
  const places = placeFinder(countries)
  const disputed = disputedAreas()
  const builtIn: Gazetteer = Object.freeze({
    version: `geonames-2026+${countries.digest}-${places.digest}-${disputed.digest}`,
    lookup: (name: string, how?: NameMatch) =>
      isCommon(name) ? [] : places.lookup(name, how).map(disputed.mark),
    demonym: (word: string) => (isCommon(word) ? null : (countries.byPeople.get(nameKey(word)) ?? null)),
    capital: (name: string) => countries.byCapital.get(nameKey(name)) ?? null,
  })
  return layeredGazetteer(builtIn, {
    version: own.version,
    lookup: (name, how) => (isCommon(name) ? [] : own.lookup(name, how).map(disputed.mark)),
  })
}

/** In small letters these are other words. */
const isCommon = (word: string): boolean =>
  /^(?:us|polish|poles?|swedes?|danes?|finns?|brits?|lao|kiwis?|male|nice|the)$/.test(word)

/** Loads the actors that come with the program, those that follow from the countries, and the user's own. */
export function loadActors(own: readonly ActorRow[] = []): ActorRegistry {
  return Object.freeze(actorRegistry(readCountries(), own))
}

export type { ActorFault } from './actor-table.js'
export { type CheckedActors, checkActorTable, checkBuiltInActors } from './check-actors.js'
export { divisionNames } from './divisions.js'
export { type DumpLine, readNameLine, readPlaceLine } from './dump.js'
export type { OwnPlaces } from './layered.js'

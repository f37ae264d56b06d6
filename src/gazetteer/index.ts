import type { ActorRegistry, Gazetteer } from '../ports.js'
import { nameKey } from '../text/name-key.js'
import { actorRegistry } from './actors.js'
import { readCountries } from './countries.js'
import { placeFinder } from './places.js'

/** Loads the places that come with the program: countries, towns of GeoNames, and the project's own table. */
export function loadGazetteer(): Gazetteer {
  const countries = readCountries()
  const places = placeFinder(countries)
  return Object.freeze({
    version: `geonames-cities1000-3.1+${countries.digest}-${places.digest}`,
    lookup: (name: string) => (isCommon(name) ? [] : places.lookup(name)),
    demonym: (word: string) => (isCommon(word) ? null : (countries.byPeople.get(nameKey(word)) ?? null)),
    capital: (name: string) => countries.byCapital.get(nameKey(name)) ?? null,
  })
}

/** In small letters these are other words. */
const isCommon = (word: string): boolean =>
  /^(?:us|polish|poles?|swedes?|danes?|finns?|brits?|lao|kiwis?|male|nice|the)$/.test(word)

/** Loads the actors that come with the program, and those that follow from the countries. */
export function loadActors(): ActorRegistry {
  return Object.freeze(actorRegistry(readCountries()))
}

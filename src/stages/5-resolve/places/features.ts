import type { GazetteerPlace } from '../../../model/values.js'
import { nameKey } from '../../../text/name-key.js'
import type { Context } from './context.js'
import { holds, sameDivision, within } from './geo.js'
import type { PlaceName } from './name.js'

/** What is asked of the places that go by one name. */
export interface Question {
  readonly name: PlaceName
  readonly context: Context
  /** The country or division that the text names as holding the place, or null. */
  readonly within: GazetteerPlace | null
  /** The ids of those that are written so; the others' names only sound alike. */
  readonly written: ReadonlySet<string>
  /** Places of the report that go by other names, each with how likely it is. */
  readonly near: readonly Likely[]
}

export interface Likely {
  readonly place: GazetteerPlace
  /** 0..1. */
  readonly score: number
}

/** What speaks for or against a place, with what each number is; what each is worth is fitted (`weights.ts`). */
export const featureNames = {
  people: 'the logarithm of its people, where they are known',
  country: 'it is a country',
  province: 'it is a first-level division',
  district: 'it is a second-level division, or a part of a town',
  region: 'it is a region',
  site: 'it is a site',
  water: 'it is a sea, a river or the like',
  listed: 'it is listed by this name, and not only also known by it',
  sounds: 'the name only sounds alike',
  'sounds-abroad': 'the name only sounds alike, and the report does not speak of its country',
  rank: 'the logarithm of its place among those of its name, by prominence',
  'told-country': 'how often the report names its country in other words',
  'told-share': 'the share of its country among all countries that the report names',
  untold: 'the report names countries, and not this one',
  'told-division': 'how often the report names its first-level division in other words',
  near: 'how many of the other places are likely within 100 km',
  'next-door': 'how many of the other places are likely within 30 km',
  'near-division': 'how many of the other places are likely in its first-level division',
  'division-share': 'the share of the other places that are likely in its first-level division',
  'near-country': 'the share of the other places that are likely in its country',
  'country-alone': 'it is a country, and the other places are likely in others',
  first: 'the place named first lies within 100 km, or in its division',
  held: 'it lies in what the text says holds it',
  'not-held': 'the text says what holds it, and it does not lie there',
  level: "a word states its level ('province')",
  'other-level': 'a word states another level',
  'site-word': 'a word states a site, and it is none',
} as const
export type Feature = keyof typeof featureNames

const log = (n: number): number => Math.log2(1 + n)

/** The numbers of a place among those of its name; `rank` counts from 0. */
export function features(
  place: GazetteerPlace,
  rank: number,
  question: Question,
): Readonly<Record<Feature, number>> {
  const { name, context, near } = question
  const { level, population } = place
  const is = (truth: boolean): number => Number(truth)
  const country = Math.min(8, context.country(place.country, name.core))
  const others = context.countries(name.core)
  const sounds = !question.written.has(place.id)
  const { close, next, division, fellow, all } = neighbours(place, near)
  const first = near[0]
  const isFirst = first && first.place.id !== place.id && isBeside(first.place, place) ? first.score : 0
  const isHeld = question.within !== null && holds(question.within, place)
  const stated = name.level !== null && name.core !== name.whole ? name.level : null
  return {
    people: population === null ? 0 : Math.log10(population + 10),
    country: is(level === 'country'),
    province: is(level === 'province'),
    district: is(level === 'district'),
    region: is(level === 'region'),
    site: is(level === 'site'),
    water: is(level === 'water'),
    listed: is(!sounds && nameKey(place.name) === nameKey(name.core)),
    sounds: is(sounds),
    'sounds-abroad': is(sounds && country === 0),
    rank: log(rank),
    'told-country': log(country),
    'told-share': others > 0 ? country / Math.max(country, others) : 0,
    untold: is(others > 0 && country === 0),
    'told-division': log(Math.min(8, context.division(`${place.country}.${place.admin1}`, name.core))),
    near: log(close),
    'next-door': log(next),
    'near-division': log(division),
    'division-share': all > 0 ? division / all : 0,
    'near-country': all > 0 ? fellow / all : 0,
    'country-alone': is(level === 'country' && all > 0 && fellow === 0),
    first: isFirst,
    held: is(isHeld),
    'not-held': is(question.within !== null && !isHeld),
    level: is(stated === level),
    'other-level': is(stated !== null && stated !== level),
    'site-word': is(stated === 'site' && level !== 'site'),
  }
}

const isBeside = (a: GazetteerPlace, b: GazetteerPlace): boolean => sameDivision(a, b) || within(a, b, 100)

interface Neighbours {
  readonly close: number
  readonly next: number
  readonly division: number
  readonly fellow: number
  readonly all: number
}

/** How many other places are likely close, next door, in the division, in the country; and how many there are. */
function neighbours(place: GazetteerPlace, near: readonly Likely[]): Neighbours {
  let [close, next, division, fellow, all] = [0, 0, 0, 0, 0]
  for (const { place: other, score } of near) {
    if (other.id === place.id || other.level === 'country') continue
    all += score
    if (other.country !== place.country) continue
    fellow += score
    if (sameDivision(other, place)) division += score
    if (within(other, place, 100)) close += score
    if (within(other, place, 30)) next += score
  }
  return { close, next, division, fellow, all }
}

import type { GazetteerPlace } from '../../../model/values.js'
import type { Gazetteer } from '../../../ports.js'

/** Which countries, and which of their first-level divisions, a report is about: mentions of each, by code. */
export interface Context {
  readonly countries: ReadonlyMap<string, number>
  /** `US.TX` and the like. */
  readonly divisions: ReadonlyMap<string, number>
  /** The country that most of the mentions are of, or null where none stands out. */
  readonly main: string | null
}

const word = /[\p{L}\p{M}][\p{L}\p{M}’'.-]*/gu
/** A country counts as the report's main one from this share of all country mentions. */
const mainShare = 0.5

/** Counts the countries, peoples and provinces that a report's words name. Two words are tried before one. */
export function reportContext(body: string, gazetteer: Gazetteer): Context {
  const countries = new Map<string, number>()
  const divisions = new Map<string, number>()
  const known = new Map<string, { country: string | null; division: string | null }>()
  const words = body.match(word) ?? []
  const cased =
    words.some(text => text !== text.toLowerCase()) && words.some(text => text !== text.toUpperCase())
  const meaning = (text: string): { country: string | null; division: string | null } => {
    let found = known.get(text)
    if (!found) {
      found = countryIn(text, gazetteer)
      known.set(text, found)
    }
    return found
  }
  for (let i = 0; i < words.length; i++) {
    const [one = '', two] = [trimmed(words[i] ?? ''), words[i + 1]]
    if (cased && !/^\p{Lu}/u.test(one)) continue
    const pair = two && (!cased || /^\p{Lu}/u.test(two)) ? meaning(`${one} ${trimmed(two)}`) : null
    const found = pair?.country ? pair : meaning(one)
    if (found === pair) i++
    if (found.country) add(countries, found.country)
    if (found.division) add(divisions, found.division)
  }
  return { countries, divisions, main: mainOf(countries) }
}

const trimmed = (text: string): string => text.replace(/[’']s?$|\.$/u, '')

function countryIn(text: string, gazetteer: Gazetteer): { country: string | null; division: string | null } {
  const people = gazetteer.demonym(text)
  if (people) return { country: people, division: null }
  const place = gazetteer.lookup(text).find(isArea)
  if (!place) return { country: null, division: null }
  return { country: place.country, division: place.admin1 ? `${place.country}.${place.admin1}` : null }
}

/** A country or a division: what may hold other places. */
export function isArea({ level }: GazetteerPlace): boolean {
  return level === 'country' || level === 'province'
}

function mainOf(countries: ReadonlyMap<string, number>): string | null {
  const total = [...countries.values()].reduce((sum, n) => sum + n, 0)
  const [most] = [...countries].sort((a, b) => b[1] - a[1])
  return most && most[1] >= total * mainShare ? most[0] : null
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

import type { GazetteerPlace } from '../../../model/values.js'
import type { Gazetteer } from '../../../ports.js'

/** Which countries and first-level divisions a report's words name, apart from the name that is being resolved. */
export interface Context {
  /** How often the report names a country or its people by words other than `except`. */
  country(code: string | null, except: string): number
  /** How often it names a division (`US.TX`) by words other than `except`. */
  division(code: string, except: string): number
  /** How often it names countries and their peoples at all, by words other than `except`. */
  countries(except: string): number
  /** The country that most of the mentions are of, or null where none stands out. */
  readonly main: string | null
}

const word = /[\p{L}\p{M}][\p{L}\p{M}’'.-]*/gu
/** A country counts as the report's main one from this share of all country mentions. */
const mainShare = 0.5

interface Meaning {
  readonly country: string
  readonly division: string | null
}

/** Counts the countries, peoples and provinces that a report's words name. Two words are tried before one. */
export function reportContext(body: string, gazetteer: Gazetteer): Context {
  const countries = new Map<string, Map<string, number>>()
  const divisions = new Map<string, Map<string, number>>()
  const known = new Map<string, Meaning | null>()
  const words = body.match(word) ?? []
  const cased =
    words.some(text => text !== text.toLowerCase()) && words.some(text => text !== text.toUpperCase())
  const meaning = (text: string): Meaning | null => {
    const found = known.get(text)
    if (found !== undefined) return found
    const fresh = meaningOf(text, gazetteer)
    known.set(text, fresh)
    return fresh
  }
  const isName = (text: string): boolean => !cased || /^\p{Lu}/u.test(text)
  for (let i = 0; i < words.length; i++) {
    const [one, two] = [trimmed(words[i] ?? ''), trimmed(words[i + 1] ?? '')]
    if (!isName(one)) continue
    const pair = two && isName(two) ? meaning(`${one} ${two}`) : null
    const found = pair ?? meaning(one)
    if (!found) continue
    const name = pair ? `${one} ${two}` : one
    if (pair) i++
    count(countries, found.country, name)
    if (found.division) count(divisions, found.division, name)
  }
  return {
    country: (code, except) => total(countries.get(code ?? ''), except),
    division: (code, except) => total(divisions.get(code), except),
    countries: except => [...countries.values()].reduce((sum, names) => sum + total(names, except), 0),
    main: mainOf(countries),
  }
}

/** Provinces of several countries bear such a word as their whole name; by itself it mostly belongs to another name ("Northern Front"). */
const compass =
  /^(?:the )?(?:(?:north|south)?-?(?:east|west)?(?:ern)?|north|south|central|cent(?:er|re)|upper|middle|lower)$/i

const trimmed = (text: string): string => text.replace(/[’']s?$/u, '')

function meaningOf(text: string, gazetteer: Gazetteer): Meaning | null {
  if (compass.test(text)) return null
  const people = gazetteer.demonym(text)
  if (people) return { country: people, division: null }
  const place = gazetteer.lookup(text, 'written').find(isArea)
  if (!place?.country) return null
  return { country: place.country, division: place.admin1 && `${place.country}.${place.admin1}` }
}

/** A country or a division: what may hold other places. */
export function isArea({ level }: GazetteerPlace): boolean {
  return level === 'country' || level === 'province'
}

function count(counts: Map<string, Map<string, number>>, key: string, name: string): void {
  const names = counts.get(key) ?? new Map<string, number>()
  counts.set(key, names.set(name, (names.get(name) ?? 0) + 1))
}

function total(names: ReadonlyMap<string, number> | undefined, except: string): number {
  return [...(names ?? [])].reduce((sum, [name, n]) => (name === except ? sum : sum + n), 0)
}

function mainOf(countries: ReadonlyMap<string, ReadonlyMap<string, number>>): string | null {
  const totals = [...countries].map(([code, names]) => [code, total(names, '')] as const)
  const all = totals.reduce((sum, [, n]) => sum + n, 0)
  const [most] = totals.sort((a, b) => b[1] - a[1])
  return most && most[1] >= all * mainShare ? most[0] : null
}

import type { GazetteerPlace } from '../model/values.js'
import { nameKey } from '../text/name-key.js'
import { parts, readTable } from './table.js'

/** Countries by name, by people, and by the capital that stands for them; keys are name keys. */
export interface Countries {
  readonly digest: string
  readonly all: readonly CountryRow[]
  readonly byName: ReadonlyMap<string, GazetteerPlace>
  readonly byPeople: ReadonlyMap<string, string>
  readonly byCapital: ReadonlyMap<string, string>
}

export interface CountryRow {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly people: readonly string[]
}

/** Reads `countries.tsv`. A name that two rows claim belongs to the later one ("Congo"). */
export function readCountries(): Countries {
  const { rows, digest } = readTable(new URL('./countries.tsv', import.meta.url))
  const byName = new Map<string, GazetteerPlace>()
  const byPeople = new Map<string, string>()
  const byCapital = new Map<string, string>()
  const all: CountryRow[] = []
  for (const row of rows) {
    const country = row('code')
    const place: GazetteerPlace = {
      id: row('geonames') ? `geonames:${row('geonames')}` : `iso:${country}`,
      name: row('name'),
      country,
      admin1: null,
      level: 'country',
      latitude: Number(row('latitude')),
      longitude: Number(row('longitude')),
      population: null,
    }
    const [aliases, people] = [parts(row('aliases')), parts(row('people'))]
    all.push({ code: country, name: place.name, aliases, people })
    for (const name of [`iso:${country}`, place.name, ...aliases]) byName.set(nameKey(name), place)
    for (const word of people) for (const form of [word, `${word}s`]) byPeople.set(nameKey(form), country)
    for (const capital of parts(row('capitals'))) byCapital.set(nameKey(capital), country)
  }
  return { digest, all, byName, byPeople, byCapital }
}

import type { GazetteerPlace } from '../model/values.js'
import { PlaceLevel } from '../model/vocabulary.js'
import { nameKey, soundKey } from '../text/name-key.js'
import type { Countries } from './countries.js'
import { parts, readTable } from './table.js'
import { readTowns, type Towns } from './towns.js'

/** Lands whose names come to English from another script, in many spellings. */
const transliterated = new Set(
  `AE AF AM AZ BD BG BH BY DJ DZ EG ER ET GE IL IN IQ IR JO KG KW KZ LB LK LY MA MK MM MN MR NP OM PK PS QA RS RU SA SD SO SY
  TD TJ TM TN UA UZ XK YE`.split(/\s+/),
)

interface Index {
  readonly written: ReadonlyMap<string, readonly number[]>
  readonly sounding: ReadonlyMap<string, readonly number[]>
}

/** Finds places by name in the countries, in the project's own table, and in the towns of GeoNames. */
export function placeFinder(countries: Countries): {
  readonly digest: string
  lookup(name: string): readonly GazetteerPlace[]
} {
  const own = readOwnPlaces()
  const more = readTable(new URL('./town-names.tsv', import.meta.url))
  // Read at the first look-up: a command that reads no report never pays for it.
  let loaded: { readonly towns: Towns; readonly index: Index } | null = null
  const load = (): NonNullable<typeof loaded> => {
    const towns = readTowns()
    return {
      towns,
      index: indexTowns(
        towns,
        more.rows.map(row => [row('id'), parts(row('names'))]),
      ),
    }
  }
  return {
    digest: `${own.digest}-${more.digest}`,
    lookup(name) {
      loaded ??= load()
      const { towns, index } = loaded
      const key = nameKey(name)
      const country = countries.byName.get(key)
      const written = index.written.get(key) ?? []
      const sounding = (index.sounding.get(soundKey(name)) ?? []).filter(i => !written.includes(i))
      const byPeople = (a: number, b: number): number =>
        (towns.populations[b] ?? 0) - (towns.populations[a] ?? 0)
      return [
        ...(country ? [country] : []),
        ...ranked(
          [...written].sort(byPeople).map(i => towns.at(i)),
          own.byName.get(key) ?? [],
        ),
        ...sounding.sort(byPeople).map(i => towns.at(i)),
      ]
    },
  }
}

/** A town of a hundred thousand is likelier meant by its bare name than a region; a smaller one is not. */
function ranked(towns: readonly GazetteerPlace[], own: readonly GazetteerPlace[]): GazetteerPlace[] {
  const isLarge = ({ population }: GazetteerPlace): boolean => (population ?? 0) >= 100_000
  return [...towns.filter(isLarge), ...own, ...towns.filter(town => !isLarge(town))]
}

function readOwnPlaces(): {
  readonly digest: string
  readonly byName: ReadonlyMap<string, readonly GazetteerPlace[]>
} {
  const { rows, digest } = readTable(new URL('./places.tsv', import.meta.url))
  const byName = new Map<string, GazetteerPlace[]>()
  for (const row of rows) {
    const place: GazetteerPlace = {
      id: row('id'),
      name: row('name'),
      country: row('country') || null,
      admin1: row('admin1') || null,
      level: PlaceLevel.parse(row('level')),
      latitude: Number(row('latitude')),
      longitude: Number(row('longitude')),
      population: null,
    }
    for (const name of [place.name, ...parts(row('aliases'))]) push(byName, nameKey(name), place)
  }
  return { digest, byName }
}

function indexTowns(towns: Towns, more: readonly (readonly [string, readonly string[]])[]): Index {
  const written = new Map<string, number[]>()
  const sounding = new Map<string, number[]>()
  const add = (name: string, index: number): void => {
    push(written, nameKey(name), index)
    if (transliterated.has(towns.countries[index] ?? '')) push(sounding, soundKey(name), index)
  }
  towns.names.forEach(add)
  const indexOf = new Map(towns.ids.map((id, index) => [`geonames:${id}`, index]))
  for (const [id, names] of more) {
    const index = indexOf.get(id)
    if (index !== undefined) for (const name of names) add(name, index)
  }
  return { written, sounding }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

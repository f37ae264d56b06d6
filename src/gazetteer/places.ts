import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import type { GazetteerPlace } from '../model/values.js'
import { PlaceLevel } from '../model/vocabulary.js'
import type { NameMatch } from '../ports.js'
import { sha256 } from '../text/ids.js'
import { nameKey, soundKey } from '../text/name-key.js'
import type { Countries } from './countries.js'
import { type Bearer, openIndex, type PackedIndex } from './geonames-format.js'
import { parts, type Row, readTable } from './table.js'

/** Finds places by name in the countries, in the project's own table, and in GeoNames' towns and divisions. */
export function placeFinder(countries: Countries): {
  readonly digest: string
  lookup(name: string, how?: NameMatch): readonly GazetteerPlace[]
} {
  const own = readOwnPlaces()
  const more = readTable(new URL('./town-names.tsv', import.meta.url))
  const packed = readFileSync(new URL('./geonames.br', import.meta.url))
  // Opened at the first look-up: a command that reads no report never pays for it.
  let opened: Opened | null = null
  return {
    digest: `${own.digest}-${more.digest}-${sha256(packed).slice(0, 8)}`,
    lookup(name, how = 'any') {
      opened ??= open(packed, more.rows)
      const { index, further } = opened
      const placeAt = ({ index: at }: Bearer): GazetteerPlace => {
        const place = index.at(at)
        return own.byId.get(place.id) ?? place
      }
      const key = nameKey(name)
      const country = countries.byName.get(key)
      const places = [
        ...(country ? [country] : []),
        ...ranked(
          [...index.written(key), ...(further.get(key) ?? [])].map(placeAt),
          own.byName.get(key) ?? [],
        ),
        ...(how === 'any' ? index.sounding(soundKey(name)).map(placeAt).sort(byPeople) : []),
      ]
      return places.length > 1 ? withoutRepeats(places) : places
    },
  }
}

interface Opened {
  readonly index: PackedIndex
  readonly further: ReadonlyMap<string, readonly Bearer[]>
}

function open(packed: Buffer, rows: readonly Row[]): Opened {
  const index = openIndex(brotliDecompressSync(packed))
  return {
    index,
    further: furtherNames(
      index,
      rows.map(row => [row('id'), parts(row('names'))]),
    ),
  }
}

const byPeople = (a: GazetteerPlace, b: GazetteerPlace): number => (b.population ?? 0) - (a.population ?? 0)

/** A town of a hundred thousand is likelier meant by its bare name than a region; a smaller one is not. */
function ranked(listed: readonly GazetteerPlace[], own: readonly GazetteerPlace[]): GazetteerPlace[] {
  const isLarge = ({ level, population }: GazetteerPlace): boolean =>
    level === 'town' && (population ?? 0) >= 100_000
  const places = [...listed].sort(byPeople)
  return [...places.filter(isLarge), ...own, ...places.filter(place => !isLarge(place))]
}

function withoutRepeats(places: readonly GazetteerPlace[]): GazetteerPlace[] {
  const seen = new Set<string>()
  return places.filter(({ id }) => !seen.has(id) && seen.add(id))
}

interface OwnPlaces {
  readonly digest: string
  readonly byName: ReadonlyMap<string, readonly GazetteerPlace[]>
  readonly byId: ReadonlyMap<string, GazetteerPlace>
}

function readOwnPlaces(): OwnPlaces {
  const { rows, digest } = readTable(new URL('./places.tsv', import.meta.url))
  const byName = new Map<string, GazetteerPlace[]>()
  const byId = new Map<string, GazetteerPlace>()
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
    byId.set(place.id, place)
    for (const name of [place.name, ...parts(row('aliases'))]) push(byName, nameKey(name), place)
  }
  return { digest, byName, byId }
}

/** Names that GeoNames does not have, by key, for places that it has. */
function furtherNames(
  index: PackedIndex,
  rows: readonly (readonly [string, readonly string[]])[],
): ReadonlyMap<string, readonly Bearer[]> {
  const names = new Map(rows.map(([id, all]) => [Number(id.replace('geonames:', '')), all]))
  const further = new Map<string, Bearer[]>()
  for (let at = 0; at < index.size; at++) {
    for (const name of names.get(index.id(at)) ?? [])
      push(further, nameKey(name), { index: at, isAlternate: true })
  }
  return further
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else list.push(value)
}

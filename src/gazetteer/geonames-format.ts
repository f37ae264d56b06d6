import { endianness } from 'node:os'
import type { GazetteerPlace } from '../model/values.js'
import type { PlaceLevel } from '../model/vocabulary.js'

/**
 * The packed index of GeoNames: places in columns, and names in the order of their bytes, each with the places that bear
 * it. Nothing is decoded before it is asked for, so that opening it costs a read of the file. Layout: a line of JSON
 * padded to 4 bytes, then its sections one after the other, 32-bit little-endian numbers or UTF-8 padded to 4 bytes.
 */
export interface PackedIndex {
  readonly size: number
  at(index: number): GazetteerPlace
  population(index: number): number
  id(index: number): number
  country(index: number): string
  /** The places that bear a name written so. */
  written(key: string): readonly Bearer[]
  /** The places that bear a name sounding so. */
  sounding(key: string): readonly Bearer[]
}

/** A place that bears a name, which may not be the one it is listed by. */
export interface Bearer {
  readonly index: number
  readonly isAlternate: boolean
}

export interface IndexedPlace extends Omit<GazetteerPlace, 'id' | 'country'> {
  readonly id: number
  readonly country: string
  readonly population: number
}

export interface IndexedName extends Bearer {
  readonly key: string
}

const levels: readonly PlaceLevel[] = ['site', 'town', 'district', 'province', 'region', 'country', 'water']
const nowhere = 0x7fffffff

type Section =
  | 'ids'
  | 'latitudes'
  | 'longitudes'
  | 'populations'
  | 'kinds'
  | 'nameEnds'
  | 'names'
  | NameSection
type NameSection = `${'written' | 'sounding'}${'Keys' | 'KeyEnds' | 'Ends' | 'Bearers'}`

interface Header {
  readonly countries: readonly string[]
  readonly divisions: readonly string[]
  readonly sections: readonly (readonly [name: Section, bytes: number])[]
}

/** Packs places and their names. */
export function packIndex(
  places: readonly IndexedPlace[],
  written: readonly IndexedName[],
  sounding: readonly IndexedName[],
): Buffer {
  const countries = [...new Set(places.map(({ country }) => country))]
  const divisions = [...new Set(places.map(({ admin1 }) => admin1 ?? ''))]
  const [countryAt, divisionAt] = [positions(countries), positions(divisions)]
  const degrees = (value: number | null): number => (value === null ? nowhere : Math.round(value * 1e5))
  const sections: [Section, Buffer][] = [
    ['ids', numbers(places.map(({ id }) => id))],
    ['latitudes', numbers(places.map(({ latitude }) => degrees(latitude)))],
    ['longitudes', numbers(places.map(({ longitude }) => degrees(longitude)))],
    ['populations', numbers(places.map(({ population }) => Math.min(population, nowhere)))],
    [
      'kinds',
      numbers(
        places.map(
          ({ country, admin1, level }) =>
            ((countryAt.get(country) ?? 0) << 20) |
            ((divisionAt.get(admin1 ?? '') ?? 0) << 4) |
            levels.indexOf(level),
        ),
      ),
    ],
    ...texts(
      'nameEnds',
      'names',
      places.map(({ name }) => name),
    ),
    ...nameSections('written', written),
    ...nameSections('sounding', sounding),
  ]
  const header: Header = {
    countries,
    divisions,
    sections: sections.map(([name, bytes]) => [name, bytes.length]),
  }
  return Buffer.concat([
    padded(Buffer.from(`${JSON.stringify(header)}\n`)),
    ...sections.map(([, bytes]) => bytes),
  ])
}

const positions = (list: readonly string[]): ReadonlyMap<string, number> =>
  new Map(list.map((value, i) => [value, i]))

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, i) => void bytes.writeInt32LE(value, i * 4))
  return bytes
}

function padded(bytes: Buffer): Buffer {
  // Line feeds and spaces are what JSON ends with; within a text section ends are told, so that none is ever read.
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4, '\n')])
}

/** Texts one after the other, and where each ends. */
function texts(ends: Section, name: Section, values: readonly string[]): [Section, Buffer][] {
  const bytes = values.map(value => Buffer.from(value))
  let end = 0
  return [
    [ends, numbers(bytes.map(({ length }) => (end += length)))],
    [name, padded(Buffer.concat(bytes))],
  ]
}

function nameSections(kind: 'written' | 'sounding', names: readonly IndexedName[]): [Section, Buffer][] {
  const bearers = new Map<string, Map<number, boolean>>()
  for (const { key, index, isAlternate } of names) {
    const places = bearers.get(key) ?? new Map<number, boolean>()
    places.set(index, isAlternate && (places.get(index) ?? true))
    bearers.set(key, places)
  }
  const keys = [...bearers.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const lists = keys.map(key => [...(bearers.get(key) ?? [])])
  let end = 0
  return [
    ...texts(`${kind}KeyEnds`, `${kind}Keys`, keys),
    [`${kind}Ends`, numbers(lists.map(({ length }) => (end += length)))],
    [
      `${kind}Bearers`,
      numbers(lists.flatMap(list => list.map(([index, alternate]) => index * 2 + Number(alternate)))),
    ],
  ]
}

/** Opens a packed index. The bytes must begin at a multiple of four in their buffer, as those of a file read whole do. */
export function openIndex(bytes: Buffer): PackedIndex {
  const line = bytes.indexOf(10)
  const header: Header = JSON.parse(bytes.toString('utf8', 0, line))
  const starts = new Map<Section, number>()
  let at = Math.ceil((line + 1) / 4) * 4
  for (const [name, length] of header.sections) {
    starts.set(name, at)
    at += length
  }
  const lengths = new Map(header.sections)
  const textOf = (name: Section): Buffer => {
    const start = starts.get(name) ?? 0
    return bytes.subarray(start, start + (lengths.get(name) ?? 0))
  }
  const column = (name: Section): Int32Array => {
    const part = textOf(name)
    const own = endianness() === 'LE' ? part : Buffer.from(part).swap32()
    return new Int32Array(own.buffer, own.byteOffset, own.length / 4)
  }
  const [ids, latitudes, longitudes] = [column('ids'), column('latitudes'), column('longitudes')]
  const [populations, kinds, nameEnds] = [column('populations'), column('kinds'), column('nameEnds')]
  const names = textOf('names')
  const degrees = (value = nowhere): number | null => (value === nowhere ? null : value / 1e5)
  const countryOf = (index: number): string => header.countries[(kinds[index] ?? 0) >>> 20] ?? ''
  return {
    size: ids.length,
    id: index => ids[index] ?? 0,
    population: index => populations[index] ?? 0,
    country: countryOf,
    at: index => ({
      id: `geonames:${ids[index]}`,
      name: names.toString('utf8', index > 0 ? nameEnds[index - 1] : 0, nameEnds[index]),
      country: countryOf(index),
      admin1: header.divisions[((kinds[index] ?? 0) >>> 4) & 0xffff] || null,
      level: levels[(kinds[index] ?? 0) & 15] ?? 'town',
      latitude: degrees(latitudes[index]),
      longitude: degrees(longitudes[index]),
      population: populations[index] ?? 0,
    }),
    written: finder('written', column, textOf),
    sounding: finder('sounding', column, textOf),
  }
}

/** Finds the bearers of a key by halving the sorted keys. */
function finder(
  kind: 'written' | 'sounding',
  column: (name: Section) => Int32Array,
  textOf: (name: Section) => Buffer,
): (key: string) => readonly Bearer[] {
  const keys = textOf(`${kind}Keys`)
  const [keyEnds, ends, bearers] = [column(`${kind}KeyEnds`), column(`${kind}Ends`), column(`${kind}Bearers`)]
  return key => {
    const sought = Buffer.from(key)
    let [low, high] = [0, keyEnds.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const start = middle > 0 ? (keyEnds[middle - 1] ?? 0) : 0
      const order = sought.compare(keys, start, keyEnds[middle])
      if (order === 0) {
        const found = bearers.subarray(middle > 0 ? ends[middle - 1] : 0, ends[middle])
        return Array.from(found, bearer => ({ index: bearer >> 1, isAlternate: (bearer & 1) === 1 }))
      }
      if (order < 0) high = middle - 1
      else low = middle + 1
    }
    return []
  }
}

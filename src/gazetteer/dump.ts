import type { PlaceLevel } from '../model/vocabulary.js'
import type { OwnName, OwnPlace } from '../ports.js'

/** What a line of a dump holds; nothing where it is of a kind that no report happens in; or what is wrong with it. */
export type DumpLine =
  | { readonly places: readonly OwnPlace[]; readonly names: readonly OwnName[] }
  | { readonly fault: string }

const nothing = { places: [], names: [] }

/**
 * Reads a line of GeoNames' `allCountries.txt` or of a country's file (https://download.geonames.org/export/dump/readme.txt):
 * 19 columns, parted by tabs.
 */
export function readPlaceLine(line: string): DumpLine {
  const cells = line.split('\t')
  if (cells.length !== 19) return { fault: `it has not 19 columns but ${cells.length}` }
  const [id = '', name = '', ascii = '', others = '', latitude = '', longitude = '', kind = '', code = ''] =
    cells
  const [country = '', , admin1 = '', , , , population = ''] = cells.slice(8)
  if (!/^[1-9]\d{0,9}$/.test(id)) return { fault: `"${shown(id)}" is no id` }
  if (name.trim() === '') return { fault: 'it has no name' }
  if (!isDegrees(latitude, 90)) return { fault: `"${shown(latitude)}" is no latitude` }
  if (!isDegrees(longitude, 180)) return { fault: `"${shown(longitude)}" is no longitude` }
  if (!/^(?:[A-Z]{2})?$/.test(country)) return { fault: `"${shown(country)}" is no country code` }
  if (!/^\d*$/.test(population)) return { fault: `"${shown(population)}" is no number of people` }
  const level = levelOf(kind, code)
  if (!level) return nothing
  const names = new Set([name, ascii, ...others.split(',')].filter(isName))
  return {
    places: [
      {
        id: Number(id),
        place: {
          name,
          country: country || null,
          admin1: admin1 || null,
          level,
          latitude: Number(latitude),
          longitude: Number(longitude),
          population: Number(population),
        },
      },
    ],
    names: [...names].map(each => ({ id: Number(id), name: each })),
  }
}

/** Languages of GeoNames' table of names that are none: links, codes, postal codes. */
const codes = new Set([
  'link',
  'wkdt',
  'post',
  'iata',
  'icao',
  'faac',
  'tcid',
  'unlc',
  'phon',
  'piny',
  'abbr',
])

/** Reads a line of GeoNames' `alternateNamesV2.txt`: an id, the place's id, a language, a name, and six more columns. */
export function readNameLine(line: string): DumpLine {
  const cells = line.split('\t')
  if (cells.length < 4 || cells.length > 10) return { fault: `it has not 10 columns but ${cells.length}` }
  const [, id = '', language = '', name = ''] = cells
  if (!/^[1-9]\d{0,9}$/.test(id)) return { fault: `"${shown(id)}" is no id of a place` }
  if (codes.has(language) || !isName(name)) return nothing
  return { places: [], names: [{ id: Number(id), name }] }
}

const shown = (cell: string): string => (cell.length > 30 ? `${cell.slice(0, 30)}…` : cell)

const isDegrees = (cell: string, most: number): boolean =>
  /^-?\d+(?:\.\d+)?$/.test(cell) && Math.abs(Number(cell)) <= most

/** In Latin letters, as English reports have it. */
const isName = (name: string): boolean => /^[\p{Lu}‘’'ʻ\d][\p{Script=Latin}\p{M}\d'’ʻ‘`.(), -]+$/u.test(name)

/** GeoNames' kinds of place (https://www.geonames.org/export/codes.html) as the codebook's levels; null for what is left out. */
function levelOf(kind: string, code: string): PlaceLevel | null {
  switch (kind) {
    case 'A':
      if (code.startsWith('PCL')) return null // countries are the program's own
      return code.startsWith('ADM1') ? 'province' : 'district'
    case 'P':
      return code === 'PPLX' ? 'district' : 'town'
    case 'L':
    case 'V':
      return code === 'PRK' || code === 'PRT' || code === 'MILB' ? 'site' : 'region'
    case 'T':
      return /^(?:MTS|HLLS|ISLS?|PEN|DSRT|PLN|PLAT|VAL|UPLD)/.test(code) ? 'region' : 'site'
    case 'H':
      return 'water'
    case 'S':
      return 'site'
    default:
      return null
  }
}

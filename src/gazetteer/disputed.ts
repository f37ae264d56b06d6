import type { GazetteerPlace } from '../model/values.js'
import { parts, readTable } from './table.js'

interface Box {
  readonly country: string
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
}

/**
 * Reads `disputed.tsv`: areas that more than one side claims, by countries (`EH`), first-level divisions (`UA.11`), ids, and
 * boxes of a country (`SY:south,west,north,east`). A place keeps the country that its gazetteer gives it, and is marked.
 */
export function disputedAreas(): {
  readonly digest: string
  mark(place: GazetteerPlace): GazetteerPlace
} {
  const { rows, digest } = readTable(new URL('./disputed.tsv', import.meta.url))
  const byWhere = new Map<string, string>()
  const boxes: [Box, string][] = []
  for (const row of rows) {
    const text = `${row('area')}: administered by ${row('administered')}; claimed by ${row('claimed')}`
    for (const where of parts(row('where'))) byWhere.set(where, text)
    for (const box of parts(row('boxes'))) boxes.push([readBox(box), text])
  }
  const boxed = new Set(boxes.map(([{ country }]) => country))
  const find = (place: GazetteerPlace): string | undefined => {
    const country = place.country ?? ''
    const listed = byWhere.get(place.id) ?? byWhere.get(`${country}.${place.admin1}`) ?? byWhere.get(country)
    if (listed !== undefined || !boxed.has(country)) return listed
    return boxes.find(([box]) => isIn(place, box))?.[1]
  }
  return {
    digest,
    mark(place) {
      const disputed = find(place)
      return disputed === undefined ? place : { ...place, disputed }
    },
  }
}

function readBox(text: string): Box {
  const [country = '', degrees = ''] = text.split(':')
  const [south = 0, west = 0, north = 0, east = 0] = degrees.split(',').map(Number)
  return { country, south, west, north, east }
}

/** A country is not in a box of its own, whatever its point. */
function isIn({ country, level, latitude, longitude }: GazetteerPlace, box: Box): boolean {
  if (country !== box.country || level === 'country' || latitude === null || longitude === null) return false
  return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east
}

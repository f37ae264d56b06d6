import type { GazetteerPlace, PlaceValue } from '../model/values.js'
import type { PlaceLevel } from '../model/vocabulary.js'
import type { RowText } from './row-text.js'
import type { PlacesNamed } from './table.js'

/** Degrees, WGS84. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** The point of a row whose degrees have been checked; null where it has none. */
export function pointOf(row: RowText): Point | null {
  const [latitude, longitude] = [row.cell('latitude'), row.cell('longitude')]
  return latitude === '' || longitude === ''
    ? null
    : { latitude: Number(latitude), longitude: Number(longitude) }
}

/** How far from a row's point the gazetteer may have a place of the row's name, in km: a town's middle, an area's. */
const farthest: Readonly<Record<PlaceLevel, number>> = {
  site: 25,
  town: 25,
  district: 60,
  province: 250,
  region: 500,
  water: 500,
  country: Number.POSITIVE_INFINITY,
}

/**
 * The place of the gazetteer that a row means: of those that go by the name, lie in the country and are of one of the levels,
 * the nearest to the row's point; null where none is near, or where there is no point and several could be meant.
 */
export function gazetteerPlace(
  named: PlacesNamed,
  name: string,
  { country, point, levels }: { country: string | null; point: Point | null; levels: readonly PlaceLevel[] },
): GazetteerPlace | null {
  const found = named(name).filter(place => place.country === country && levels.includes(place.level))
  if (!point) return found.length === 1 ? (found[0] ?? null) : null
  const near = found
    .map(place => ({ place, distance: distanceFrom(point, place) }))
    .filter(({ place, distance }) => distance <= farthest[place.level])
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.place ?? null
}

function distanceFrom(point: Point, { latitude, longitude, level }: GazetteerPlace): number {
  if (latitude === null || longitude === null) return level === 'country' ? 0 : Number.POSITIVE_INFINITY
  return kilometres(point, { latitude, longitude })
}

/** Along the great circle (haversine), on a sphere of the Earth's mean radius. */
export function kilometres(a: Point, b: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const [north, east] = [radians(b.latitude - a.latitude) / 2, radians(b.longitude - a.longitude) / 2]
  const chord =
    Math.sin(north) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** A place as a row tells it: at the level of the gazetteer's, if that is known, else at the one that its precision allows. */
export function placeValue(
  name: string,
  country: string | null,
  known: GazetteerPlace | null,
  level: PlaceLevel,
  near: boolean,
): PlaceValue {
  const own = known?.level ?? level
  const isNear = near && (own === 'town' || own === 'site')
  return { name, country, level: own, known, ...(isNear && { relation: 'near' as const }) }
}

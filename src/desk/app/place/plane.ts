import { type GeoPermissibleObjects, type GeoProjection, geoNaturalEarth1, geoPath } from 'd3-geo'
import type { Shape } from './borders.js'
import type { Place, Places } from './places.js'
import { degree } from './precision.js'
import type { Bounds } from './view.js'

/** The earth on a plane (Natural Earth's projection), turned so that what is shown is in its middle. Units: a thousandth of its radius. */
export interface Plane {
  readonly projection: GeoProjection
  readonly middle: number
  /** All of it. */
  readonly bounds: Bounds
  readonly outline: string
  readonly shapes: readonly DrawnShape[]
}

export interface DrawnShape {
  readonly country: string | null
  /** SVG path. */
  readonly path: string
  readonly bounds: Bounds
  /** Where a number stands on it: the middle of its largest part. */
  readonly heart: readonly [number, number]
}

export function planeOf(shapes: readonly Shape[], middle: number): Plane {
  const projection = geoNaturalEarth1().rotate([-middle, 0]).scale(1000).translate([0, 0]).precision(0.1)
  const path = geoPath(projection).digits(2)
  const drawn = shapes.flatMap(({ country, feature }): DrawnShape[] => {
    const { geometry } = feature
    const line = geometry && path(geometry)
    if (!geometry || !line) return []
    return [{ country, path: line, bounds: boundsOf(path.bounds(geometry)), heart: heartOf(geometry, path) }]
  })
  const sphere = { type: 'Sphere' } as const
  return {
    projection,
    middle,
    bounds: boundsOf(path.bounds(sphere)),
    outline: path(sphere) ?? '',
    shapes: drawn,
  }
}

const boundsOf = ([[left, top], [right, bottom]]: [[number, number], [number, number]]): Bounds => ({
  left,
  top,
  right,
  bottom,
})

function heartOf(
  geometry: NonNullable<Shape['feature']['geometry']>,
  path: ReturnType<typeof geoPath>,
): [number, number] {
  if (geometry.type !== 'MultiPolygon') return path.centroid(geometry as GeoPermissibleObjects)
  const parts = geometry.coordinates.map(coordinates => ({ type: 'Polygon' as const, coordinates }))
  const [largest] = parts.map(part => ({ part, area: path.area(part) })).sort((a, b) => b.area - a.area)
  return largest ? path.centroid(largest.part) : path.centroid(geometry)
}

/** A disc of kilometres on the plane: an ellipse, since the plane stretches the earth unlike in its two directions. */
export interface Disc<P extends Place = Place> {
  readonly place: P
  readonly x: number
  readonly y: number
  /** Units of the plane for a kilometre east and north. */
  readonly perKm: readonly [number, number]
}

export function discsOf<P extends Places['located'][number]>(
  places: readonly P[],
  { projection }: Plane,
): Disc<P>[] {
  return places.flatMap(place => {
    const { longitude, latitude } = place
    const at = projection([longitude, latitude])
    if (!at) return []
    const half = 0.25
    const up = latitude > 0 ? -half : half
    const north = projection([longitude, latitude + up]) ?? at
    const east = projection([longitude + half, latitude]) ?? at
    const wide = Math.max(Math.cos((latitude * Math.PI) / 180), 0.05)
    const length = (to: readonly [number, number]): number => Math.hypot(to[0] - at[0], to[1] - at[1])
    // Next to the edge of the plane, a step east may be a leap to its other side.
    const stretched = Math.min(length(east) / (half * degree * wide), (3 * length(north)) / (half * degree))
    return [{ place, x: at[0], y: at[1], perKm: [stretched, length(north) / (half * degree)] as const }]
  })
}

/** The meridian in the middle of what is shown: a multiple of 10, so that a filter that takes some away does not turn the map. */
export function middleOf(places: Places['located']): number {
  let [x, y] = [0, 0]
  for (const { longitude, marks } of places) {
    x += Math.cos((longitude * Math.PI) / 180) * marks.length
    y += Math.sin((longitude * Math.PI) / 180) * marks.length
  }
  return places.length === 0 ? 0 : Math.round((Math.atan2(y, x) * 18) / Math.PI) * 10
}

/** The bounds of all that is shown on the plane; the whole earth where nothing is. */
export function shownBounds(
  discs: readonly Disc<Places['located'][number]>[],
  countries: readonly DrawnShape[],
  whole: Bounds,
): Bounds {
  if (discs.length === 0 && countries.length === 0) return whole
  let bounds: Bounds | null = null
  const take = (next: Bounds): void => {
    bounds = bounds
      ? {
          left: Math.min(bounds.left, next.left),
          top: Math.min(bounds.top, next.top),
          right: Math.max(bounds.right, next.right),
          bottom: Math.max(bounds.bottom, next.bottom),
        }
      : next
  }
  for (const { x, y, perKm, place } of discs) {
    const [across, down] = [perKm[0] * place.radius, perKm[1] * place.radius]
    take({ left: x - across, top: y - down, right: x + across, bottom: y + down })
  }
  // Whole countries only where they are all there is: one of them may be as wide as the map.
  if (discs.length === 0) for (const shape of countries) take(shape.bounds)
  return bounds ?? whole
}

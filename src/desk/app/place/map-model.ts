import type { PlanePaths } from './draw.js'
import { axesOf } from './draw.js'
import type { Located, Place, Places } from './places.js'
import type { Disc, Plane } from './plane.js'
import { type MapView, overlap, type Size, seenOf, toPlane, toScreen } from './view.js'

/** All that a map draws, in the plane. */
export interface MapData {
  readonly places: Places
  readonly plane: Plane
  readonly paths: PlanePaths
  readonly discs: readonly Disc<Located>[]
  readonly countries: ReadonlyMap<string, Place>
}

/** The scale at which the whole earth is seen. */
export const overall = ({ bounds }: Plane, { width, height }: Size): number =>
  Math.min(width / (bounds.right - bounds.left), height / (bounds.bottom - bounds.top))

/** The view as it stands in the URL: longitude and latitude of its middle, and how often its scale is doubled. */
export const viewWritten =
  ({ projection }: Plane) =>
  ({ x, y, scale }: MapView): string => {
    const [longitude, latitude] = projection.invert?.([x, y]) ?? [0, 0]
    const normal = ((((longitude + 180) % 360) + 360) % 360) - 180
    return [
      normal.toFixed(4),
      Math.min(Math.max(latitude, -90), 90).toFixed(4),
      Math.log2(scale).toFixed(3),
    ].join(',')
  }

export const viewRead =
  ({ projection }: Plane) =>
  (text: string | null): MapView | null => {
    const parts = /^(-?\d{1,3}\.?\d*),(-?\d{1,2}\.?\d*),(-?\d{1,2}\.?\d*)$/.exec(text ?? '')
    const [longitude, latitude, doubled] = (parts?.slice(1) ?? []).map(Number)
    if (longitude === undefined || latitude === undefined || doubled === undefined) return null
    const at = projection([longitude, latitude])
    return at && Math.abs(doubled) < 10 ? { x: at[0], y: at[1], scale: 2 ** doubled } : null
  }

/** The place that is pointed at: the smallest disc there, or else the country that events are told of. */
export function placeAt(
  { discs, plane, countries, paths }: MapData,
  view: MapView,
  size: Size,
  [x, y]: readonly [number, number],
): Place | null {
  let best: { readonly place: Place; readonly area: number } | null = null
  for (const disc of discs) {
    const [atX, atY] = toScreen(view, size, disc.x, disc.y)
    const [across, down] = axesOf(disc, view.scale)
    const isOn = ((x - atX) / (across + 2)) ** 2 + ((y - atY) / (down + 2)) ** 2 <= 1
    if (isOn && (best === null || across * down < best.area))
      best = { place: disc.place, area: across * down }
  }
  if (best) return best.place
  const context = document.createElement('canvas').getContext('2d')
  const [planeX, planeY] = toPlane(view, size, x, y)
  for (const [at, { country, bounds }] of plane.shapes.entries()) {
    const place = country === null ? undefined : countries.get(country)
    const path = paths.shapes[at]?.path
    if (!place || !path || !overlap(bounds, { left: planeX, right: planeX, top: planeY, bottom: planeY }))
      continue
    if (context?.isPointInPath(path, planeX, planeY)) return place
  }
  return null
}

/** Places in view, those with most events first: whose disc or shape is seen, be it in part. */
export function placesSeen({ discs, countries, plane }: MapData, view: MapView, size: Size): Place[] {
  const seen = seenOf(view, size)
  const located = discs
    .filter(({ x, y, perKm, place }) => {
      const [across, down] = [perKm[0] * place.radius, perKm[1] * place.radius]
      return overlap({ left: x - across, right: x + across, top: y - down, bottom: y + down }, seen)
    })
    .map(({ place }) => place)
  const shapes = new Set(
    plane.shapes.filter(({ bounds }) => overlap(bounds, seen)).map(({ country }) => country),
  )
  const whole = [...countries].filter(([country]) => shapes.has(country)).map(([, place]) => place)
  return [...located, ...whole].sort((a, b) => b.marks.length - a.marks.length)
}

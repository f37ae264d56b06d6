import type { Box } from '../model/box.js'
import type { PlaceValue } from '../model/values.js'
import type { PlaceLevel } from '../model/vocabulary.js'
import { isInBox, type Point } from './box.js'

/** How narrow a place is, the narrowest first. */
export const narrowness: Readonly<Record<PlaceLevel, number>> = {
  site: 0,
  town: 1,
  district: 2,
  province: 3,
  water: 4,
  region: 5,
  country: 6,
}

/** Where one telling of an occurrence says that it was. */
interface Told {
  readonly where: readonly { readonly value: PlaceValue }[]
}

/** The one place by which lists and maps show an occurrence: the narrowest told, of equals the first. */
export function drawnPlace(tellings: readonly Told[]): PlaceValue | null {
  const [narrowest] = tellings
    .flatMap(({ where }) => where.map(({ value }) => value))
    .sort((a, b) => narrowness[a.level] - narrowness[b.level])
  return narrowest ?? null
}

/** What may stand for a place as a point: not for a country as a whole, nor where there are no coordinates. */
export function pointOf(
  level: PlaceLevel,
  at: { readonly latitude: number | null; readonly longitude: number | null } | null,
): Point | null {
  if (level === 'country' || at === null) return null
  const { latitude, longitude } = at
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

/** Where an occurrence is drawn as a point; null where it is not. */
export function drawnPoint(tellings: readonly Told[]): Point | null {
  const place = drawnPlace(tellings)
  return place && pointOf(place.level, place.known)
}

/** Whether an occurrence is in a box (`EventFilter.box`): what any store finds must be what this says. */
export function liesIn(box: Box, tellings: readonly Told[]): boolean {
  const point = drawnPoint(tellings)
  return point !== null && isInBox(box, point)
}

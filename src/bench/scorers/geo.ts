/** Degrees, WGS84. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** A resolved toponym: how far off it is, in kilometres, or null where nothing could be measured. */
export type Off = number | null

/** The distance within which the field counts a place as found: 100 miles. */
export const nearKm = 161

/** Great-circle distance in kilometres on a sphere of 6371 km. */
export function distanceKm(a: Point, b: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const half = (x: number, y: number): number => Math.sin(radians(y - x) / 2) ** 2
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The share of toponyms at most 161 km off; one that was abstained from is not. */
export function accuracyNear(offs: readonly Off[]): number {
  return offs.length ? offs.filter(off => off !== null && off <= nearKm).length / offs.length : 0
}

/** The median of the distances that could be measured, the mean of the two in the middle; null where none could. */
export function medianKm(offs: readonly Off[]): number | null {
  const known = offs.filter(off => off !== null).sort((a, b) => a - b)
  const [low, high] = [known[(known.length - 1) >> 1], known[known.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

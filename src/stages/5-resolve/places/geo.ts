import type { GazetteerPlace } from '../../../model/values.js'

/** Great-circle distance; infinite where a place has no point. */
export function kilometres(a: GazetteerPlace, b: GazetteerPlace): number {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null)
    return Infinity
  const radians = Math.PI / 180
  const [north, south] = [a.latitude * radians, b.latitude * radians]
  const haversine =
    Math.sin((north - south) / 2) ** 2 +
    Math.cos(north) * Math.cos(south) * Math.sin(((a.longitude - b.longitude) * radians) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(haversine)))
}

/** A degree of latitude is 111 km: what lies further apart than that is found out without trigonometry. */
export function within(a: GazetteerPlace, b: GazetteerPlace, km: number): boolean {
  if (a.latitude === null || b.latitude === null || Math.abs(a.latitude - b.latitude) * 110 > km) return false
  return kilometres(a, b) < km
}

/** Whether a first-level division is the other place's. */
export function isDivisionOf(a: GazetteerPlace, b: GazetteerPlace): boolean {
  return a.level === 'province' && sameDivision(a, b)
}

export function sameDivision(a: GazetteerPlace, b: GazetteerPlace): boolean {
  return a.country === b.country && a.admin1 !== null && a.admin1 === b.admin1
}

/** Near enough, or one the division of the other, so that a reader would not call them two places. */
export function together(a: GazetteerPlace, b: GazetteerPlace): boolean {
  if (a.country !== b.country) return false
  return isDivisionOf(a, b) || isDivisionOf(b, a) || within(a, b, 161)
}

/** Whether what the text names as holding a place can hold it. */
export function holds(outer: GazetteerPlace | null, place: GazetteerPlace): boolean {
  if (!outer || outer.country !== place.country) return false
  if (outer.level === 'country' || place.id === outer.id) return outer.id !== place.id
  if (outer.admin1 && place.admin1 && outer.level === 'province') return outer.admin1 === place.admin1
  return within(outer, place, 250)
}

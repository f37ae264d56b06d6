import type { DrawnMark } from '../../api.js'
import { radiusOf } from './precision.js'

type Told = NonNullable<DrawnMark['place']>

/** A place and the events told of it. */
export interface Place extends Told {
  readonly key: string
  readonly marks: readonly DrawnMark[]
}

/** A place that has coordinates. */
export interface Located extends Place {
  readonly latitude: number
  readonly longitude: number
  /** In kilometres. */
  readonly radius: number
}

/** Events by where they may stand on a map. Every mark is in one place, or `untold`. */
export interface Places {
  readonly located: readonly Located[]
  /** Told only of a country: drawn as its shape, never as a point. */
  readonly countries: readonly Place[]
  /** Neither coordinates nor a country's shape: in the list alone. */
  readonly listed: readonly Place[]
  readonly untold: readonly DrawnMark[]
}

/** Groups marks by place, those with most events first. @param hasShape whether the borders have a country's shape */
export function placesOf(marks: readonly DrawnMark[], hasShape: (country: string) => boolean): Places {
  const byKey = new Map<string, { told: Told; marks: DrawnMark[] }>()
  const untold: DrawnMark[] = []
  for (const mark of marks) {
    if (mark.place === null) {
      untold.push(mark)
      continue
    }
    const key = keyOf(mark.place)
    const group = byKey.get(key)
    if (group) group.marks.push(mark)
    else byKey.set(key, { told: mark.place, marks: [mark] })
  }
  const places: Place[] = [...byKey].map(([key, { told, marks: of }]) => ({ ...told, key, marks: of }))
  places.sort((a, b) => b.marks.length - a.marks.length || (a.key < b.key ? -1 : 1))
  const located: Located[] = []
  const countries: Place[] = []
  const listed: Place[] = []
  for (const place of places) {
    const { latitude, longitude, level, country } = place
    const radius = radiusOf[level]
    if (radius === null && country !== null && hasShape(country)) countries.push(place)
    else if (radius !== null && latitude !== null && longitude !== null)
      located.push({ ...place, latitude, longitude, radius })
    else listed.push(place)
  }
  return { located, countries, listed, untold }
}

const keyOf = ({ name, country, level, latitude, longitude }: Told): string =>
  level === 'country' && country !== null
    ? country
    : JSON.stringify([name, country, level, latitude, longitude])

/** The first and the last day told of marks; null where none is. */
export function daysOf(marks: readonly Pick<DrawnMark, 'first' | 'last'>[]): {
  readonly first: string | null
  readonly last: string | null
} {
  let first: string | null = null
  let last: string | null = null
  for (const mark of marks) {
    const [from, to] = [mark.first ?? mark.last, mark.last ?? mark.first]
    if (from !== null && (first === null || from < first)) first = from
    if (to !== null && (last === null || to > last)) last = to
  }
  return { first, last }
}

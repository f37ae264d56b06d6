import type { Box } from '../model/box.js'

/** Degrees, WGS84. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** The longitudes that a box covers, its edges among them: one or more stretches, since the 180th meridian is at 180 and at -180. */
export function longitudesOf({ west, east }: Box): readonly (readonly [from: number, to: number])[] {
  if (west > east)
    return [
      [west, 180],
      [-180, east],
    ]
  const other = west === -180 ? 180 : east === 180 ? -180 : null
  return other === null
    ? [[west, east]]
    : [
        [west, east],
        [other, other],
      ]
}

export const isInBox = (box: Box, { latitude, longitude }: Point): boolean =>
  latitude >= box.south &&
  latitude <= box.north &&
  longitudesOf(box).some(([from, to]) => longitude >= from && longitude <= to)

/** West, south, east, north, as in URLs and on the command line; to a thousandth of a degree, some 100 m. */
export const boxWritten = ({ west, south, east, north }: Box): string =>
  [west, south, east, north].map(edge => Number(edge.toFixed(3))).join(',')

const degrees = /^-?\d{1,3}(\.\d+)?$/

/** Reads what `boxWritten` writes, or says in a sentence why it is no box. */
export function parseBox(text: string): { readonly box: Box } | { readonly complaint: string } {
  const parts = text.split(',').map(part => part.trim())
  if (parts.length !== 4)
    return { complaint: `A box is four numbers, west,south,east,north, and not ${parts.length}.` }
  const odd = parts.find(part => !degrees.test(part))
  if (odd !== undefined) return { complaint: `A box is four numbers in degrees, and “${odd}” is none.` }
  const [west = 0, south = 0, east = 0, north = 0] = parts.map(Number)
  const far = [west, east].find(longitude => Math.abs(longitude) > 180)
  if (far !== undefined) return { complaint: `West and east lie between -180 and 180, and ${far} does not.` }
  const high = [south, north].find(latitude => Math.abs(latitude) > 90)
  if (high !== undefined)
    return { complaint: `South and north lie between -90 and 90, and ${high} does not.` }
  if (south >= north) return { complaint: `South (${south}) must be less than north (${north}).` }
  return { box: { west, south, east, north } }
}

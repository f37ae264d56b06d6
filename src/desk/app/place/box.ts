/** A part of the earth between meridians and parallels, in degrees; `west` is more than `east` where it crosses the 180th. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export const isInBox = ({ west, south, east, north }: Box, longitude: number, latitude: number): boolean =>
  latitude >= south &&
  latitude <= north &&
  (west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east)

/** As it stands in the URL: west, south, east, north. */
export const boxWritten = ({ west, south, east, north }: Box): string =>
  [west, south, east, north].map(degrees => Number(degrees.toFixed(3))).join(',')

/** Read from the URL; null where it is no box. */
export function boxRead(text: string | null): Box | null {
  const parts = text?.split(',') ?? []
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = parts.map(part =>
    /^-?\d{1,3}(\.\d+)?$/.test(part) ? Number(part) : Number.NaN,
  )
  const isWithin =
    Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south < north
  return parts.length === 4 && isWithin ? { west, south, east, north } : null
}

/** The box around places of the earth that are seen side by side, left to right as given: longitudes go on from one to the next. */
export function boxAround(points: readonly (readonly [number, number])[], middle: number): Box | null {
  if (points.length === 0) return null
  const from = (longitude: number): number => ((((longitude - middle) % 360) + 540) % 360) - 180
  const east = points.map(([longitude]) => from(longitude))
  const north = points.map(([, latitude]) => latitude)
  const back = (longitude: number): number => ((((longitude + middle) % 360) + 540) % 360) - 180
  return {
    west: back(Math.min(...east)),
    east: back(Math.max(...east)),
    south: Math.min(...north),
    north: Math.max(...north),
  }
}

import type { Box } from '../../../model/box.js'
import { parseBox } from '../../../text/box.js'

/** Read from the URL; null where it is no box. */
export function boxRead(text: string | null): Box | null {
  const read = parseBox(text ?? '')
  return 'box' in read ? read.box : null
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

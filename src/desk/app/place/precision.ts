import type { PlaceLevel } from '../../../model/vocabulary.js'

/**
 * How far around its coordinates a place of each level may be meant, in kilometres: what the map draws and states. Common sizes,
 * not surveyed ones; null where no disc would be right and the country's own shape is drawn.
 */
export const radiusOf: Readonly<Record<PlaceLevel, number | null>> = {
  site: 2,
  town: 5,
  district: 25,
  province: 100,
  region: 150,
  water: 150,
  country: null,
}

/** The kilometres of a degree of a great circle. */
export const degree = 111.195
/** The least radius in pixels: what is smaller cannot be seen or pointed at. */
export const leastRadius = 5

/** The radius of a disc in pixels. @param perKm pixels of a kilometre there */
export const radiusDrawn = (km: number, perKm: number): number => Math.max(leastRadius, km * perKm)

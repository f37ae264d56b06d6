import type { PlaceValue } from '../model/values.js'
import type { PlaceLevel } from '../model/vocabulary.js'

/** How exactly a place is told: all that its precision follows from. */
export type ToldPlace = Pick<PlaceValue, 'level' | 'relation'>

/**
 * ACLED's `geo_precision`: 1 a named town or site; 2 near one, or a small area; 3 a larger region, a province, a natural feature,
 * or between two places; null for a whole country, which ACLED does not code.
 */
export function acledGeoPrecision({ level, relation }: ToldPlace): 1 | 2 | 3 | null {
  if (relation === 'between') return 3
  if (relation === 'near') return isPoint(level) ? 2 : 3
  return acled[level]
}

const acled: Readonly<Record<PlaceLevel, 1 | 2 | 3 | null>> = {
  site: 1,
  town: 1,
  district: 2,
  province: 3,
  region: 3,
  water: 3,
  country: null,
}

/**
 * UCDP's `where_prec`: 1 the exact place; 2 within a limited area of a known one; 3 a second-level division; 4 a first-level
 * one; 5 larger than that, between two places, or vague; 6 the country; 7 over water.
 */
export function ucdpWherePrecision({ level, relation }: ToldPlace): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  if (level === 'water') return 7
  if (relation === 'between') return 5
  if (relation === 'near') return isPoint(level) ? 2 : 5
  return ucdp[level]
}

const ucdp: Readonly<Record<Exclude<PlaceLevel, 'water'>, 1 | 3 | 4 | 5 | 6>> = {
  site: 1,
  town: 1,
  district: 3,
  province: 4,
  region: 5,
  country: 6,
}

/** What lies near a town or a site is known within some kilometres; what lies near a province is not. */
const isPoint = (level: PlaceLevel): boolean => level === 'site' || level === 'town'

import type { GazetteerPlace } from '../../../model/values.js'
import type { PlaceLevel } from '../../../model/vocabulary.js'
import type { PlaceName } from './name.js'

/** The level of a place (codebook section 2): as its words state it, else as the gazetteer has it, else as a town. */
export function placeLevel({ level, part, whole }: PlaceName, place: GazetteerPlace | null): PlaceLevel {
  if (part && level) return level
  if (part) return place?.level === 'town' || place?.level === 'district' ? 'district' : 'region'
  if (place && (level === null || (place.level === 'water' && level !== 'site'))) return place.level
  if (level) return level
  // A bare compass point ("the south-east"), or several words in small letters ("east of the river").
  return /^(?:north|south|east|west|centre|center)/i.test(whole) ? 'region' : 'town'
}

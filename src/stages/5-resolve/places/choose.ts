import type { GazetteerPlace } from '../../../model/values.js'
import { nameKey, soundKey } from '../../../text/name-key.js'
import type { Context } from './context.js'
import type { PlaceName } from './name.js'

/** What is asked of the places that go by one name. */
export interface Question {
  readonly name: PlaceName
  readonly context: Context
  /** The country or division that the text names as holding the place, or null. */
  readonly within: GazetteerPlace | null
  /** Other places of the report that have been told apart. */
  readonly near: readonly GazetteerPlace[]
}

export interface Choice {
  readonly place: GazetteerPlace
  readonly by: 'containment' | 'country' | 'only' | 'context' | 'prominence'
  /** Places elsewhere that came as close as to leave doubt. */
  readonly rivals: readonly GazetteerPlace[]
}

/** How much nearer than this, in points, a place of another country may come without raising doubt. */
const margin = 0.3

/**
 * The place meant among those of a name, or null where none fits what the text says. Points: what holds it, the report's
 * other countries, divisions and places, the level its words state, and how many people live there.
 */
export function choosePlace(candidates: readonly GazetteerPlace[], question: Question): Choice | null {
  const held = question.within ? candidates.filter(place => holds(question.within, place)) : []
  const fitting = held.length > 0 ? held : candidates
  const scored = fitting
    .map((place, i) => ({ place, points: points(place, question) - i * 0.1 }))
    .sort((a, b) => b.points - a.points)
  const [best, ...others] = scored
  if (!best) return null
  const rivals = others
    .filter(({ place, points }) => best.points - points < margin && !together(place, best.place))
    .map(({ place }) => place)
  const by =
    held.length > 0
      ? 'containment'
      : best.place.level === 'country'
        ? 'country'
        : others.length === 0
          ? 'only'
          : question.context.country(best.place.country, question.name.core) > 0
            ? 'context'
            : 'prominence'
  return { place: best.place, by, rivals }
}

function holds(outer: GazetteerPlace | null, place: GazetteerPlace): boolean {
  if (!outer || outer.country !== place.country) return false
  if (outer.level === 'country' || place.id === outer.id) return outer.id !== place.id
  if (outer.admin1 && place.admin1) return outer.admin1 === place.admin1
  return kilometres(outer, place) < 250
}

/** What each kind of evidence is worth; found by search on gold places of news reports. */
const weigh = { people: 1.3, country: 1, division: 1.5, near: 0.8 }
/** More mentions of a country than some five tell no more: a much-named country is not full of the report's places. */
const mostFromCountry = 2.5

function points(place: GazetteerPlace, { name, context, near }: Question): number {
  const country = context.country(place.country, name.core)
  const division = context.division(`${place.country}.${place.admin1}`, name.core)
  const neighbours = near.filter(other => other.id !== place.id && kilometres(other, place) < 200).length
  return (
    prominence(place) +
    Math.min(mostFromCountry, weigh.country * Math.log2(1 + country)) +
    weigh.division * Math.log2(1 + division) +
    weigh.near * Math.log2(1 + neighbours) +
    levelPoints(place, name) +
    spellingPoints(place, name, country)
  )
}

/** The logarithm of its people, times a weight; areas count as if they had some millions or some hundred thousands. */
function prominence({ level, population }: GazetteerPlace): number {
  const people =
    level === 'country' ? 5e7 : (population ?? (level === 'site' || level === 'district' ? 1e5 : 8e5))
  return weigh.people * Math.log10(people + 10)
}

function levelPoints(place: GazetteerPlace, { level, core, whole }: PlaceName): number {
  if (!level || core === whole) return 0
  if (level === place.level) return 3
  // "Mosul district" is a part of the town, "Kabul airport" a site in it; "Borno province" is no town of that name.
  return level === 'province' || level === 'water' ? -2 : 0
}

/** A name that only sounds alike needs a report that speaks of that country. */
function spellingPoints(place: GazetteerPlace, { core }: PlaceName, country: number): number {
  const alike = nameKey(place.name) !== nameKey(core) && soundKey(place.name) === soundKey(core)
  return alike && country === 0 ? -3 : 0
}

function together(a: GazetteerPlace, b: GazetteerPlace): boolean {
  return a.country === b.country && kilometres(a, b) < 161
}

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

import type { GazetteerPlace } from '../../../model/values.js'
import { nameKey, soundKey } from '../../../text/name-key.js'
import type { Context } from './context.js'
import type { PlaceName } from './name.js'

interface Scored {
  readonly place: GazetteerPlace
  readonly points: number
}

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
  // What the mention itself says must hold; what stands near it may have been misread.
  const held = question.within ? candidates.filter(place => holds(question.within, place)) : []
  const fitting = held.length > 0 || question.name.within ? held : candidates
  const scored = fitting
    .filter(place => !isNamesake(place, question))
    .map((place, i) => ({ place, points: points(place, question) - i * 0.1 }))
    .sort((a, b) => b.points - a.points)
  const [first, ...others] = scored
  if (!first) return null
  const best = seatOf(first, others, question.name) ?? first
  const rivals = others
    .filter(({ place, points }) => first.points - points < margin && !together(place, best.place))
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

/** A bare name that a province shares with a large town of its country means the town ("Homs", "New York"). */
function seatOf(
  { place: area }: Scored,
  others: readonly Scored[],
  { level }: PlaceName,
): Scored | undefined {
  if (level !== null || area.level !== 'province') return undefined
  return others.find(
    ({ place }) => place.level === 'town' && (place.population ?? 0) >= 150_000 && together(place, area),
  )
}

/** What each kind of evidence is worth; found by search on gold places of news reports. */
const weigh = { people: 1.3, country: 1, division: 1.5, near: 0.8 }
/** More mentions of a country than some five tell no more: a much-named country is not full of the report's places. */
const mostFromCountry = 2.5

function points(place: GazetteerPlace, { name, context, near }: Question): number {
  const country = context.country(place.country, name.core)
  const division = context.division(`${place.country}.${place.admin1}`, name.core)
  const neighbours = near.filter(other => other.id !== place.id && areNeighbours(other, place)).length
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

/** A town is no "X County" unless the report speaks of its division; it only bears the name that the county has. */
function isNamesake(place: GazetteerPlace, { name, context, near }: Question): boolean {
  if (place.level !== 'town' || !/ county$/i.test(name.whole)) return false
  const division = context.division(`${place.country}.${place.admin1}`, name.core)
  return division === 0 && !near.some(other => other.id !== place.id && areNeighbours(other, place))
}

/** Within 200 km of each other, or a division and what lies in it. */
function areNeighbours(a: GazetteerPlace, b: GazetteerPlace): boolean {
  return kilometres(a, b) < 200 || isDivisionOf(a, b) || isDivisionOf(b, a)
}

function isDivisionOf(a: GazetteerPlace, b: GazetteerPlace): boolean {
  return a.level === 'province' && a.country === b.country && a.admin1 !== null && a.admin1 === b.admin1
}

/** Near enough, or one the division of the other, so that a reader would not call them two places. */
function together(a: GazetteerPlace, b: GazetteerPlace): boolean {
  if (a.country !== b.country) return false
  return isDivisionOf(a, b) || isDivisionOf(b, a) || kilometres(a, b) < 161
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

import type { GazetteerPlace } from '../../../model/values.js'
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
const margin = 0.5

/**
 * The place meant among those of a name, or null where none fits what the text says. Points: what holds it, the report's
 * other countries, divisions and places, the level its words state, and how many people live there.
 */
export function choosePlace(candidates: readonly GazetteerPlace[], question: Question): Choice | null {
  const fitting = question.within ? candidates.filter(place => holds(question.within, place)) : candidates
  const scored = fitting
    .map((place, i) => ({ place, points: points(place, question) - i * 0.1 }))
    .sort((a, b) => b.points - a.points)
  const [best, ...others] = scored
  if (!best) return null
  const rivals = others
    .filter(({ place, points }) => best.points - points < margin && !together(place, best.place))
    .map(({ place }) => place)
  const by = question.within
    ? 'containment'
    : best.place.level === 'country'
      ? 'country'
      : others.length === 0
        ? 'only'
        : question.context.countries.has(best.place.country ?? '')
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

function points(place: GazetteerPlace, { name, context, near }: Question): number {
  const country = context.countries.get(place.country ?? '') ?? 0
  const division = context.divisions.get(`${place.country}.${place.admin1}`) ?? 0
  const neighbours = near.filter(other => kilometres(other, place) < 200).length
  return (
    prominence(place) +
    1.6 * Math.log2(1 + country) +
    1.2 * Math.log2(1 + division) +
    0.8 * Math.log2(1 + neighbours) +
    levelPoints(place, name)
  )
}

/** From 0 to about 8: the logarithm of its people; areas count as if they had some millions or some hundred thousands. */
function prominence({ level, population }: GazetteerPlace): number {
  if (level === 'country') return 9
  if (population !== null) return Math.log10(population + 10) * 1.1
  return level === 'province' || level === 'region' || level === 'water' ? 6 : 5
}

function levelPoints(place: GazetteerPlace, { level, part }: PlaceName): number {
  if (part && place.level === 'country') return 2
  if (!level) return 0
  if (level === place.level) return 3
  // "Mosul district": a part of the town; "Kabul airport": a site within it.
  return level === 'province' || level === 'country' || level === 'water' ? -2 : 0
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

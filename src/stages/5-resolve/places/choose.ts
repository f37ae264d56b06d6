import type { GazetteerPlace } from '../../../model/values.js'
import { type Feature, featureNames, features, type Likely, type Question } from './features.js'
import { holds, together } from './geo.js'
import { noneWeight, weights } from './weights.js'

export interface Choice extends Likely {
  readonly by: 'containment' | 'country' | 'only' | 'context' | 'prominence'
  /** Places elsewhere that leave more doubt than is let pass. */
  readonly rivals: readonly GazetteerPlace[]
  /** All others that could be meant, the likeliest first. */
  readonly others: readonly Likely[]
}

/** From this probability that it lies there, or within a day's reach of there, a place is given. */
const sure = 0.4

/**
 * The place meant among those of a name, with the probability that it is, or null where none fits what the text says.
 * A log-linear model: what speaks for a place is weighed (`weights.ts`), and its share among all that go by the name, and
 * the chance that none of them is meant, is its probability.
 */
export function choosePlace(candidates: readonly GazetteerPlace[], question: Question): Choice | null {
  const likely = likelihoods(candidates, question)
  const [first, ...others] = [...likely].sort((a, b) => b.score - a.score)
  if (!first) return null
  const elsewhere = others.filter(({ place }) => !together(place, first.place))
  const there = likely.reduce(
    (sum, { place, score }) => (together(place, first.place) ? sum + score : sum),
    0,
  )
  const rivals = there < sure ? elsewhere.filter(({ score }) => score > first.score / 4) : []
  const by = reason(first.place, candidates, question)
  return { ...first, by, rivals: rivals.map(({ place }) => place), others }
}

/** Each place of a name with its probability; what is left of 1 is the chance that it is none of them. */
export function likelihoods(candidates: readonly GazetteerPlace[], question: Question): readonly Likely[] {
  const fitting = fittingPlaces(candidates, question)
  const points = fitting.map((place, rank) => weighed(features(place, rank, question)))
  const highest = Math.max(noneWeight, ...points)
  const shares = points.map(point => Math.exp(point - highest))
  const all = shares.reduce((sum, share) => sum + share, Math.exp(noneWeight - highest))
  return fitting.map((place, i) => ({ place, score: (shares[i] ?? 0) / all }))
}

/** What the mention itself says must hold ("Paris, Texas"); what stands near it may have been misread. */
export function fittingPlaces(
  candidates: readonly GazetteerPlace[],
  { name, within }: Question,
): readonly GazetteerPlace[] {
  const held = within && name.within ? candidates.filter(place => holds(within, place)) : notable(candidates)
  return held.filter(({ level }) => level !== 'town' || !/ county$/i.test(name.whole))
}

// People of a town that nobody means by the name of a country or a part of the world.
const small = 50_000

/** A small town is not meant by the name of a country or a region, unless the text says where it lies. */
function notable(candidates: readonly GazetteerPlace[]): readonly GazetteerPlace[] {
  return candidates.some(({ level }) => level === 'country' || level === 'region')
    ? candidates.filter(({ level, population }) => level !== 'town' || (population ?? small) >= small)
    : candidates
}

const allFeatures = Object.keys(featureNames) as readonly Feature[]

const weighed = (values: Readonly<Record<Feature, number>>): number =>
  allFeatures.reduce((sum, feature) => sum + values[feature] * weights[feature], 0)

function reason(place: GazetteerPlace, all: readonly GazetteerPlace[], question: Question): Choice['by'] {
  if (question.within && holds(question.within, place)) return 'containment'
  if (place.level === 'country') return 'country'
  if (all.length === 1) return 'only'
  return question.context.country(place.country, question.name.core) > 0 ? 'context' : 'prominence'
}

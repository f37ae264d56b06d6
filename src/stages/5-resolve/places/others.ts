import type { Alternative } from '../../../model/sourced.js'
import type { GazetteerPlace } from '../../../model/values.js'
import { type Choice, fittingPlaces } from './choose.js'
import type { Question } from './features.js'

/** How many of the places that lost are kept, and from which probability on. */
const most = 4
const slight = 0.02

/** The places of the same name that lost: less likely, all too nearly as likely, or not where the text says. */
export function otherPlaces(
  choice: Choice | null,
  candidates: readonly GazetteerPlace[],
  question: Question,
): readonly Alternative[] {
  const isOpen = choice !== null && choice.rivals.length > 0
  const likely = choice ? [...(isOpen ? [choice] : []), ...choice.others] : []
  const lost = likely
    .filter(({ score }) => score >= slight)
    .map(({ place, score }) => ({
      value: named(place),
      score: Math.round(score * 100) / 100,
      lost: isOpen ? 'place:as-likely' : 'place:less-likely',
    }))
  const fitting = new Set(fittingPlaces(candidates, question))
  const elsewhere =
    question.within === null || lost.length >= most
      ? []
      : candidates
          .filter(place => !fitting.has(place))
          .map(place => ({ value: named(place), score: null, lost: 'place:not-held' }))
  return [...lost, ...elsewhere].slice(0, most)
}

const named = ({ id, name, country, admin1, level }: GazetteerPlace): string =>
  `${[name, admin1 && country ? `${country}.${admin1}` : country].filter(Boolean).join(', ')} (${level}, ${id})`

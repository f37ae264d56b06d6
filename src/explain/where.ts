import type { Sourced } from '../model/sourced.js'
import type { GazetteerPlace, PlaceValue } from '../model/values.js'
import type { FieldExplanation, Lost, Reason } from './explanation.js'
import { nothingTold } from './nothing.js'
import { cited, competitors, keptAlternatives, reason, type Scene, sources, tiesOf } from './scene.js'

/** The words of each place, the entry of the gazetteer, those that lost, and the places that went elsewhere. */
export function explainWhere(scene: Scene): FieldExplanation[] {
  const { where } = scene.event
  const others = competitors(scene, 'place', { name: 'place', values: where })
  if (where.length === 0) {
    return [
      nothingTold(
        'where',
        'place',
        others,
        'It would have a place if one were tied to a word that tells it.',
      ),
    ]
  }
  return where.map((place, i) => {
    const candidates = keptAlternatives(scene, place)
    return {
      field: `where.${i}`,
      value: place.value,
      ...sources(scene, place),
      reasons: [...tiesOf(scene, place, 'place'), entry(scene, place)],
      lost: [...candidates, ...(i === 0 ? others : [])],
      change: changeOfPlace(place, candidates),
    }
  })
}

function entry(scene: Scene, { value, basis, score }: Sourced<PlaceValue>): Reason {
  const says = value.known
    ? `the gazetteer's entry is ${entryText(value.known)}`
    : value.country
      ? `only its country, ${value.country}, is known`
      : 'no entry of the gazetteer was taken'
  return reason(scene, says, { by: basis.by, score })
}

function entryText({ id, name, country, admin1, level, population }: GazetteerPlace): string {
  const where = [name, admin1 && country ? `${country}.${admin1}` : country].filter(Boolean).join(', ')
  const people = population ? `, ${population.toLocaleString('en')} people` : ''
  return `${where} (${level}${people}, ${id})`
}

/** Whether a place that lost lies in the same first-level division: a town and the district that has its name. */
function isSamePlace({ known }: PlaceValue, { value }: Lost): boolean {
  return known?.admin1 != null && value.includes(`, ${known.country}.${known.admin1} `)
}

function changeOfPlace({ value, basis, evidence }: Sourced<PlaceValue>, candidates: readonly Lost[]): string {
  const said = `“${evidence[0].exact}”`
  const rule = basis.by.replace(/^place:/, '')
  const [second] = candidates
  switch (rule) {
    case 'ambiguous':
      return `One would be chosen if the report said which country or province ${said} lies in.`
    case 'held':
    case 'report':
    case 'unknown':
      return second
        ? `One would be chosen if it lay where the report says.`
        : `With a gazetteer that has ${said} it could be placed: herodotus gazetteer add loads more places.`
    case 'the-place':
      return `It would be another if another place of its level (${value.level}) had been named last before ${cited(evidence[0])}.`
    case 'two-countries':
      return `It would have one country if ${said} named one.`
  }
  if (second && isSamePlace(value, second)) {
    return `It would be ${second.value} if a word beside ${said} said which of the two is meant.`
  }
  if (second) return `It would be ${second.value} if the report said that it lies there.`
  if (rule === 'country') return `${said} names a country; only another word would change it.`
  return `No other place of this name was likely; a gazetteer with more places could hold one.`
}

import type { Diagnostic, Noted } from '../../../model/diagnostic.js'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Alternative, Sourced } from '../../../model/sourced.js'
import type { Quote } from '../../../model/span.js'
import type { GazetteerPlace, PlaceValue } from '../../../model/values.js'
import type { Gazetteer } from '../../../ports.js'
import { evidence } from '../../../text/quote.js'
import { antecedentPlace, pointsBack, type Told } from './antecedent.js'
import { type Asked, areaOf, askAll } from './ask.js'
import { type Choice, choosePlace } from './choose.js'
import { reportContext } from './context.js'
import { placeLevel } from './level.js'
import type { PlaceName } from './name.js'
import { otherPlaces } from './others.js'
import { relationBefore } from './relation.js'
import { isStated, type PlaceRule } from './rules.js'

/**
 * Gives each place mention its place, or at least its country, or abstains (codebook section 2, `where`). The score is
 * the probability that the place is the one that is meant.
 */
export function resolvePlaces(
  report: Report,
  labels: Labels,
  whole: Gazetteer,
): Noted<ReadonlyMap<string, Sourced<PlaceValue>>> {
  const gazetteer = askedOnce(whole)
  const values = new Map<string, Sourced<PlaceValue>>()
  const notes: Diagnostic[] = []
  const mentions = labels.mentions.filter(({ kind, quote }) => kind === 'place' && quote.exact.trim() !== '')
  if (mentions.length === 0) return { value: values, notes }
  const context = reportContext(report.body, gazetteer)
  const asked = askAll(mentions, report.body, context, gazetteer)
  const main = context.main ?? mainOf(asked)
  const told: Told[] = []
  const choose = chosenOnce()
  for (const question of asked) {
    const { mention, name } = question
    const back = pointsBack(mention.quote.exact) ? antecedentPlace(name, told, context, gazetteer) : null
    const { value, rule, note, score, others } = back
      ? answered(back, 'the-place')
      : betweenCountries(name, gazetteer)
        ? answered({ ...nameless(name, null), relation: 'between' }, 'two-countries')
        : answer(question, main, choose(question))
    if (note && !notes.some(({ message }) => message === note.message)) notes.push(note)
    const basis = { kind: isStated(rule) ? ('stated' as const) : ('implied' as const), by: `place:${rule}` }
    const relation = name.beside ? 'near' : relationBefore(report.body, mention.quote)
    const placed = relation === null || back ? value : { relation, ...value }
    const lost = others.length > 0 ? { others } : {}
    values.set(mention.id, { value: placed, basis, evidence: evidence(mention.quote), score, ...lost })
    if (!back) told.push({ value, at: mention.quote.start })
  }
  return { value: values, notes }
}

interface Answer {
  readonly value: PlaceValue
  readonly rule: PlaceRule
  readonly note: Diagnostic | null
  readonly score: number | null
  readonly others: readonly Alternative[]
}

const answered = (value: PlaceValue, rule: PlaceRule): Answer => ({
  value,
  rule,
  note: null,
  score: null,
  others: [],
})

/** What becomes of the places that bear a name. */
interface Outcome {
  readonly choice: Choice | null
  readonly others: readonly Alternative[]
}

/** A report names most of its places more than once: the same words are the same place. */
function chosenOnce(): (question: Asked) => Outcome {
  const chosen = new Map<string, Outcome>()
  return question => {
    const key = `${question.name.whole}\n${question.within?.id}`
    const before = chosen.get(key)
    if (before !== undefined) return before
    const choice = choosePlace(question.candidates, question)
    const outcome = { choice, others: otherPlaces(choice, question.candidates, question) }
    chosen.set(key, outcome)
    return outcome
  }
}

/** The gazetteer, asked for each name once. */
function askedOnce(gazetteer: Gazetteer): Gazetteer {
  const [written, any] = [
    new Map<string, readonly GazetteerPlace[]>(),
    new Map<string, readonly GazetteerPlace[]>(),
  ]
  return {
    ...gazetteer,
    lookup(name, how = 'any') {
      const known = how === 'any' ? any : written
      const before = known.get(name)
      if (before) return before
      const places = gazetteer.lookup(name, how)
      known.set(name, places)
      return places
    },
  }
}

/** What a mention that names a place comes to: its place, or what is known of it all the same. */
function answer({ mention, name, within }: Asked, main: string | null, { choice, others }: Outcome): Answer {
  if (choice && choice.rivals.length === 0) {
    return { value: found(name, choice.place), rule: choice.by, note: null, score: choice.score, others }
  }
  if (choice) {
    const countries = new Set([choice.place, ...choice.rivals].map(({ country }) => country))
    const [only = null] = countries
    const value = nameless(name, countries.size === 1 ? only : null)
    return { ...answered(value, 'ambiguous'), note: ambiguous(mention.quote, choice), others }
  }
  const rule = within ? 'held' : main ? 'report' : 'unknown'
  return { ...answered(nameless(name, within?.country ?? main), rule), note: unknown(mention.quote), others }
}

/** The country of more than half of the report's likely places, or null. */
function mainOf(asked: readonly Asked[]): string | null {
  const places = new Map(
    asked.flatMap(({ near }) =>
      near.flatMap(({ place, score }) => (score < 0.5 ? [] : [[place.id, place] as const])),
    ),
  )
  const counts = new Map<string | null, number>()
  for (const { country } of places.values()) counts.set(country, (counts.get(country) ?? 0) + 1)
  return [...counts].find(([, n]) => n > places.size / 2)?.[0] ?? null
}

/** "Syria-Iraq border", "Turkish-Syrian frontier": of two countries, and so of neither. */
function betweenCountries({ core, level }: PlaceName, gazetteer: Gazetteer): boolean {
  const sides =
    level === 'region'
      ? core.split(/[-–]| and /).map(side => gazetteer.demonym(side) ?? areaOf(side, gazetteer)?.country)
      : []
  return (
    sides.length === 2 && sides[0] !== sides[1] && sides.every(side => side !== undefined && side !== null)
  )
}

function found(name: PlaceName, place: GazetteerPlace): PlaceValue {
  // A part of a country, or a site in a town, is not the country or the town: only what holds it is known.
  const level = placeLevel(name, place)
  return {
    name: name.whole,
    country: place.country,
    level,
    known: name.part || isHeld(level, place) ? null : place,
  }
}

const isHeld = (level: PlaceValue['level'], place: GazetteerPlace): boolean =>
  level === 'site' && place.level !== 'site'

function nameless(name: PlaceName, country: string | null): PlaceValue {
  return { name: name.whole, country, level: placeLevel(name, null), known: null }
}

function ambiguous(at: Quote, { place, rivals }: Choice): Diagnostic {
  const names = [place, ...rivals.slice(0, 3)].map(
    ({ name, country }) => `${name} (${country ?? 'no one country'})`,
  )
  return {
    code: 'place-ambiguous',
    severity: 'info',
    message: `"${at.exact}" may be ${names.join(' or ')}: no place was chosen.`,
    at,
    help: 'The report does not tell which. herodotus gazetteer add loads more places; docs/places.md says what tells them apart.',
  }
}

function unknown(at: Quote): Diagnostic {
  return {
    code: 'place-unknown',
    severity: 'info',
    message: `"${at.exact}" is in no gazetteer: it is kept by its name.`,
    at,
    help: 'herodotus gazetteer add loads more places, of a country or of the world, from GeoNames.',
  }
}

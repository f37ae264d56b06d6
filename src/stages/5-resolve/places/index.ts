import type { Diagnostic, Noted } from '../../../model/diagnostic.js'
import type { Labels, Mention } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Sourced } from '../../../model/sourced.js'
import type { Quote } from '../../../model/span.js'
import type { GazetteerPlace, PlaceValue } from '../../../model/values.js'
import type { Gazetteer } from '../../../ports.js'
import { evidence } from '../../../text/quote.js'
import { antecedentPlace, pointsBack, type Told } from './antecedent.js'
import { type Choice, choosePlace } from './choose.js'
import { reportContext } from './context.js'
import { placeLevel } from './level.js'
import { type PlaceName, readPlaceName } from './name.js'
import { holderAfter, holderBefore } from './within.js'

/**
 * Gives each place mention its place, or at least its country, or abstains (codebook section 2, `where`). Names that only
 * one place bears come first, so that they can tell the others apart.
 */
export function resolvePlaces(
  report: Report,
  labels: Labels,
  gazetteer: Gazetteer,
): Noted<ReadonlyMap<string, Sourced<PlaceValue>>> {
  const values = new Map<string, Sourced<PlaceValue>>()
  const notes: Diagnostic[] = []
  const mentions = labels.mentions.filter(({ kind, quote }) => kind === 'place' && quote.exact.trim() !== '')
  if (mentions.length === 0) return { value: values, notes }
  const context = reportContext(report.body, gazetteer)
  const asked = spreadHolders(mentions.map(mention => askFor(mention, report.body, gazetteer)))
  const near = asked.flatMap(({ name, within, candidates }) => {
    const first = choosePlace(candidates, { name, within, context, near: [] })
    return first && first.rivals.length === 0 && first.place.level !== 'country' ? [first.place] : []
  })
  const main = context.main ?? mostOf(near)
  const told: Told[] = []
  for (const { mention, name, within, candidates } of asked) {
    const back = pointsBack(mention.quote.exact) ? antecedentPlace(name, told, context, gazetteer) : null
    const choice = back ? null : choosePlace(candidates, { name, within, context, near })
    const both = betweenCountries(name, gazetteer)
    const { value, rule, note } = back
      ? { value: back, rule: 'the-place', note: null }
      : both
        ? { value: nameless(name, null), rule: 'two-countries', note: null }
        : answer(mention.quote, name, within, main, choice)
    if (note && !notes.some(({ message }) => message === note.message)) notes.push(note)
    const basis = { kind: isStated(rule) ? ('stated' as const) : ('implied' as const), by: `place:${rule}` }
    values.set(mention.id, { value, basis, evidence: evidence(mention.quote), score: null })
    if (!back) told.push({ value, at: mention.quote.start })
  }
  return { value: values, notes }
}

const isStated = (rule: string): boolean =>
  !['the-place', 'report', 'held', 'unknown', 'ambiguous'].includes(rule)

/** What a mention that names a place comes to: its place, or what is known of it all the same. */
function answer(
  at: Quote,
  name: PlaceName,
  within: GazetteerPlace | null,
  main: string | null,
  choice: Choice | null,
): { value: PlaceValue; rule: string; note: Diagnostic | null } {
  if (choice && choice.rivals.length === 0) {
    return { value: found(name, choice.place), rule: choice.by, note: null }
  }
  if (choice) {
    const countries = new Set([choice.place, ...choice.rivals].map(({ country }) => country))
    const [only = null] = countries
    const country = countries.size === 1 ? only : null
    return { value: nameless(name, country), rule: 'ambiguous', note: ambiguous(at, choice) }
  }
  const rule = within ? 'held' : main ? 'report' : 'unknown'
  return { value: nameless(name, within?.country ?? main), rule, note: unknown(at) }
}

/** Where the text says once what holds a place ("Paris, Texas"), it is held by that wherever it is named. */
function spreadHolders(asked: readonly Asked[]): readonly Asked[] {
  const holders = new Map(asked.flatMap(({ name, within }) => (within ? [[name.core, within] as const] : [])))
  return asked.map(one => (one.within ? one : { ...one, within: holders.get(one.name.core) ?? null }))
}

interface Asked {
  readonly mention: Mention
  readonly name: PlaceName
  readonly within: GazetteerPlace | null
  readonly candidates: readonly GazetteerPlace[]
}

/** The country of most of some places, if it is that of more than half. */
function mostOf(places: readonly GazetteerPlace[]): string | null {
  const counts = new Map<string | null, number>()
  for (const { country } of places) counts.set(country, (counts.get(country) ?? 0) + 1)
  return [...counts].find(([, n]) => n > places.length / 2)?.[0] ?? null
}

function askFor(mention: Mention, body: string, gazetteer: Gazetteer): Asked {
  const read = readPlaceName(mention.quote.exact)
  const people = gazetteer.demonym(read.core)
  const whole = people ? [] : gazetteer.lookup(read.whole)
  // "West Virginia" is a name; "western Syria" is a part of a place.
  const name = whole.length > 0 ? { ...read, core: read.whole, part: false } : read
  const candidates = people
    ? gazetteer.lookup(`iso:${people}`).slice(0, 1)
    : whole.length > 0
      ? whole
      : gazetteer.lookup(name.core)
  const { start, end } = mention.quote
  const own = name.within ? areaOf(name.within, gazetteer) : null
  const within = own ?? holderAfter(body, end, gazetteer) ?? holderBefore(body, start, gazetteer)
  return { mention, name: own ? name : { ...name, within: null }, within, candidates }
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

function areaOf(text: string, gazetteer: Gazetteer): GazetteerPlace | null {
  const { core } = readPlaceName(text.replace(/^in /, ''))
  return gazetteer.lookup(core).find(({ level }) => level === 'country' || level === 'province') ?? null
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
    help: 'Correct the place in the desk, or add what tells it apart to src/gazetteer/places.tsv.',
  }
}

function unknown(at: Quote): Diagnostic {
  return {
    code: 'place-unknown',
    severity: 'info',
    message: `"${at.exact}" is in no gazetteer: it is kept by its name.`,
    at,
    help: 'Correct the place in the desk, or add it to src/gazetteer/places.tsv.',
  }
}

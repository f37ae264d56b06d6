import type { Diagnostic, Noted } from '../../../model/diagnostic.js'
import type { Labels, Mention } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Sourced } from '../../../model/sourced.js'
import type { Quote } from '../../../model/span.js'
import type { GazetteerPlace, PlaceValue } from '../../../model/values.js'
import type { Gazetteer } from '../../../ports.js'
import { evidence } from '../../../text/quote.js'
import { type Choice, choosePlace } from './choose.js'
import { type Context, reportContext } from './context.js'
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
  const mentions = labels.mentions.filter(({ kind }) => kind === 'place')
  if (mentions.length === 0) return { value: values, notes }
  const context = reportContext(report.body, gazetteer)
  const asked = mentions.map(mention => askFor(mention, report.body, gazetteer))
  const near = asked.flatMap(({ name, within, candidates }) => {
    const first = choosePlace(candidates, { name, within, context, near: [] })
    return first && first.rivals.length === 0 && first.place.level !== 'country' ? [first.place] : []
  })
  for (const { mention, name, within, candidates } of asked) {
    const choice = choosePlace(candidates, { name, within, context, near })
    const sure = choice && choice.rivals.length === 0 ? choice : null
    const note = sure ? null : choice ? ambiguous(mention.quote, choice) : unknown(mention.quote)
    const value = sure ? found(name, sure.place) : unfound(name, within, context)
    if (note && !notes.some(({ message }) => message === note.message)) notes.push(note)
    const rule = sure ? sure.by : within ? 'containment' : value.country ? 'report' : 'unknown'
    const basis = { kind: sure ? ('stated' as const) : ('implied' as const), by: `place:${rule}` }
    values.set(mention.id, { value, basis, evidence: evidence(mention.quote), score: null })
  }
  return { value: values, notes }
}

interface Asked {
  readonly mention: Mention
  readonly name: PlaceName
  readonly within: GazetteerPlace | null
  readonly candidates: readonly GazetteerPlace[]
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
  return { mention, name, within, candidates }
}

function areaOf(text: string, gazetteer: Gazetteer): GazetteerPlace | null {
  const { core } = readPlaceName(text)
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

function unfound(name: PlaceName, within: GazetteerPlace | null, context: Context): PlaceValue {
  return {
    name: name.whole,
    country: within?.country ?? context.main,
    level: placeLevel(name, null),
    known: null,
  }
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

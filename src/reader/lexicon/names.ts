import type { Span } from '../../model/span.js'
import type { GazetteerPlace } from '../../model/values.js'
import type { Phrase } from './chunks.js'
import type { Parsed } from './clauses.js'
import type { Known } from './known.js'
import { type Run, spanOf } from './layout.js'
import { isAreaNoun, isSiteNoun } from './place-nouns.js'

/** A name, or a phrase with one in it. A country is both: it acts, and things happen in it. */
export interface Name {
  readonly kind: 'actor' | 'place'
  readonly span: Span
}

// Words after which a known name is a place, and those after which even an unknown one is.
const towards = new Set(
  'from to into towards toward through between of on via beyond for over off along'.split(' '),
)
const within = new Set('in at near outside around across inside throughout'.split(' '))
// Of these the first stand before people and things as often: a town that few know needs one of the others.
const bound = new Set('from to into towards toward through via'.split(' '))
// Below this many people a town's name is likelier to be somebody's or some word's, unless its place in the sentence speaks for it.
const wellKnown = 100_000
// Below this a name after "of" or "on" is likelier a word or a person.
const littleKnown = 20_000
const isWellKnown = ({ level, population }: GazetteerPlace): boolean =>
  level !== 'district' && (population ?? 0) >= wellKnown
// No place that is told of has more words; a row of capitals may have hundreds.
const longestName = 8
const wide = new Set<GazetteerPlace['level']>(['country', 'province', 'region', 'district', 'water'])

/** Names in a sentence: those that the registry or the gazetteer knows, and those that stand where a place would. */
export function namesIn(body: string, parsed: Parsed, known: Known, inSmallLetters: boolean): Name[] {
  return parsed.phrases.flatMap(phrase => {
    if (inSmallLetters) {
      const run = { first: phrase.first, last: phrase.head }
      const place = placeIn(body, parsed, phrase, run, known, true)
      return place ? [{ kind: 'place', span: spanOf(parsed, place.run) }] : []
    }
    return nameRuns(parsed, phrase).flatMap(run => named(body, parsed, phrase, run, known))
  })
}

/** The runs of capitalised pieces in a phrase. */
function nameRuns({ pieces, isShouted }: Parsed, phrase: Phrase): Run[] {
  // The first word of a sentence has its capital from there.
  const isName = (at: number): boolean => {
    const piece = pieces[at]
    const hasCapital = at > 0 && !isShouted && /^\p{Lu}/u.test(piece?.text ?? '')
    return piece?.pos === 'PROPN' || (hasCapital && (piece?.pos === 'NOUN' || piece?.pos === 'ADJ'))
  }
  const runs: Run[] = []
  for (let at = phrase.first; at <= phrase.last; at++) {
    if (!isName(at)) continue
    const first = at
    while (at < phrase.last && isName(at + 1)) at++
    runs.push({ first, last: at })
  }
  return runs
}

const wordsAt = (body: string, parsed: Parsed, run: Run): string => {
  const { start, end } = spanOf(parsed, run)
  return body.slice(start, end)
}

function named(body: string, parsed: Parsed, phrase: Phrase, run: Run, known: Known): Name[] {
  const name = (kind: Name['kind'], at: Run): Name => ({ kind, span: spanOf(parsed, at) })
  const words = wordsAt(body, parsed, run)
  if (known.actors.claimants(words).length > 0) {
    const isCountry = known.gazetteer.lookup(words)[0]?.level === 'country'
    return isCountry ? [name('actor', run), name('place', run)] : [name('actor', run)]
  }
  const place = placeIn(body, parsed, phrase, run, known, false)
  if (!place) return [name('actor', run)]
  const acts = place.level === 'country' || known.gazetteer.capital(wordsAt(body, parsed, place.run)) !== null
  return acts ? [name('actor', place.run), name('place', place.run)] : [name('place', place.run)]
}

/** The place that a run of names is, with the noun that says what it is ("Idlib province"). */
function placeIn(
  body: string,
  parsed: Parsed,
  phrase: Phrase,
  run: Run,
  known: Known,
  inSmallLetters: boolean,
): { run: Run; level: GazetteerPlace['level'] | null } | null {
  const { pieces } = parsed
  const before = pieces[phrase.first - 1]?.lower ?? ''
  const noun = (pieces[run.last + 1]?.lower ?? '').replace(/s$/, '')
  const last = pieces[run.last]?.lower ?? ''
  const inPhrase = run.last < phrase.last
  const hasArea = inPhrase && isAreaNoun(noun)
  for (let first = Math.max(run.first, run.last + 1 - longestName); first <= run.last; first++) {
    // What is left of a name without its first words may be a kind of place and no place ("Court", "Street").
    if (first === run.last && (isAreaNoun(last) || isSiteNoun(last))) break
    const [found] = known.gazetteer.lookup(wordsAt(body, parsed, { first, last: run.last }), 'written')
    if (!found) continue
    // What counts its people is one of a hundred thousand towns and divisions; what does not is of the project's own list.
    const isSure = found.population === null ? wide.has(found.level) : isWellKnown(found)
    const isPlaced = (towards.has(before) || within.has(before)) && !inPhrase
    const isWhole = first === run.first && !inSmallLetters
    const isHamlet = found.population !== null && found.population > 0 && found.population < littleKnown
    const isLocated = isPlaced && (!isHamlet || within.has(before) || bound.has(before))
    if ((isSure && (isWhole || isPlaced)) || (isLocated && isWhole) || hasArea) {
      return { run: { first, last: run.last + Number(hasArea) }, level: found.level }
    }
  }
  if (inSmallLetters || known.gazetteer.demonym(wordsAt(body, parsed, run)) !== null) return null
  if (hasArea || (inPhrase && isSiteNoun(noun))) {
    return { run: { first: run.first, last: run.last + 1 }, level: null }
  }
  const isKind = isAreaNoun(last) || isSiteNoun(last)
  if (isKind) return run.last > run.first ? { run, level: null } : null
  return within.has(before) && !inPhrase && phrase.first === run.first ? { run, level: null } : null
}

import type { Span } from '../../model/span.js'
import type { GazetteerPlace } from '../../model/values.js'
import type { Phrase, Piece } from './chunks.js'
import type { Parsed } from './clauses.js'
import type { Known } from './known.js'
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
// Below this many people a town's name is likelier to be somebody's or some word's, unless its place in the sentence speaks for it.
const wellKnown = 100_000

/** Names in a sentence: those that the registry or the gazetteer knows, and those that stand where a place would. */
export function namesIn(body: string, parsed: Parsed, known: Known): Name[] {
  return parsed.phrases.flatMap(phrase => {
    const run = parsed.hasCapitals ? nameRun(parsed, phrase) : { first: phrase.first, last: phrase.head }
    return run ? named(body, parsed, phrase, run, known) : []
  })
}

interface Run {
  readonly first: number
  readonly last: number
}

/** The capitalised pieces of a phrase, from the first to the last without a break. */
function nameRun({ pieces, isShouted }: Parsed, phrase: Phrase): Run | null {
  const isName = (piece: Piece | undefined): boolean =>
    piece !== undefined &&
    (piece.pos === 'PROPN' ||
      (!isShouted && /^\p{Lu}/u.test(piece.text) && (piece.pos === 'NOUN' || piece.pos === 'ADJ')))
  let first = phrase.first
  while (first <= phrase.last && !isName(pieces[first])) first++
  let last = first
  while (last < phrase.last && isName(pieces[last + 1])) last++
  return first > phrase.last ? null : { first, last }
}

function named(body: string, parsed: Parsed, phrase: Phrase, run: Run, known: Known): Name[] {
  const { pieces } = parsed
  const textOf = ({ first, last }: Run): string =>
    body.slice(pieces[first]?.start ?? 0, pieces[last]?.end ?? 0)
  const name = (kind: Name['kind'], { first, last }: Run): Name => ({
    kind,
    span: { start: pieces[first]?.start ?? 0, end: pieces[last]?.end ?? 0 },
  })
  if (!parsed.hasCapitals) {
    const place = placeIn(parsed, phrase, run, textOf, known)
    return place ? [name('place', place.run)] : []
  }
  if (known.actors.lookup(textOf(run))) {
    const also = known.gazetteer.lookup(textOf(run))[0]
    return also && also.level === 'country' ? [name('actor', run), name('place', run)] : [name('actor', run)]
  }
  const place = placeIn(parsed, phrase, run, textOf, known)
  if (!place) return [name('actor', run)]
  const acts = place.level === 'country' || known.gazetteer.capital(textOf(place.run)) !== null
  return acts ? [name('actor', place.run), name('place', place.run)] : [name('place', place.run)]
}

/** The place that a run of names is, with the noun that says what it is ("Idlib province"). */
function placeIn(
  parsed: Parsed,
  phrase: Phrase,
  run: Run,
  textOf: (run: Run) => string,
  known: Known,
): { run: Run; level: GazetteerPlace['level'] | null } | null {
  const { pieces } = parsed
  const before = pieces[phrase.first - 1]?.lower ?? ''
  const noun = (pieces[run.last + 1]?.lower ?? '').replace(/s$/, '')
  const withNoun = { first: run.first, last: run.last + 1 }
  const inPhrase = run.last < phrase.last
  for (const candidate of narrower(run)) {
    const [found] = known.gazetteer.lookup(textOf(candidate))
    if (!found) continue
    const certain =
      ['country', 'province', 'region', 'district', 'water'].includes(found.level) ||
      (found.population ?? 0) >= wellKnown
    const placed = (towards.has(before) || within.has(before)) && !inPhrase
    const whole = candidate.first === run.first
    if (!(certain && (whole || placed)) && !placed && !(inPhrase && isAreaNoun(noun))) continue
    return {
      run: inPhrase && isAreaNoun(noun) ? { ...candidate, last: run.last + 1 } : candidate,
      level: found.level,
    }
  }
  if (known.gazetteer.demonym(textOf(run)) !== null || !parsed.hasCapitals) return null
  if (inPhrase && (isAreaNoun(noun) || isSiteNoun(noun))) return { run: withNoun, level: null }
  const last = pieces[run.last]?.lower ?? ''
  if (run.last > run.first && (isAreaNoun(last) || isSiteNoun(last))) return { run, level: null }
  return within.has(before) && !inPhrase && phrase.first === run.first ? { run, level: null } : null
}

/** A run of names, then what is left of it without its first words ("Kurdish Afrin" is sought as "Afrin" too). */
function narrower({ first, last }: Run): Run[] {
  return Array.from({ length: last - first + 1 }, (_, i) => ({ first: first + i, last }))
}

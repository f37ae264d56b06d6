import type { Span } from '../../model/span.js'
import type { Phrase, Piece } from './chunks.js'
import type { Parsed } from './clauses.js'
import type { Known } from './known.js'

/** A name, or a phrase with one in it. */
export interface Name {
  readonly kind: 'actor' | 'place'
  readonly span: Span
}

const placeNouns = new Set(
  'province city town village district governorate region county state island peninsula camp airport airbase base port square street river valley mountain mountains sea gulf strait desert border suburb neighbourhood neighborhood quarter area crossing prison hospital university church mosque bridge market station province enclave capital municipality department'.split(
    ' ',
  ),
)
const locative = new Set(
  'in at near outside around across inside throughout'.split(' '),
)

/** Names in a sentence: those that the registry or the gazetteer knows, and those that stand where a place would. */
export function namesIn(body: string, parsed: Parsed, known: Known): Name[] {
  return parsed.phrases.flatMap(phrase => {
    const run = nameRun(parsed, phrase)
    return run ? named(body, parsed, phrase, run, known) : []
  })
}

interface Run {
  readonly first: number
  readonly last: number
}

/** The capitalised pieces of a phrase, from the first to the last. */
function nameRun({ pieces }: Parsed, phrase: Phrase): Run | null {
  let first = phrase.first
  while (first <= phrase.last && !isName(pieces[first])) first++
  let last = first
  while (last < phrase.last && isName(pieces[last + 1])) last++
  return first > phrase.last ? null : { first, last }
}

const isName = (piece: Piece | undefined): boolean =>
  piece !== undefined && (piece.pos === 'PROPN' || (/^\p{Lu}/u.test(piece.text) && (piece.pos === 'NOUN' || piece.pos === 'ADJ')))

function named(body: string, parsed: Parsed, phrase: Phrase, run: Run, known: Known): Name[] {
  const { pieces } = parsed
  const spanOf = (first: number, last: number): Span => ({
    start: (pieces[first] as Piece).start,
    end: (pieces[last] as Piece).end,
  })
  const text = (first: number, last: number): string => {
    const { start, end } = spanOf(first, last)
    return body.slice(start, end)
  }
  const whole = text(run.first, run.last)
  const names: Name[] = []
  const span = spanOf(run.first, run.last)
  const place = known.gazetteer.lookup(whole).length > 0
  const actor = known.actors.lookup(whole)
  if (actor) names.push({ kind: 'actor', span })
  if (place) names.push({ kind: 'place', span })
  if (!place && !actor && known.gazetteer.demonym(whole) === null) {
    const before = pieces[phrase.first - 1]?.lower ?? ''
    const noun = pieces[run.last + 1]?.lower ?? ''
    if ((locative.has(before) && phrase.last === run.last && phrase.first >= run.first) || (placeNouns.has(noun) && run.last < phrase.last)) names.push({ kind: 'place', span })
    else names.push({ kind: 'actor', span })
  }
  return names
}

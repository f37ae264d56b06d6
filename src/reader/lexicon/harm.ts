import { kinds } from '../../codebook/index.js'
import type { Trigger } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import type { EventKind, HarmKind } from '../../model/vocabulary.js'
import { overlaps } from '../../text/quote.js'
import type { Phrase, Piece } from './chunks.js'
import type { Clause, Parsed } from './clauses.js'
import { type HarmWord, harmWord } from './harm-words.js'
import { isActorNoun, isPersonNoun } from './nouns.js'


/** Harm as a sentence tells it. */
export interface Harm {
  readonly what: HarmKind
  /** The words that count: "at least 20", or "a man" for one. */
  readonly count: Span
  readonly of: Span | null
  /** The piece that tells of the harm. */
  readonly at: number
}

/** Finds the harm to people that a sentence tells; `counts` are the number words in it. */
export function harmsIn(parsed: Parsed, counts: readonly Span[]): Harm[] {
  const found: Harm[] = []
  for (const [at, piece] of parsed.pieces.entries()) {
    const word = harmWord(piece.lemma) ?? harmWord(piece.lower)
    if (!word) continue
    const clause = parsed.clauses.find(({ verb }) => verb === at)
    for (const phrase of clause && word.harmed !== 'noun' ? harmedBy(parsed, clause, word) : harmedIn(parsed, at)) {
      const counted = countOf(parsed, phrase, counts, at)
      if (counted) found.push({ what: whatOf(parsed, at, word.what), at, ...counted })
    }
  }
  return found.filter(({ count, what }, i) => found.findIndex(h => h.count.start === count.start && h.what === what) === i)
}

/** Whom the verb harms, with those that "including" singles out. */
function harmedBy(parsed: Parsed, clause: Clause, { harmed }: HarmWord): readonly Phrase[] {
  const object = clause.object.filter(({ head }) => parsed.pieces[head]?.pos !== 'PRON')
  const lower = parsed.pieces[clause.verb]?.lower ?? ''
  const passive = clause.passive || (object.length === 0 && !lower.endsWith('ing'))
  const phrases = harmed === 'subject' || passive ? clause.subject : object
  return [...phrases, ...included(parsed, clause.verb)]
}

/** "..., including three children": a count and a part of it are two entries. */
function included(parsed: Parsed, from: number): readonly Phrase[] {
  const at = parsed.pieces.findIndex((piece, i) => i > from && (piece.lower === 'including' || piece.lower === 'among'))
  const phrase = at > 0 && at - from < 14 ? parsed.phraseAt(at + 1) : undefined
  return phrase ? parsed.joined(phrase) : []
}

/** Whom a noun or adjective of harm is about: "12 dead", "deaths of 12 people", "death toll rose to 30". */
function harmedIn(parsed: Parsed, at: number): readonly Phrase[] {
  const own = parsed.phraseAt(at)
  const before = parsed.phraseAt(at - 1) ?? (parsed.pieces[at - 1]?.pos === 'AUX' ? parsed.phraseAt(at - 2) : undefined)
  if (own && own.head !== at && parsed.pieces[at]?.lemma !== 'toll' && parsed.pieces[own.head]?.lemma !== 'toll') return []
  const clauses = parsed.clauses.filter(({ subject }) => subject.some(p => p === own))
  const to = clauses.flatMap(({ prepositions }) => prepositions.filter(({ word }) => word === 'to' || word === 'at'))
  const of = parsed.after(own?.last ?? at).prepositions.filter(({ word }, i) => i === 0 && word === 'of')
  const told = [...of, ...to].flatMap(({ phrases }) => phrases)
  return own ? [own, ...told] : before ? [before, ...included(parsed, at)] : []
}

/** "killed or wounded" tells of both and does not tell them apart. */
function whatOf({ pieces }: Parsed, at: number, what: HarmKind): HarmKind {
  const next = pieces[at + 1]?.lower === 'or' ? pieces[at + 2] : undefined
  const previous = pieces[at - 1]?.lower === 'or' ? pieces[at - 2] : undefined
  const other = harmWord(next?.lemma ?? previous?.lemma ?? '')
  return other && other.what !== what ? 'harmed' : what
}

function countOf(
  parsed: Parsed,
  phrase: Phrase,
  counts: readonly Span[],
  at: number,
): Pick<Harm, 'count' | 'of'> | null {
  const { pieces } = parsed
  const first = pieces[phrase.first] as Piece
  const head = pieces[phrase.head] as Piece
  const last = pieces[phrase.last] as Piece
  const end = ofPhrase(parsed, phrase) ?? last
  const number = counts.find(({ start, end: to }) => start < last.end && to > first.start)
  if (number) {
    const from = pieces.find(({ start }) => start >= number.end && start < end.end)
    const rest = from && from.lower === 'of' ? pieces[pieces.indexOf(from) + 1] : from
    const itself = pieces[at] as Piece
    const of = rest && rest !== itself && rest.start < end.end ? { start: rest.start, end: end === itself ? last.end : end.end } : null
    return { count: number, of }
  }
  const one =
    head.pos === 'PROPN' ||
    (isPersonNoun(head.lemma) && !/s$/.test(head.lower) && !/^(men|women|children|people)$/.test(head.lower))
  if (one && phrase.head !== at) return { count: { start: first.start, end: last.end }, of: { start: first.start, end: last.end } }
  if (isActorNoun(head.lemma) && phrase.head !== at) {
    const word = pieces[at] as Piece
    return { count: word, of: { start: first.start, end: end.end } }
  }
  return null
}

/** The end of "dozens of people": the piece that an "of" phrase ends with. */
function ofPhrase(parsed: Parsed, phrase: Phrase): Piece | undefined {
  const inner = parsed.pieces[phrase.last + 1]?.lower === 'of' ? parsed.phraseAt(phrase.last + 2) : undefined
  return inner && parsed.pieces[inner.last]
}

const bodily = (kind: EventKind): boolean => kinds[kind].family === 'violence'

/** Which of a sentence's triggers did the harm told at a piece: the word itself, else the nearest that can. */
export function sufferer(parsed: Parsed, at: number, what: HarmKind, triggers: readonly Trigger[]): Trigger | undefined {
  const piece = parsed.pieces[at] as Piece
  const itself = triggers.find(({ quote }) => overlaps(quote, piece))
  if (itself) return itself
  const distance = ({ quote }: Trigger): number => Math.abs(quote.start - piece.start)
  return triggers.filter(({ kind }) => canHarm(kind, what)).sort((a, b) => distance(a) - distance(b))[0]
}

/** Whether an event of this kind does harm of this sort. */
export function canHarm(kind: EventKind, what: HarmKind): boolean {
  if (what === 'captured') return kind === 'arrest' || kind === 'abduction'
  if (what === 'displaced') return kind === 'displacement' || kind === 'expulsion' || bodily(kind)
  return bodily(kind) || kind === 'crowd-control' || kind === 'riot' || kind === 'protest'
}

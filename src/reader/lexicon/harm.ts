import { kinds } from '../../codebook/index.js'
import type { Mention, Trigger } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import type { EventKind, HarmKind } from '../../model/vocabulary.js'
import { overlaps } from '../../text/quote.js'
import type { Surroundings } from './actors.js'
import { isQuoteMark, type Phrase, withClosingMark } from './chunks.js'
import type { Clause, Parsed } from './clauses.js'
import { frameOf } from './frames.js'
import { type HarmWord, harmWord } from './harm-words.js'
import { isActorNoun, isPersonNoun } from './nouns.js'
import { piecesAt } from './pieces.js'
import { fillersOf } from './slots.js'
import { isTie } from './ties.js'

// Words that count without a number.
const vague = /^(many|several|dozens|hundreds|thousands|scores|millions|others|number|waves?|half)$/

/** Those who came to harm: the words that count them ("at least 20", or "a man" for one), and who they are. */
export interface Counted {
  readonly count: Span
  readonly of: Span | null
}

/** Harm as a sentence tells it. */
export interface Harm extends Counted {
  readonly what: HarmKind
  /** The piece that tells of the harm. */
  readonly at: number
  /** True where it is told that there was harm, and not how much. */
  readonly isUncounted?: boolean
}

/** Finds the harm that a sentence's words of harm tell. */
export function harmsIn({ parsed, mentions: within }: Surroundings): Harm[] {
  return parsed.pieces.flatMap((piece, at) => {
    const word = harmWord(piece.lemma) ?? harmWord(piece.lower)
    if (!word) return []
    const clause = parsed.clauses.find(({ verb }) => verb === at)
    const harmed = clause && word.harmed !== 'noun' ? harmedBy(parsed, clause, word) : harmedIn(parsed, at)
    const told = harmed.flatMap(phrase => {
      const counted = countIn(parsed, phrase, within, word.what, at)
      return counted ? [{ what: whatOf(parsed, at, word.what), at, ...counted }] : []
    })
    return told.length > 0 || !isManyTold(piece.lower)
      ? told
      : [{ what: word.what, at, count: piece, of: null, isUncounted: true }]
  })
}

/** "deaths", "executions": that people were killed at all, and no word of how many. */
const isManyTold = (word: string): boolean =>
  /^(deaths|killings|executions|beheadings|fatalities)$/.test(word)

/** Harm that the kind of an event tells by itself: those arrested are captured, those who flee displaced. */
export function harmsOfKinds({ parsed, triggers, mentions }: Surroundings): Harm[] {
  return triggers.flatMap(trigger => {
    const at = piecesAt(parsed, trigger.quote)
    const frame = frameOf(trigger.kind, at ? (parsed.pieces[at.first]?.lemma ?? '') : '')
    const { harm: what } = frame
    if (!at || !what) return []
    const harmed = trigger.kind === 'displacement' ? 'initiator' : 'target'
    return fillersOf(parsed, at.first, at.last).flatMap(({ slot, first }) => {
      const phrase = frame.part(slot) === harmed ? parsed.phraseAt(first) : undefined
      const counted = phrase && countIn(parsed, phrase, mentions, what, at.first)
      return counted ? [{ what, at: at.first, ...counted }] : []
    })
  })
}

/** Whom the verb harms, with those that "including" singles out. */
function harmedBy(parsed: Parsed, clause: Clause, { harmed }: HarmWord): readonly Phrase[] {
  const verb = parsed.pieces[clause.verb]
  const cutShort =
    clause.object.length === 0 && isTie(verb?.lemma, 'needs object') && !verb?.lower.endsWith('ing')
  const phrases = harmed === 'subject' || clause.passive || cutShort ? clause.subject : clause.object
  return [
    ...phrases,
    ...phrases.flatMap(({ last }) => included(parsed, last)),
    ...included(parsed, clause.verb),
  ]
}

/** "..., including three children": a count and a part of it are two entries. */
function included(parsed: Parsed, from: number): readonly Phrase[] {
  const at = parsed.pieces.findIndex(
    (piece, i) => i > from && i - from < 12 && /^(including|among)$/.test(piece.lower),
  )
  const phrase = at > 0 ? parsed.phraseAt(at + 1) : undefined
  return phrase ? parsed.joined(phrase) : []
}

/** Whom a noun or adjective of harm is about: "12 dead", "deaths of 12 people", "death toll rose to 30". */
function harmedIn(parsed: Parsed, at: number): readonly Phrase[] {
  const own = parsed.phraseAt(at)
  if (!own) {
    const isAfterVerb = parsed.pieces[at - 1]?.pos === 'AUX'
    const before = parsed.phraseAt(isAfterVerb ? at - 2 : at - 1)
    return before ? [before, ...included(parsed, at)] : []
  }
  if (own.head !== at && parsed.pieces[own.head]?.lemma !== 'toll') return []
  const rises = parsed.clauses.filter(({ subject }) => subject.includes(own))
  const to = rises.flatMap(({ prepositions }) =>
    prepositions.filter(({ word }) => word === 'to' || word === 'at'),
  )
  const of = parsed.after(own.last).prepositions.filter(({ word }, i) => i === 0 && word === 'of')
  return [own, ...[...of, ...to].flatMap(({ phrases }) => phrases)]
}

/** "killed or wounded" tells of both and does not tell them apart. */
function whatOf({ pieces }: Parsed, at: number, what: HarmKind): HarmKind {
  const next = pieces[at + 1]?.lower === 'or' ? pieces[at + 2] : undefined
  const previous = pieces[at - 1]?.lower === 'or' ? pieces[at - 2] : undefined
  const other = harmWord(next?.lemma ?? previous?.lemma ?? '')
  return other && other.what !== what ? 'harmed' : what
}

/** How many a phrase counts: a number, a word of quantity, or one person. Null where it does not say. */
function countIn(
  parsed: Parsed,
  phrase: Phrase,
  within: readonly Mention[],
  what: HarmKind,
  at: number,
): Counted | null {
  const { pieces } = parsed
  const [first, head, last] = [pieces[phrase.first], pieces[phrase.head], pieces[phrase.last]]
  if (!first || !head || !last) return null
  const inner = pieces[phrase.last + 1]?.lower === 'of' ? parsed.phraseAt(phrase.last + 2) : undefined
  const ends = inner ? (pieces[inner.last] ?? last) : last
  const whole = { start: first.start, end: last.end }
  // "the two", "whose brother": those already counted, or told of elsewhere.
  if ((first.lower === 'the' && head.pos === 'NUM') || first.lower === 'whose') return null
  if (within.some(({ kind, quote }) => kind === 'time' && overlaps(quote, head))) return null
  const number = within.find(({ kind, quote }) => kind === 'count' && overlaps(quote, whole))
  if (number) {
    const following = pieces.filter(
      ({ start, lower }) => start >= number.quote.end && start < ends.end && !/^(of|one)$/.test(lower),
    )
    const from = following.find(piece => piece !== pieces[at])
    return { count: number.quote, of: from ? { start: from.start, end: ends.end } : null }
  }
  if (vague.test(head.lower) && phrase.head !== at) {
    return { count: whole, of: inner ? spanFrom(parsed, inner) : null }
  }
  // Flights and the like are counted in numbers; only of the dead, hurt and held does "a man" count one.
  if (what === 'displaced' || phrase.head === at || !isOnePerson(parsed, phrase, within, what)) return null
  if (head.pos === 'PRON') return { count: whole, of: null }
  if (first.pos === 'DET' && phrase.head > phrase.first) {
    return { count: first, of: spanFrom(parsed, { ...phrase, first: phrase.first + 1 }) }
  }
  let name = phrase.last
  while (name > phrase.first && pieces[name - 1]?.pos === 'PROPN') name--
  return { count: spanFrom(parsed, { ...phrase, first: name }), of: whole }
}

function isOnePerson(
  { pieces }: Parsed,
  phrase: Phrase,
  within: readonly Mention[],
  what: HarmKind,
): boolean {
  const head = pieces[phrase.head]
  if (!head) return false
  if (head.pos === 'PRON') return what !== 'captured' && /^(he|she|him|her)$/.test(head.lower)
  // "PERSON KILLED" counts no more than "person" does.
  if (phrase.first === phrase.last && /^(\p{Ll}+|\p{Lu}+)$/u.test(head.text)) return false
  if (isPersonNoun(head.lemma)) return !/[^s]s$|^(men|women|children|people)$/.test(head.lower)
  const isPlace = within.some(({ kind, quote }) => kind === 'place' && overlaps(quote, head))
  return (
    head.pos === 'PROPN' &&
    !isPlace &&
    !isActorNoun(head.lemma) &&
    /^\p{Lu}\p{Ll}+[^s\P{Ll}]$/u.test(head.text)
  )
}

function spanFrom({ pieces }: Parsed, { first, last }: Phrase): Span {
  const from = isQuoteMark(pieces[first]) ? first + 1 : first
  return { start: pieces[from]?.start ?? 0, end: pieces[withClosingMark(pieces, from, last)]?.end ?? 0 }
}

/** Which of a sentence's triggers did the harm told at a piece: the word itself, else the nearest that can. */
export function doerOf({ parsed, triggers }: Surroundings, { at, what }: Harm): Trigger | undefined {
  const piece = parsed.pieces[at]
  if (!piece) return undefined
  const itself = triggers.find(({ quote }) => overlaps(quote, piece))
  if (itself) return itself
  const distance = ({ quote }: Trigger): number => Math.abs(quote.start - piece.start)
  return triggers.filter(({ kind }) => canHarm(kind, what)).sort((a, b) => distance(a) - distance(b))[0]
}

/** Whether an event of this kind does harm of this sort. */
export function canHarm(kind: EventKind, what: HarmKind): boolean {
  const isViolent = kinds[kind].family === 'violence'
  if (what === 'captured') return kind === 'arrest' || kind === 'abduction'
  if (what === 'displaced') return kind === 'displacement' || kind === 'expulsion' || isViolent
  return isViolent || kind === 'crowd-control' || kind === 'riot' || kind === 'protest'
}

import { mendTags } from './mend-tags.js'
import type { Piece } from './piece.js'
import type { TaggedSentence, Word } from './tag.js'

/** A noun phrase without what hangs on it: pieces `first` to `last`, both included. */
export interface Phrase {
  readonly first: number
  readonly last: number
  /** The piece that names the thing: the last noun, or the pronoun, number or adjective that stands for one. */
  readonly head: number
}

const standAlone = new Set(['many', 'some', 'others', 'several', 'most', 'all', 'those', 'both', 'none'])
const approximating =
  /^(at (least|most)|(more|less|fewer) than|up to|as many as|about|around|nearly|almost|over|only|just|roughly|approximately|some|an? (estimated|additional|further))$/
const relatives = new Set(['who', 'which', 'that', 'whom', 'where', 'when', 'what', 'whose'])

/** Whether a piece is a quotation mark. */
export const isQuoteMark = (piece: Piece | undefined): boolean =>
  piece !== undefined && /^["“”'‘’]$/.test(piece.text)

// What is quoted within a name is short, and tells nothing by itself (“the 'king of Velat'”).
const quotedWords = 5

/** The last piece of a stretch, or the mark after it that closes a quotation opened within (‘a "spy"’). */
export function withClosingMark(pieces: readonly Piece[], first: number, last: number): number {
  const marks = pieces.slice(first, last + 1).filter(isQuoteMark).length
  if (marks % 2 === 0) return last
  for (let at = last + 1; at <= last + quotedWords; at++) {
    const piece = pieces[at]
    if (isQuoteMark(piece)) return at
    if (!piece || /^(VERB|AUX|PUNCT)$/.test(piece.pos)) return last
  }
  return last
}

const calendar =
  /^((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/
// A day's name does not run on into a person's ("On Sunday Mr Smith").
const isCalendar = (piece: Piece | undefined): boolean =>
  piece !== undefined && /^\p{Lu}/u.test(piece.text) && calendar.test(piece.lower)

/** Joins words that no blank parts at a hyphen, and mends tags that are plainly wrong in their place. */
export function piecesOf({ words }: TaggedSentence): Piece[] {
  const pieces: Piece[] = []
  let parts: Word[] = []
  const flush = (): void => {
    const [first, ...rest] = parts
    if (first) pieces.push(joined(first, rest))
    parts = []
  }
  for (const word of words) {
    if (word.pos === 'SPACE') continue
    const last = parts.at(-1)
    if (!last || last.end !== word.start || !(isHyphen(word) || isHyphen(last) || isCutName(last, word)))
      flush()
    parts.push(word)
  }
  flush()
  return mendTags(pieces)
}

// The tagger cuts names at letters that English lacks.
const isCutName = (a: Word, b: Word): boolean =>
  /\p{L}$/u.test(a.text) && /^\p{L}/u.test(b.text) && /[^\p{ASCII}]/u.test(a.text + b.text)

const isHyphen = ({ text }: Word): boolean => /^[-‑]$/.test(text)

function joined(first: Word, rest: readonly Word[]): Piece {
  const last = rest.at(-1)
  if (!last) return first
  const text = [first, ...rest].map(part => part.text).join('')
  const named = /^\p{Lu}/u.test(last.text) || last.pos === 'PROPN' || /^\p{Lu}\p{L}*$/u.test(text)
  const pos = named ? 'PROPN' : last.pos === 'VERB' ? 'ADJ' : last.pos === 'PUNCT' ? first.pos : last.pos
  return {
    start: first.start,
    end: last.end,
    text,
    lower: text.toLowerCase(),
    lemma: text.toLowerCase(),
    pos,
  }
}

/** The noun phrases of a sentence, in order, none within another. */
export function phrasesOf(pieces: readonly Piece[]): Phrase[] {
  const phrases: Phrase[] = []
  for (let at = 0; at < pieces.length; at++) {
    const phrase = phraseAt(pieces, at)
    if (!phrase) continue
    phrases.push(phrase)
    at = phrase.last
  }
  return phrases
}

function phraseAt(pieces: readonly Piece[], first: number): Phrase | null {
  const opener = pieces[first]
  if (!opener) return null
  if (opener.pos === 'PRON') return relatives.has(opener.lower) ? null : { first, last: first, head: first }
  // "On 3 May 2030 gunmen": the year counts nobody.
  if (/^(19|20)\d\d$/.test(opener.text) && isCalendar(pieces[first - 1]))
    return { first, last: first, head: first }
  let noun = -1
  let owner = -1
  let weak = -1 // a number, adjective or determiner that may stand for a noun
  let at = numberFrom(pieces, first)
  for (; at < pieces.length; at++) {
    const piece = pieces[at]
    if (!piece) break
    if (noun >= 0 && piece.pos !== 'PART' && isCalendar(pieces[noun]) !== isCalendar(piece)) break
    if (piece.pos === 'NOUN' || piece.pos === 'PROPN') noun = at
    else if (piece.pos === 'NUM' && noun < 0) weak = at
    else if (piece.pos === 'ADJ' && (noun < 0 || goesOn(pieces, at))) weak = at
    else if (piece.pos === 'DET' && noun < 0) weak = standAlone.has(piece.lower) ? at : weak
    else if (piece.pos === 'PART' && /^['’]s?$/.test(piece.lower) && noun >= 0) {
      owner = noun
      noun = -1
    } else if (!((isQuoteMark(piece) || (piece.text === '&' && noun >= 0)) && goesOn(pieces, at))) break
  }
  if (noun < 0 && weak < owner) noun = owner
  if (noun >= 0) return { first, last: noun, head: noun }
  if (weak < 0) return null
  // A bare adjective is no phrase ("left 12 dead"); after "the" it is ("the wounded").
  const bare = pieces[weak]?.pos === 'ADJ' && opener.pos !== 'DET' && !standAlone.has(opener.lower)
  if (!bare) return { first, last: weak, head: weak }
  return pieces[weak - 1]?.pos === 'NUM' && weak > first ? { first, last: weak - 1, head: weak - 1 } : null
}

/** Skips "at least", "more than", "up to" before a number. */
function numberFrom(pieces: readonly Piece[], start: number): number {
  for (let length = 1; length <= 3; length++) {
    if (pieces[start + length]?.pos !== 'NUM') continue
    const words = pieces.slice(start, start + length).map(({ lower }) => lower)
    if (approximating.test(words.join(' '))) return start + length
  }
  return start
}

/** Whether the phrase goes on after piece `at`. */
function goesOn(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1]
  return next?.pos === 'NOUN' || next?.pos === 'PROPN' || next?.pos === 'ADJ'
}

import type { Span } from '../../model/span.js'
import { type Phrase, phrasesOf, piecesOf } from './chunks.js'
import type { Piece } from './piece.js'
import type { TaggedSentence } from './tag.js'

/** A sentence in its pieces and noun phrases. */
export interface Layout {
  readonly pieces: readonly Piece[]
  readonly phrases: readonly Phrase[]
  /** The phrase that a piece lies in. */
  phraseAt(piece: number): Phrase | undefined
  /** False for text all in small letters, where names cannot be told by their looks. */
  readonly hasCapitals: boolean
  /** True for text all in capitals. */
  readonly isShouted: boolean
}

/** Pieces `first` to `last`, both included. */
export interface Run {
  readonly first: number
  readonly last: number
}

/** Where a run of pieces stands in the body. */
export function spanOf({ pieces }: Layout, { first, last }: Run): Span {
  return { start: pieces[first]?.start ?? 0, end: pieces[last]?.end ?? 0 }
}

/** Lays out a sentence. */
export function layOut(sentence: TaggedSentence): Layout {
  const pieces = piecesOf(sentence)
  const phrases = phrasesOf(pieces)
  const byPiece = new Map<number, Phrase>()
  for (const phrase of phrases) {
    for (let piece = phrase.first; piece <= phrase.last; piece++) byPiece.set(piece, phrase)
  }
  return {
    pieces,
    phrases,
    phraseAt: piece => byPiece.get(piece),
    hasCapitals: pieces.some(({ text }) => /\p{Lu}/u.test(text)),
    isShouted: !pieces.some(({ text }) => /\p{Ll}/u.test(text)),
  }
}

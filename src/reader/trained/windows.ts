import type { Tokenizer } from '@huggingface/tokenizers'
import type { Sentence } from '../../model/sentence.js'
import type { Span } from '../../model/span.js'

/** Words `first` to `last`, both included. */
export interface WordSpan {
  readonly first: number
  readonly last: number
}

/** Words `from` up to, not including, `to`. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** The words of a report with the pieces that the model sees of them; columns, for a report may have 100,000 words. */
export interface Words {
  readonly count: number
  /** Of each word, in UTF-16 code units of the body. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** Which sentence each word stands in. */
  readonly sentence: Int32Array
  /** All words' pieces; those of word i are `pieces[pieceAt[i]]` up to `pieces[pieceAt[i + 1]]`. */
  readonly pieces: Int32Array
  readonly pieceAt: Int32Array
  /** 1 where the vocabulary lacks the word: it has no piece for part of it, or spells it letter by letter. */
  readonly unread: Uint8Array
}

const unknown = 100 // [UNK] of the vocabulary

/**
 * Cuts the words of sentences into at most `longest` pieces each (what is longer is no word: "aaaa…"). Words keep their
 * spans, so that no offset is ever guessed from pieces.
 */
export function cutWords(
  body: string,
  sentences: readonly Sentence[],
  tokenizer: Tokenizer,
  longest: number,
): Words {
  const known = new Map<string, readonly number[]>()
  const piecesOf = (word: string): readonly number[] => {
    const before = known.get(word)
    if (before) return before
    const found = tokenizer.encode(word).ids.slice(1, -1).slice(0, longest)
    const pieces = found.length > 0 ? found : [unknown]
    known.set(word, pieces)
    return pieces
  }
  const count = sentences.reduce((sum, { tokens }) => sum + tokens.length, 0)
  const column = (): Int32Array => new Int32Array(count)
  const words = { count, start: column(), end: column(), sentence: column(), unread: new Uint8Array(count) }
  const pieceAt = new Int32Array(count + 1)
  const pieces: number[] = []
  let i = 0
  for (const [sentence, { tokens }] of sentences.entries()) {
    for (const { start, end } of tokens) {
      const word = body.slice(start, end)
      const cut = piecesOf(word)
      words.start[i] = start
      words.end[i] = end
      words.sentence[i] = sentence
      words.unread[i] = lacks(word, cut, longest) ? 1 : 0
      for (const piece of cut) pieces.push(piece)
      pieceAt[++i] = pieces.length
    }
  }
  return { ...words, pieces: Int32Array.from(pieces), pieceAt }
}

function lacks(word: string, pieces: readonly number[], longest: number): boolean {
  const letters = word.match(/\p{L}/gu)?.length ?? 0
  return (
    letters > 0 &&
    (pieces.includes(unknown) || (pieces.length > 3 && pieces.length >= Math.min(letters, longest)))
  )
}

/** How many pieces the words `from` up to `to` have. */
export function pieceCount({ pieceAt }: Words, from: number, to: number): number {
  return (pieceAt[to] ?? 0) - (pieceAt[from] ?? 0)
}

/**
 * Windows of whole words, of at most `size` pieces each, that overlap by `overlap` pieces or a little more, so that
 * nothing is lost at an edge. The same cut as in training.
 */
export function windowsOf(
  words: Words,
  { size, overlap }: { readonly size: number; readonly overlap: number },
): Window[] {
  const windows: Window[] = []
  let from = 0
  while (from < words.count) {
    let to = from
    while (to < words.count && pieceCount(words, from, to + 1) <= size) to++
    windows.push({ from, to })
    if (to >= words.count) break
    let next = to
    while (next > from + 1 && pieceCount(words, next, to) < overlap) next--
    from = next
  }
  return windows
}

/** How far, in words, a stretch stands from the nearest edge of a window; the ends of the report are no edges. */
export function roomIn({ from, to }: Window, first: number, last: number, count: number): number {
  if (first < from || last >= to) return -1
  return Math.min(from === 0 ? count : first - from, to === count ? count : to - 1 - last)
}

/** The words that a span of the body covers, if it covers any and not more than `most`. */
export function wordsAt({ count, start, end }: Words, span: Span, most = 60): WordSpan | null {
  let first = 0
  let high = count
  while (first < high) {
    const middle = (first + high) >> 1
    if ((end[middle] ?? 0) > span.start) high = middle
    else first = middle + 1
  }
  let last = first - 1
  while (last + 1 < count && (start[last + 1] ?? 0) < span.end) last++
  return last >= first && last - first < most ? { first, last } : null
}

import type { Span } from '../../model/span.js'
import { phrasesOf, piecesOf } from './chunks.js'
import { firstEndingAfter } from './span-search.js'
import type { TaggedSentence, Word } from './tag.js'

/** A stretch of a sentence's words: `from` up to, not including, `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** A noun phrase without what hangs on it; `head` is the word that names the thing. */
export interface NounPhrase extends Range {
  readonly head: number
}

/** A sentence prepared for reading who speaks in it. */
export interface Passage {
  readonly start: number
  readonly end: number
  readonly words: readonly Word[]
  /** The noun phrase that a word stands in. */
  readonly phraseAt: ReadonlyMap<number, NounPhrase>
  /** The quotation that each word stands in, by its place in the list of quotations; -1 outside. */
  readonly quoted: readonly number[]
  /** The quotation that ends right before the sentence, as in `“Run!” he said.` */
  readonly before: Span | null
}

/** Prepares sentences; quotations are in order of the text. */
export function passagesOf(
  body: string,
  tagged: readonly TaggedSentence[],
  quotations: readonly Span[],
): Passage[] {
  return tagged.map(sentenceTagged => {
    const { sentence } = sentenceTagged
    const words = piecesOf(sentenceTagged)
    const phraseAt = new Map<number, NounPhrase>()
    for (const { first, last, head } of phrasesOf(words)) {
      const phrase = mended(words, { from: first, to: last + 1, head })
      for (let i = phrase.from; i < phrase.to; i++) phraseAt.set(i, phrase)
    }
    const quoted = words.map(word => {
      const at = firstEndingAfter(quotations, word.start)
      const quotation = quotations[at]
      return quotation && quotation.start <= word.start && word.end <= quotation.end ? at : -1
    })
    const before = quotations[firstEndingAfter(quotations, sentence.start) - 1]
    const adjoins = before && /^ *$/.test(body.slice(before.end, sentence.start))
    return {
      start: sentence.start,
      end: sentence.end,
      words,
      phraseAt,
      quoted,
      before: adjoins ? before : null,
    }
  })
}

/** A phrase less a quotation mark before it, and with an adjective that names its thing ("the Syrian military"). */
function mended(words: readonly Word[], { from, to, head }: NounPhrase): NounPhrase {
  const marked = /^["“”‘’']$/.test(words[from]?.text ?? '') && from < head
  const named = /^(the|a)$/.test(words[from]?.lower ?? '') && words[to]?.pos === 'ADJ'
  const ends = !/^(NOUN|PROPN|ADJ|ADP|CCONJ)$/.test(words[to + 1]?.pos ?? '')
  return named && ends ? { from, to: to + 1, head: to } : { from: marked ? from + 1 : from, to, head }
}

export function spanOf(words: readonly Word[], { from, to }: Range): Span | null {
  const [first, last] = [words[from], words[to - 1]]
  return first && last && from < to ? { start: first.start, end: last.end } : null
}

import type { Token } from '../../model/sentence.js'
import type { Span } from '../../model/span.js'

const words = new Intl.Segmenter('en', { granularity: 'word' })

/** `Intl.Segmenter` takes quadratic time in the length of its text, so it gets pieces that end before white space. */
const piece = /[\s\S]{1,400}(?=\s|$)|[\s\S]{1,400}/gu

/** The words, numbers and marks within a span, by Unicode's word boundaries, a possessive `'s` apart from its word. */
export function tokensOf(body: string, { start, end }: Span): Token[] {
  const tokens: Token[] = []
  for (const { 0: text, index: offset } of body.slice(start, end).matchAll(piece)) {
    for (const { segment, index } of words.segment(text)) {
      const word = segment.trimStart() // a combining mark takes the blank before it for its letter
      const blank = segment.length - word.length
      if (word !== '') tokens.push(...withoutPossessive(word, start + offset + index + blank))
    }
  }
  return tokens
}

function withoutPossessive(word: string, start: number): Token[] {
  const end = start + word.length
  if (!/.['’][sS]$/u.test(word)) return [{ start, end }]
  return [
    { start, end: end - 2 },
    { start: end - 2, end },
  ]
}

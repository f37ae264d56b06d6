import type { Span } from '../../../model/span.js'

/** A word, numeral or mark of a text, with its lower-case form. */
export interface Word extends Span {
  readonly text: string
  readonly lower: string
}

// A numeral keeps its separators and any suffix ("1,20,000", "3.3", "12th", "50+"); a hyphenated word is one word.
const pattern =
  /\d+(?:[,.\u00a0\u2009\u202f]\d+)*(?:st|nd|rd|th|s|k|m|bn)?(?![\p{L}\d])|[\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}]+)*|\d+|\S/gu

/** The words of a stretch of text, in order, at their places in the whole text. */
export function wordsOf(body: string, { start, end }: Span): Word[] {
  return Array.from(body.slice(start, end).matchAll(pattern), match => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    text: match[0],
    lower: match[0].toLowerCase(),
  }))
}

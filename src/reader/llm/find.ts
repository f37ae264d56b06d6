import type { Quote, Span } from '../../model/span.js'
import { contains, quoteAt } from '../../text/quote.js'
import type { Part } from './parts.js'

/** Finds the words that an answer quotes. */
export interface Finder {
  /**
   * Where a quote's words stand: its nth whole-word occurrence for `words@n`, else the first; the report's own words are
   * given. Words that are not there give a quote that no body holds, for stage 4 to refuse.
   */
  find(quote: string): Quote
  /** As `find`, but where no occurrence is named, one within the given stretches, else the one nearest to the first of them. */
  near(quote: string, stretches: readonly Span[]): Quote
  /** Whether the words are there at all. */
  has(quote: string): boolean
}

/** Finds quotes in a part of a body. */
export function finderIn(body: string, part: Part): Finder {
  const plain = part.map(({ start, end }) => ({ start, text: plainly(body.slice(start, end)) }))
  const matches = (pattern: RegExp): Span[] =>
    plain.flatMap(({ start, text }) =>
      [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
        start: start + index,
        end: start + index + length,
      })),
    )
  const occurrences = (words: string): Span[] => {
    const pattern = patternOf(words)
    if (pattern === '') return []
    // Whole words first; a script without spaces has none.
    const whole = matches(new RegExp(`${boundBefore(words)}${pattern}${boundAfter(words)}`, 'gu'))
    return whole.length > 0 ? whole : matches(new RegExp(pattern, 'gu'))
  }
  const at = (span: Span | undefined, words: string): Quote =>
    span ? quoteAt(body, span) : { start: body.length, end: body.length + words.length, exact: words }
  const find = (quote: string): Quote => {
    const { words, nth } = parse(quote)
    return at(occurrences(words)[(nth ?? 1) - 1], words)
  }
  return {
    find,
    near(quote, stretches) {
      const { words, nth } = parse(quote)
      const [first] = stretches
      if (nth !== null || !first) return find(quote)
      const found = occurrences(words)
      const within = found.find(span => stretches.some(stretch => contains(stretch, span)))
      const away = (span: Span): number => Math.abs(span.start - first.start)
      return at(within ?? found.sort((a, b) => away(a) - away(b))[0], words)
    },
    has: quote => occurrences(parse(quote).words).length > 0,
  }
}

function parse(quote: string): { words: string; nth: number | null } {
  const [, words, nth] = /^(.+)@([1-9]\d*)$/s.exec(quote) ?? []
  return words !== undefined ? { words, nth: Number(nth) } : { words: quote, nth: null }
}

/**
 * A text with one way to write white space, quotation marks and dashes, letter for letter: models write them their own way,
 * and no report means anything else by another.
 */
function plainly(text: string): string {
  return text
    .replace(/\s/g, ' ')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
}

const patternOf = (words: string): string =>
  plainly(words)
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/ +/g, ' +')

const boundBefore = (words: string): string => (/^\s*[\p{L}\p{N}]/u.test(words) ? '(?<![\\p{L}\\p{N}])' : '')
const boundAfter = (words: string): string => (/[\p{L}\p{N}]\s*$/u.test(words) ? '(?![\\p{L}\\p{N}])' : '')

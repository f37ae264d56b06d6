import type { Span } from '../../../model/span.js'
import { offsetMap } from '../../../text/offsets.js'
import type { QuoteEntry } from './coding.js'

/** Finds the quotes of a coding in a report's text, in code points; quotes that do not stand in it are left out. */
export type Locate = (quotes: readonly QuoteEntry[] | null | undefined) => Span[]

/** `words@2` is the second occurrence of the words, without `@` the first (codebook section 6). */
export function quoteFinder(text: string): Locate {
  const offsets = offsetMap(text)
  const find = (words: string, from: number): number => {
    const start = offsets.toUtf16(from)
    const at = start > text.length ? -1 : text.indexOf(words, start)
    return at < 0 ? -1 : offsets.toCodePoints(at)
  }
  const locate = (quote: QuoteEntry): Span | null => {
    if (typeof quote !== 'string') return { start: quote.start, end: quote.end }
    const numbered = /^([\s\S]*)@(\d+)$/.exec(quote)
    const words = numbered?.[1] ?? quote
    let at = -1
    for (let left = Number(numbered?.[2] ?? 1); left > 0; left--) {
      at = find(words, at + 1)
      if (at < 0) return null
    }
    return { start: at, end: at + [...words].length }
  }
  return quotes => (quotes ?? []).map(locate).filter(span => span !== null)
}

/** Whether any span of one list overlaps any of the other. */
export function anyOverlap(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some(x => b.some(y => x.start < y.end && y.start < x.end))
}

/** Whether any two spans start within 80 characters of each other. */
export function anyNear(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some(x => b.some(y => Math.abs(x.start - y.start) <= 80))
}

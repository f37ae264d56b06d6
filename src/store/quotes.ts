import type { Quote } from '../model/span.js'

/** A quote and the way to it from what holds it (`harm.0.evidence.1`). */
export interface QuoteAt {
  readonly path: string
  readonly quote: Quote
}

/** Every quote within a part of the record, wherever the model keeps one: by shape, so that none is forgotten. */
export function quotesIn(value: unknown): QuoteAt[] {
  const found: QuoteAt[] = []
  gather(value, '', found)
  return found
}

function gather(value: unknown, path: string, into: QuoteAt[]): void {
  if (typeof value !== 'object' || value === null) return
  if (isQuote(value)) into.push({ path, quote: value })
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'object') gather(part, path ? `${path}.${key}` : key, into)
  }
}

function isQuote(value: object): value is Quote {
  return (
    'exact' in value &&
    typeof value.exact === 'string' &&
    'start' in value &&
    typeof value.start === 'number' &&
    'end' in value &&
    typeof value.end === 'number'
  )
}

/** The field that a quote is evidence of, as a Review names it: `harm.0` of `harm.0.evidence.1`. */
export function fieldOf(path: string): string {
  return path.replace(/\.evidence\.\d+$/, '')
}

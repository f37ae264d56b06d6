import type { Evidence, Quote, Span } from '../model/span.js'

/**
 * The words at a span of a body.
 * @throws RangeError where the span is empty or leaves the body: a fault in the program, not in the report.
 */
export function quoteAt(body: string, { start, end }: Span): Quote {
  if (!(start >= 0 && start < end && end <= body.length)) {
    throw new RangeError(`no words at ${start}..${end} of a body of ${body.length}`)
  }
  return { start, end, exact: body.slice(start, end) }
}

/** Whether a quote still says what the body says. */
export function holds(body: string, { start, end, exact }: Quote): boolean {
  return start < end && body.slice(start, end) === exact
}

export function evidence(first: Quote, ...rest: readonly Quote[]): Evidence {
  return [first, ...rest]
}

/** Quotes in order of the text, each stretch once. */
export function inTextOrder(quotes: readonly Quote[]): Quote[] {
  const seen = new Map(quotes.map(quote => [`${quote.start}:${quote.end}`, quote]))
  return [...seen.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

import type { Span } from '../../model/span.js'
import { assign, type Pair } from './assignment.js'
import { type Tally, tallyOf } from './tally.js'

/** Spans of one text, with whatever the scorer asks of them. */
export interface SpanItem<S extends Span = Span> {
  readonly gold: readonly S[]
  readonly system: readonly S[]
}

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/**
 * Pairs spans that overlap, one to one: as many as can be, and of those pairings one with the most exact pairs. `may`
 * narrows which spans can pair at all.
 */
export function pairSpans<G extends Span, S extends Span>(
  gold: readonly G[],
  system: readonly S[],
  may: (g: G, s: S) => boolean = () => true,
): Pair[] {
  // One more pair must always outweigh any number of exact ones.
  const weight = Math.min(gold.length, system.length) + 1
  return assign(
    gold.map(g => system.map(s => (overlap(g, s) && may(g, s) ? weight + (sameSpan(g, s) ? 1 : 0) : 0))),
  )
}

/** Spans found at exactly the gold's offsets. */
export function exactTally<S extends Span>(
  items: readonly SpanItem<S>[],
  key: (span: S) => string = () => '',
): Tally {
  return total(items, ({ gold, system }) => {
    const left = new Map<string, number>()
    const keyOf = (span: S): string => `${span.start}:${span.end}:${key(span)}`
    for (const span of gold) left.set(keyOf(span), (left.get(keyOf(span)) ?? 0) + 1)
    return system.filter(span => {
      const open = left.get(keyOf(span)) ?? 0
      left.set(keyOf(span), open - 1)
      return open > 0
    }).length
  })
}

/** Spans that overlap a gold span, each paired with one at most. */
export function overlapTally<S extends Span>(
  items: readonly SpanItem<S>[],
  key: (span: S) => string = () => '',
): Tally {
  return total(items, ({ gold, system }) => pairSpans(gold, system, (g, s) => key(g) === key(s)).length)
}

function total<S extends Span>(items: readonly SpanItem<S>[], right: (item: SpanItem<S>) => number): Tally {
  const sum = (of: (item: SpanItem<S>) => number): number => items.reduce((n, item) => n + of(item), 0)
  return tallyOf(
    sum(right),
    sum(({ gold }) => gold.length),
    sum(({ system }) => system.length),
  )
}

/** Tokens of a text that lie in any of the spans, by their place among the tokens. */
export function tokensWithin(tokens: readonly Span[], spans: readonly Span[]): ReadonlySet<number> {
  return new Set(tokens.flatMap((token, i) => (spans.some(span => overlap(token, span)) ? [i] : [])))
}

/** Words and single marks of a text. */
export function tokenize(text: string): Span[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu)].map(({ index, 0: token }) => ({
    start: index,
    end: index + token.length,
  }))
}

/** Tokens that lie in the system's spans and in the gold's. */
export function tokenTally(items: readonly (SpanItem & { readonly text: string })[]): Tally {
  const counts = items.map(({ text, gold, system }) => {
    const tokens = tokenize(text)
    const [g, s] = [tokensWithin(tokens, gold), tokensWithin(tokens, system)]
    return { tp: [...s].filter(i => g.has(i)).length, gold: g.size, system: s.size }
  })
  const sum = (of: 'tp' | 'gold' | 'system'): number => counts.reduce((n, count) => n + count[of], 0)
  return tallyOf(sum('tp'), sum('gold'), sum('system'))
}

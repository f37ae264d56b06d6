import type { Quote } from '../../../model/span.js'
import { type Around, type Counted, fitsIn, partRules, totalRules } from './relations.js'

/** How a count stands to others: the rule that makes it a running total, and what it is part of. */
export interface Related {
  readonly total: string | null
  readonly part: { readonly rule: string; readonly whole: Counted; readonly fits: boolean } | null
}

/** How far a sentence is looked at on either side of a count (UTF-16 code units). */
const reach = 240
const sentenceEnd = /[.!?][”"’)]*\s+(?=[\p{Lu}“"‘(])|\n/u

/** Tells parts and running totals among the counts of a text, each within its own sentence. Linear in their number. */
export function relate(body: string, counts: readonly Counted[]): ReadonlyMap<Quote, Related> {
  const inOrder = [...counts].sort((a, b) => a.quote.start - b.quote.start)
  const related = inOrder.map((count, i): readonly [Quote, Related] => {
    const around = aroundOf(body, inOrder, i)
    const total = totalRules.find(({ find }) => find(count, around) !== null)?.rule ?? null
    const [part = null] = partRules.flatMap(({ rule, find }) => {
      const whole = find(count, around)
      return whole ? [{ rule, whole, fits: fitsIn(count, whole) }] : []
    })
    return [count.quote, { total, part }]
  })
  return new Map(related)
}

function aroundOf(body: string, counts: readonly Counted[], at: number): Around {
  const { start, end } = counts[at]?.quote ?? { start: 0, end: 0 }
  const before =
    body
      .slice(Math.max(0, start - reach), start)
      .split(sentenceEnd)
      .at(-1) ?? ''
  const after = body.slice(end, end + reach).split(sentenceEnd, 1)[0] ?? ''
  const flat = (text: string): string => text.replace(/\s/g, ' ')
  // Most rules look at one neighbour: what stands between is read only where it is asked for.
  const beside = ({ quote, amount }: Counted, from: number, to: number) => ({
    quote,
    amount,
    get between() {
      return flat(body.slice(from, to))
    },
  })
  const earlier: (Counted & { readonly between: string })[] = []
  for (let i = at - 1; i >= 0; i--) {
    const one = counts[i]
    if (!one || one.quote.start < start - before.length) break
    if (one.quote.end <= start) earlier.push(beside(one, one.quote.end, start))
  }
  earlier.reverse()
  const later: (Counted & { readonly between: string })[] = []
  for (let i = at + 1; i < counts.length; i++) {
    const one = counts[i]
    if (!one || one.quote.start >= end + after.length) break
    if (one.quote.start >= end) later.push(beside(one, end, one.quote.start))
  }
  return { before: flat(before), after: flat(after), earlier, later }
}

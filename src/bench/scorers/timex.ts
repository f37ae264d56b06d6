import type { Span } from '../../model/span.js'
import { exactTally, overlapTally, pairSpans, type SpanItem } from './spans.js'
import { prf, type Tally } from './tally.js'

/** A time expression; its value is TIMEX's, null where none is given. */
export interface TimexSpan extends Span {
  readonly value: string | null
}

export interface TimexScore {
  readonly strict: Tally
  readonly relaxed: Tally
  /** Of the pairs whose gold value counts: how many, and how many have the same value. */
  readonly compared: number
  readonly sameValue: number
  /** Relaxed F1 times the share of compared pairs with the same value, 0..1. */
  readonly valueF1: number
}

/**
 * TempEval-3's task A (UzZaman et al. 2013): strict spans are equal, relaxed ones overlap; value F1 is relaxed F1 times
 * the accuracy of the value on paired expressions. `counts` says which gold values are compared.
 */
export function scoreTimexes(
  items: readonly SpanItem<TimexSpan>[],
  counts: (value: string | null) => boolean = () => true,
): TimexScore {
  const compared = items.flatMap(({ gold, system }) =>
    pairSpans(gold, system)
      .map(([i, j]) => ({ gold: gold[i]?.value ?? null, system: system[j]?.value ?? null }))
      .filter(pair => counts(pair.gold)),
  )
  const sameValue = compared.filter(pair => pair.gold !== null && pair.gold === pair.system).length
  const relaxed = overlapTally(items)
  const accuracy = compared.length ? sameValue / compared.length : 0
  return {
    strict: exactTally(items),
    relaxed,
    compared: compared.length,
    sameValue,
    valueF1: prf(relaxed).f1 * accuracy,
  }
}

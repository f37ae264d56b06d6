import { type Prf, prf, type Tally } from './scorers/tally.js'

/** One number of the battery. */
export interface Measure {
  readonly metric: string
  /** In `unit`; null where there is none to give, and then `note` says why. */
  readonly value: number | null
  readonly unit: '%' | 'km' | 'ms' | 'MB' | 'reports/s' | 'mentions/s' | 'r' | 'points' | ''
  /** In percent, beside an F1. */
  readonly p?: number
  readonly r?: number
  /** What was measured over: gold items, unless the metric says otherwise. */
  readonly n: number
  /** A published number for the same benchmark, with its source; null where there is none. */
  readonly anchor: string | null
  readonly note: string | null
}

/** A measure as it leaves the battery. */
export interface BenchRow extends Measure {
  readonly suite: string
  readonly file: string
}

interface Told {
  readonly anchor?: string | null
  readonly unit?: Measure['unit']
}

export function measure(metric: string, value: number, n: number, told: Told = {}): Measure {
  return { metric, value, unit: told.unit ?? '', n, anchor: told.anchor ?? null, note: null }
}

/** A measure without a number. */
export function noMeasure(metric: string, note: string, n: number, anchor: string | null = null): Measure {
  return { metric, value: null, unit: '', n, anchor, note }
}

/** A share of 0..1 in percent. */
export function percent(metric: string, share: number, n: number, anchor: string | null = null): Measure {
  return measure(metric, 100 * share, n, { anchor, unit: '%' })
}

/** An F1 with the precision and the recall behind it. A system that never answered has no score: it is not 0. */
export function f1Measure(metric: string, tally: Tally, anchor: string | null = null): Measure {
  const gold = tally.tp + tally.fn
  if (gold === 0) return noMeasure(metric, 'no gold', gold, anchor)
  if (tally.tp + tally.fp === 0) return noMeasure(metric, 'not yet', gold, anchor)
  return prfMeasure(metric, prf(tally), gold, anchor)
}

/** An F1 of scores that no single tally gives. */
export function prfMeasure(
  metric: string,
  { p, r, f1 }: Prf,
  n: number,
  anchor: string | null = null,
): Measure {
  return { ...percent(metric, f1, n, anchor), p: 100 * p, r: 100 * r }
}

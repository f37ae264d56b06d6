/** Right, extra (false positives) and missed (false negatives). */
export interface Tally {
  readonly tp: number
  readonly fp: number
  readonly fn: number
}

/** Precision, recall and F1, each 0..1. */
export interface Prf {
  readonly p: number
  readonly r: number
  readonly f1: number
}

export const noTally: Tally = { tp: 0, fp: 0, fn: 0 }

export function addTallies(...tallies: readonly Tally[]): Tally {
  return tallies.reduce((a, b) => ({ tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn }), noTally)
}

/** The tally of `tp` pairs between so many gold items and so many of the system's. */
export function tallyOf(tp: number, gold: number, system: number): Tally {
  return { tp, fp: system - tp, fn: gold - tp }
}

/** Precision, recall and F1 of a tally; 0 where there is nothing to divide by. */
export function prf({ tp, fp, fn }: Tally): Prf {
  return f1Of(tp + fp ? tp / (tp + fp) : 0, tp + fn ? tp / (tp + fn) : 0)
}

/** A precision and a recall with their harmonic mean; 0 where both are 0. */
export function f1Of(p: number, r: number): Prf {
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
}

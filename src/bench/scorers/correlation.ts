/** A number that people gave, beside the one that was answered. */
export interface Answered {
  readonly gold: number
  readonly system: number
}

const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length

/** Pearson's r, -1..1; null where there are no pairs, or either side is always the same. */
export function pearson(pairs: readonly Answered[]): number | null {
  const gold = mean(pairs.map(pair => pair.gold))
  const system = mean(pairs.map(pair => pair.system))
  const sum = (of: (g: number, s: number) => number): number =>
    pairs.reduce((total, pair) => total + of(pair.gold - gold, pair.system - system), 0)
  const spread = Math.sqrt(sum(g => g * g) * sum((_, s) => s * s))
  return spread > 0 ? sum((g, s) => g * s) / spread : null
}

/** Mean absolute error, in the unit of the numbers. @throws RangeError where there are no pairs. */
export function meanAbsoluteError(pairs: readonly Answered[]): number {
  if (pairs.length === 0) throw new RangeError('no pairs, no error')
  return mean(pairs.map(({ gold, system }) => Math.abs(gold - system)))
}

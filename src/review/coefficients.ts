/** A measure of agreement, or why there is none. */
export type Coefficient = { readonly value: number } | { readonly value: null; readonly because: string }

const none = (because: string): Coefficient => ({ value: null, because })
const noUnits = none('there is no unit that both decided')
const noVariation = none(
  'all decided all alike: there is nothing by which agreement could be told from chance',
)

/**
 * Cohen's kappa of two coders: agreement beyond what their own habits give by chance, 1 at most. J. Cohen (1960), A coefficient of
 * agreement for nominal scales. Educational and Psychological Measurement 20(1), 37–46.
 */
export function cohensKappa(units: readonly (readonly [string, string])[]): Coefficient {
  const n = units.length
  if (n === 0) return noUnits
  const [a, b] = [tally(units.map(([one]) => one)), tally(units.map(([, other]) => other))]
  const observed = units.filter(([one, other]) => one === other).length / n
  let chance = 0
  for (const [category, times] of a) chance += (times / n) * ((b.get(category) ?? 0) / n)
  return chance === 1 ? noVariation : { value: (observed - chance) / (1 - chance) }
}

/** How far apart two values are: not at all or wholly, or by the square of their difference. */
export const nominal = (a: string, b: string): number => (a === b ? 0 : 1)
export const interval = (a: number, b: number): number => (a - b) ** 2

/**
 * Krippendorff's alpha of any number of coders, each unit as the values that some of them gave it; units with one value say
 * nothing. K. Krippendorff (2011), Computing Krippendorff's alpha-reliability. University of Pennsylvania, Annenberg School.
 */
export function krippendorffsAlpha<T>(
  units: readonly (readonly T[])[],
  distance: (a: T, b: T) => number,
): Coefficient {
  const paired = units.filter(values => values.length > 1)
  if (paired.length === 0) return noUnits
  const observed = paired.map(values => apart(tally(values), distance) / (values.length - 1))
  const all = paired.flat()
  const expected = apart(tally(all), distance) / (all.length - 1)
  if (expected === 0) return noVariation
  return { value: 1 - observed.reduce((sum, one) => sum + one, 0) / expected }
}

/** The distances of all ordered pairs of values. */
function apart<T>(values: ReadonlyMap<T, number>, distance: (a: T, b: T) => number): number {
  let sum = 0
  for (const [a, m] of values) for (const [b, n] of values) sum += m * n * distance(a, b)
  return sum
}

function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

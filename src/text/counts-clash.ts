import type { HarmValue } from '../model/values.js'

/**
 * Whether two numbers of one harm cannot both be right: of the same people, as far as that is comparable, with no number that
 * both allow. A running total and a part of a whole may differ from another.
 */
export function countsClash(a: HarmValue, b: HarmValue): boolean {
  if ([a, b].some(({ cumulative, partOf }) => cumulative || partOf !== null)) return false
  if (a.what !== b.what || whoOf(a) !== whoOf(b)) return false
  const below = (x: number | null, y: number | null): boolean => x !== null && y !== null && x < y
  return below(a.high, b.low) || below(b.high, a.low)
}

/** Whom a number counts: people as such, or by one noun. */
function whoOf({ of }: HarmValue): string {
  const noun = (of ?? 'people').toLowerCase().split(' ').at(-1) ?? ''
  return /^(?:people|persons?|others|dead)$/.test(noun) ? 'people' : noun
}

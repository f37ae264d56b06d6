/** The same numbers at every run: a linear congruential generator (Numerical Recipes). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A few are named often, most of them seldom, as in the news. */
export const skewed = (chance: number, many: number): number => Math.floor(many * chance ** 3)

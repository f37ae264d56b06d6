/** A pair of a row and a column. */
export type Pair = readonly [row: number, column: number]

/**
 * The one-to-one pairing of rows and columns with the greatest total weight (Hungarian method, cubic in the longer
 * side). Weights are not negative; pairs of weight 0 are left out. Ties are broken as in the codebook's scorer, step
 * for step, so that both choose the same pairs.
 */
export function assign(weight: readonly (readonly number[])[]): Pair[] {
  const rows = weight.length
  const columns = weight[0]?.length ?? 0
  if (!rows || !columns) return []
  const size = Math.max(rows, columns)
  const at = (i: number, j: number): number => weight[i]?.[j] ?? 0
  const top = weight.reduce((most, row) => row.reduce((a, b) => Math.max(a, b), most), 0)
  const cost = (i: number, j: number): number => top - at(i, j)
  const rowOf = pairColumns(size, cost)
  const pairs: Pair[] = []
  for (let j = 0; j < size; j++) {
    const i = rowOf[j + 1] ?? 0
    if (i > 0 && at(i - 1, j) > 0) pairs.push([i - 1, j])
  }
  return pairs
}

/** For each column, counted from 1, the row that it is paired with at the least total cost, counted from 1. */
function pairColumns(size: number, cost: (i: number, j: number) => number): Int32Array {
  const u = new Float64Array(size + 1)
  const v = new Float64Array(size + 1)
  const rowOf = new Int32Array(size + 1)
  const way = new Int32Array(size + 1)
  const get = (array: Float64Array | Int32Array, i: number): number => array[i] ?? 0
  for (let i = 1; i <= size; i++) {
    rowOf[0] = i
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(size + 1)
    let column = 0
    do {
      used[column] = 1
      const row = get(rowOf, column)
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let j = 1; j <= size; j++) {
        if (used[j]) continue
        const reduced = cost(row - 1, j - 1) - get(u, row) - get(v, j)
        if (reduced < get(least, j)) {
          least[j] = reduced
          way[j] = column
        }
        if (get(least, j) < delta) {
          delta = get(least, j)
          next = j
        }
      }
      for (let j = 0; j <= size; j++) {
        if (used[j]) {
          u[get(rowOf, j)] = get(u, get(rowOf, j)) + delta
          v[j] = get(v, j) - delta
        } else least[j] = get(least, j) - delta
      }
      column = next
    } while (get(rowOf, column) !== 0)
    while (column !== 0) {
      rowOf[column] = get(rowOf, get(way, column))
      column = get(way, column)
    }
  }
  return rowOf
}

/** How many gold items can be paired one to one with items of the system that are the same. */
export function countPairs<G, S>(
  gold: readonly G[],
  system: readonly S[],
  same: (g: G, s: S) => boolean,
): number {
  return assign(gold.map(g => system.map(s => (same(g, s) ? 1 : 0)))).length
}

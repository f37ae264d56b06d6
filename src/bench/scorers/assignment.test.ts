import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign, countPairs } from './assignment.js'

const total = (weight: readonly (readonly number[])[]): number =>
  assign(weight).reduce((sum, [i, j]) => sum + (weight[i]?.[j] ?? 0), 0)

/** The greatest total weight, found by trying every pairing. */
const bestTotal = (
  weight: readonly (readonly number[])[],
  taken: ReadonlySet<number> = new Set(),
): number => {
  const [row, ...rest] = weight
  if (!row) return 0
  const without = bestTotal(rest, taken)
  return row.reduce(
    (best, w, j) => (taken.has(j) ? best : Math.max(best, w + bestTotal(rest, new Set([...taken, j])))),
    without,
  )
}

describe('assign', () => {
  test('gives up the heaviest pair where two others weigh more together', () => {
    expect(
      assign([
        [5, 4],
        [4, 0],
      ]),
    ).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  test('pairs nothing with nothing', () => {
    expect(assign([])).toEqual([])
    expect(assign([[], []])).toEqual([])
    expect(assign([[0, 0]])).toEqual([])
  })

  test('weighs as much as the best of all pairings, and uses no row or column twice', () => {
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(matrix, weight => {
        const pairs = assign(weight)
        expect(total(weight)).toBe(bestTotal(weight))
        expect(new Set(pairs.map(([i]) => i)).size).toBe(pairs.length)
        expect(new Set(pairs.map(([, j]) => j)).size).toBe(pairs.length)
      }),
    )
  })
})

test('countPairs gives each item one partner at most', () => {
  const same = (a: string, b: string): boolean => a === b
  expect(countPairs(['a', 'a', 'b'], ['a', 'b', 'b'], same)).toBe(2)
  expect(countPairs([], ['a'], same)).toBe(0)
})

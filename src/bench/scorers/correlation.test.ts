import { expect, test } from 'vitest'
import { meanAbsoluteError, pearson } from './correlation.js'

const pairs = (...numbers: readonly (readonly [gold: number, system: number])[]) =>
  numbers.map(([gold, system]) => ({ gold, system }))

test.each([
  ['the same up to scale', pairs([1, 10], [2, 20], [3, 30]), 1],
  ['opposed', pairs([1, 3], [2, 2], [3, 1]), -1],
  // By hand: 2 / sqrt(2 * 8/3).
  ['in part', pairs([1, 1], [2, 1], [3, 3]), 0.866],
])('r: %s', (_, of, r) => expect(pearson(of)).toBeCloseTo(r, 3))

test.each([
  ['no pairs', []],
  ['one answer for all', pairs([1, 2], [3, 2])],
])('no r: %s', (_, of) => expect(pearson(of)).toBeNull())

test('the mean absolute error is in the unit of the numbers', () => {
  expect(meanAbsoluteError(pairs([3, 2], [-3, 0]))).toBe(2)
  expect(() => meanAbsoluteError([])).toThrow(RangeError)
})

import { expect, test } from 'vitest'
import { addTallies, f1Of, prf, tallyOf } from './tally.js'

test.each([
  ['all right', { tp: 4, fp: 0, fn: 0 }, { p: 1, r: 1, f1: 1 }],
  ['half extra', { tp: 2, fp: 2, fn: 0 }, { p: 0.5, r: 1, f1: 2 / 3 }],
  ['nothing read', { tp: 0, fp: 0, fn: 3 }, { p: 0, r: 0, f1: 0 }],
  ['nothing to read', { tp: 0, fp: 0, fn: 0 }, { p: 0, r: 0, f1: 0 }],
])('%s', (_, tally, expected) => {
  expect(prf(tally)).toEqual(expected)
})

test('tallies add up', () => {
  expect(addTallies(tallyOf(1, 2, 3), tallyOf(1, 1, 1))).toEqual({ tp: 2, fp: 2, fn: 1 })
  expect(addTallies()).toEqual({ tp: 0, fp: 0, fn: 0 })
  expect(f1Of(0, 0).f1).toBe(0)
})

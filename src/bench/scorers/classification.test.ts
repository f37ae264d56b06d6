import { expect, test } from 'vitest'
import { type Labelled, scoreLabels } from './classification.js'
import { prf } from './tally.js'

const of = (...pairs: readonly [string, string | null][]): Labelled[] =>
  pairs.map(([gold, system]) => ({ gold, system }))

test('micro pools, macro means over labels, weighted by how often each is gold', () => {
  const { micro, macro, weighted } = scoreLabels(
    of(['a', 'a'], ['a', 'a'], ['a', 'b'], ['b', 'c'], ['b', null]),
  )
  expect(micro).toEqual({ tp: 2, fp: 2, fn: 3 })
  expect(prf(micro).f1).toBeCloseTo(4 / 9, 12)
  expect(macro).toBeCloseTo((0.8 + 0) / 2, 12)
  expect(weighted).toBeCloseTo((3 * 0.8) / 5, 12)
})

test('gold against gold is 1, an empty system 0, and no items no NaN', () => {
  const gold = of(['a', 'a'], ['b', 'b'])
  expect(scoreLabels(gold)).toEqual({ micro: { tp: 2, fp: 0, fn: 0 }, macro: 1, weighted: 1 })
  expect(scoreLabels(of(['a', null]))).toEqual({ micro: { tp: 0, fp: 0, fn: 1 }, macro: 0, weighted: 0 })
  expect(scoreLabels([])).toEqual({ micro: { tp: 0, fp: 0, fn: 0 }, macro: 0, weighted: 0 })
})

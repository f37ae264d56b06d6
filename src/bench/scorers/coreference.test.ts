import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Clusters, scoreClusters } from './coreference.js'

describe('scoreClusters', () => {
  test('a case reckoned by hand', () => {
    const { muc, b3, ceafE, conll } = scoreClusters(
      [['a', 'b', 'c'], ['d']],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    )
    expect(muc).toEqual({ p: 1 / 2, r: 1 / 2, f1: 1 / 2 })
    expect(b3.p).toBeCloseTo(3 / 4, 12)
    expect(b3.r).toBeCloseTo(2 / 3, 12)
    expect(b3.f1).toBeCloseTo(12 / 17, 12)
    expect(ceafE.f1).toBeCloseTo(11 / 15, 12) // phi4: 4/5 for abc with ab, 2/3 for d with cd
    expect(conll).toBeCloseTo((1 / 2 + 12 / 17 + 11 / 15) / 3, 12)
  })

  test('singletons have no links: MUC gives them nothing, the others all', () => {
    const apart: Clusters = [['a'], ['b']]
    const { muc, b3, ceafE } = scoreClusters(apart, apart)
    expect([muc.f1, b3.f1, ceafE.f1]).toEqual([0, 1, 1])
  })

  test('all in one has full recall, and none has none', () => {
    const gold: Clusters = [
      ['a', 'b'],
      ['c', 'd'],
    ]
    const { muc, b3 } = scoreClusters(gold, [['a', 'b', 'c', 'd']])
    expect([muc.r, b3.r, b3.p]).toEqual([1, 1, 1 / 2])
    expect(scoreClusters(gold, []).conll).toBe(0)
    expect(scoreClusters([], []).conll).toBe(0)
  })

  test('gold against gold is 1 in any order', () => {
    const sizes = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(sizes, of => {
        const gold = of.map((size, i) => Array.from({ length: size }, (_, j) => `${i}.${j}`))
        const turned = gold.map(cluster => cluster.toReversed()).toReversed()
        expect(scoreClusters(gold, turned).conll).toBeCloseTo(1, 12)
      }),
    )
  })
})

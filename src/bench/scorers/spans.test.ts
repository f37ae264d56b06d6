import { describe, expect, test } from 'vitest'
import type { Span } from '../../model/span.js'
import { exactTally, overlapTally, pairSpans, tokenize, tokenTally } from './spans.js'

/** Spans marked in a text with brackets, `[one] [two]`; the brackets are not part of it. */
const marked = (text: string): Span[] =>
  [...text.matchAll(/\[([^\]]*)\]/g)].map(({ index, 1: words = '' }, i) => ({
    start: index - 2 * i,
    end: index - 2 * i + words.length,
  }))
const item = (gold: string, system: string) => ({
  text: gold.replace(/[[\]]/g, ''),
  gold: marked(gold),
  system: marked(system),
})

describe('spans', () => {
  test.each([
    ['equal', '[the army] of [Orland]', '[the army] of [Orland]', [2, 2], [2, 2]],
    ['shorter', '[the army] of Orland', 'the [army] of Orland', [0, 1], [1, 1]],
    ['one over two', '[the army] of [Orland]', '[the army of Orland]', [0, 1], [1, 1]],
    ['touching', '[the ]army', 'the [army]', [0, 1], [0, 1]],
    ['none found', '[the army]', 'the army', [0, 0], [0, 0]],
    ['none there', 'the army', 'the [army]', [0, 1], [0, 1]],
  ])('%s', (_, gold, system, exact, overlap) => {
    const items = [item(gold, system)]
    const right = ({ tp, fp }: { tp: number; fp: number }): number[] => [tp, tp + fp]
    expect(right(exactTally(items))).toEqual(exact)
    expect(right(overlapTally(items))).toEqual(overlap)
    expect(exactTally(items).tp + exactTally(items).fn).toBe(items[0]?.gold.length)
  })

  test('a span found twice is right once', () => {
    const { gold } = item('[army]', '')
    expect(exactTally([{ gold, system: [...gold, ...gold] }])).toEqual({ tp: 1, fp: 1, fn: 0 })
  })

  test('spans of another type never match', () => {
    const typed = (type: string) => ({ start: 0, end: 4, type })
    const items = [{ gold: [typed('actor')], system: [typed('place')] }]
    const type = (span: { type: string }): string => span.type
    expect(exactTally(items, type)).toEqual({ tp: 0, fp: 1, fn: 1 })
    expect(overlapTally(items, type)).toEqual({ tp: 0, fp: 1, fn: 1 })
  })

  test('pairs as many as it can, then exact ones', () => {
    const gold = [
      { start: 0, end: 10 },
      { start: 8, end: 12 },
    ]
    expect(pairSpans(gold, [{ start: 8, end: 12 }])).toEqual([[1, 0]])
    expect(
      pairSpans(
        gold,
        [gold[1], { start: 11, end: 12 }].filter(s => s !== undefined),
      ),
    ).toHaveLength(2)
  })
})

describe('tokens', () => {
  test('are words and single marks', () => {
    const text = 'He’s “naïve”, said U.N.'
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      ...['He', '’', 's', '“', 'naïve', '”', ',', 'said', 'U', '.', 'N', '.'],
    ])
  })

  test('count where they lie in a span, once', () => {
    expect(tokenTally([item('[the army of Orland] said', 'the [army of] Orland [said]')])).toEqual({
      tp: 2,
      fp: 1,
      fn: 2,
    })
    expect(tokenTally([])).toEqual({ tp: 0, fp: 0, fn: 0 })
  })
})

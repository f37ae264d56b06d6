import { describe, expect, test } from 'vitest'
import { scorePages, shingleTally } from './shingles.js'

describe('shingles of four words', () => {
  test.each([
    ['equal', 'one two three four five', 'one, two: three four five.', { tp: 1, fp: 0, fn: 0 }],
    ['case counts', 'One two three four', 'one two three four', { tp: 0, fp: 0.5, fn: 0.5 }],
    // gold: abcd bcde; system: abcd bcde cdef defg
    ['two words too many', 'a b c d e', 'a b c d e f g', { tp: 0.5, fp: 0.5, fn: 0 }],
    // gold: abcd bcde cdef; system: abcd
    ['two words missing', 'a b c d e f', 'a b c d', { tp: 1 / 3, fp: 0, fn: 2 / 3 }],
    // gold: abab baba; system: abab baba abab
    ['repeats are counted', 'a b a b a', 'a b a b a b', { tp: 2 / 3, fp: 1 / 3, fn: 0 }],
    ['short texts are one shingle', 'two words', 'two words', { tp: 1, fp: 0, fn: 0 }],
    ['nothing found', 'a b c d', '', { tp: 0, fp: 0, fn: 1 }],
    ['nothing on either side', '', '...', { tp: 0, fp: 0, fn: 0 }],
    [
      'words of other scripts',
      'в городе прогремел взрыв',
      'в городе прогремел взрыв',
      { tp: 1, fp: 0, fn: 0 },
    ],
  ])('%s', (_, gold, system, tally) => {
    const got = shingleTally(gold, system)
    expect(got.tp).toBeCloseTo(tally.tp)
    expect(got.fp).toBeCloseTo(tally.fp)
    expect(got.fn).toBeCloseTo(tally.fn)
  })

  test('a page counts by its shares, not by its length', () => {
    const short = shingleTally('a b c d', 'a b c d')
    const long = shingleTally('a b c d', `a b c d ${'x '.repeat(400)}`)
    expect(scorePages([short, long]).p).toBeCloseTo((1 + 1 / 401) / 2)
    expect(scorePages([short, long]).r).toBe(1)
  })

  test('a page for which nothing was found has no precision, and a recall of 0', () => {
    const score = scorePages([shingleTally('a b c d', 'a b c d'), shingleTally('a b c d', '')])
    expect(score).toMatchObject({ p: 1, r: 0.5 })
    expect(score.f1).toBeCloseTo(2 / 3)
  })
})

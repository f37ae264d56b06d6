import { describe, expect, it } from 'vitest'
import { cohensKappa, interval, krippendorffsAlpha, nominal } from './coefficients.js'

const pairs = (a: string, b: string): [string, string][] =>
  a.split(' ').map((one, i) => [one, b.split(' ')[i] ?? ''])

describe('Cohen’s kappa', () => {
  it('is 0.68 in table 18.1 of Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003)', () => {
    // Rows: the first rater's psychotic, neurotic, organic; columns: the second's.
    const table = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]
    const units = table.flatMap((row, a) =>
      row.flatMap((times, b) => Array.from({ length: times }, (): [string, string] => [`${a}`, `${b}`])),
    )
    expect(cohensKappa(units).value).toBeCloseTo(0.676, 3)
  })

  it('is 1 where all agree, and none where all is one category or nothing was decided', () => {
    expect(cohensKappa(pairs('a b', 'a b')).value).toBe(1)
    expect(cohensKappa(pairs('a a', 'a a'))).toMatchObject({
      value: null,
      because: expect.stringContaining('alike'),
    })
    expect(cohensKappa([])).toMatchObject({ value: null, because: expect.stringContaining('no unit') })
  })
})

// The worked examples of Krippendorff (2011).
describe('Krippendorff’s alpha', () => {
  it('is 0.095 in example A', () => {
    const units = pairs('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0')
    expect(krippendorffsAlpha(units, nominal).value).toBeCloseTo(0.095, 3)
  })

  it('is 0.692 in example B', () => {
    const units = pairs('a a b b d c c c e d d a', 'b a b b b c c c e d d d')
    expect(krippendorffsAlpha(units, nominal).value).toBeCloseTo(0.692, 3)
  })

  it('is 0.743 nominal and 0.849 interval in example C, where values are missing', () => {
    const coders = [
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    ]
    const units = Array.from({ length: 12 }, (_, unit) =>
      coders.flatMap(coder => {
        const value = coder.split(' ')[unit] ?? '.'
        return value === '.' ? [] : [value]
      }),
    )
    expect(krippendorffsAlpha(units, nominal).value).toBeCloseTo(0.743, 3)
    expect(
      krippendorffsAlpha(
        units.map(values => values.map(Number)),
        interval,
      ).value,
    ).toBeCloseTo(0.849, 3)
  })

  it('is none where all values are alike, or no unit has two', () => {
    expect(krippendorffsAlpha([[1, 1]], interval).value).toBeNull()
    expect(krippendorffsAlpha([[1]], interval).value).toBeNull()
  })
})

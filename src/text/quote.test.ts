import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds, inTextOrder, quoteAt } from './quote.js'

describe('quoteAt', () => {
  it('takes words that hold, whatever the script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (body, a, b) => {
        const start = a % body.length
        const end = start + 1 + (b % (body.length - start))
        expect(holds(body, quoteAt(body, { start, end }))).toBe(true)
      }),
    )
  })

  it.each([
    [3, 3],
    [-1, 2],
    [0, 6],
    [4, 2],
  ])('refuses %i..%i of five characters', (start, end) => {
    expect(() => quoteAt('truce', { start, end })).toThrow(RangeError)
  })
})

describe('holds', () => {
  it('tells drift', () => {
    expect(holds('the truce held', { start: 4, end: 9, exact: 'truce' })).toBe(true)
    expect(holds('a truce held', { start: 4, end: 9, exact: 'truce' })).toBe(false)
  })
})

describe('inTextOrder', () => {
  it('sorts and drops repeats', () => {
    const quote = (start: number, exact: string) => ({ start, end: start + exact.length, exact })
    expect(inTextOrder([quote(9, 'b'), quote(2, 'a'), quote(9, 'b')])).toEqual([quote(2, 'a'), quote(9, 'b')])
  })
})

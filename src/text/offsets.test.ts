import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offsetMap } from './offsets.js'

describe('offsetMap', () => {
  it.each([
    ['plain', 'shells fell', 7, 7],
    ['after an emoji', '💥 shells', 3, 2],
    ['after two', '💥💥x', 4, 2],
    ['in Arabic', 'قصف 💥 حلب', 7, 6],
    ['after a combining mark', 'e\u0301 💥 x', 6, 5],
  ])('%s', (_, text, utf16, codePoints) => {
    expect(offsetMap(text).toCodePoints(utf16)).toBe(codePoints)
    expect(offsetMap(text).toUtf16(codePoints)).toBe(utf16)
  })

  it('counts an offset within a surrogate pair as the start of the pair', () => {
    expect(offsetMap('a💥b').toCodePoints(2)).toBe(1)
  })

  it('agrees with counting code points one by one, both ways', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const map = offsetMap(text)
        const points = [...text]
        let utf16 = 0
        for (const [i, point] of points.entries()) {
          expect(map.toCodePoints(utf16)).toBe(i)
          expect(map.toUtf16(i)).toBe(utf16)
          utf16 += point.length
        }
        expect(map.toCodePoints(text.length)).toBe(points.length)
      }),
    )
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlapping } from './overlapping.js'
import { overlaps } from './quote.js'

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }))

test('what shares words with a stretch is found, in the order that it was given in', () => {
  fc.assert(
    fc.property(fc.array(span), span, (placed, at) => {
      const items = placed.map((where, id) => ({ id, quote: { ...where, exact: 'x' } }))
      expect(overlapping(items)(at)).toEqual(items.filter(({ quote }) => overlaps(quote, at)))
    }),
  )
})

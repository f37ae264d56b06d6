import { expect, it } from 'vitest'
import { stretchOf } from './stretch-of.js'

it.each([
  ['120-134', { start: 120, end: 134 }],
  ['0-1', { start: 0, end: 1 }],
  ['134-120', null],
  ['5-5', null],
  ['120', null],
  ['-1-4', null],
  ['1e3-2e3', null],
  [null, null],
])('%s', (at, expected) => {
  expect(stretchOf(at)).toEqual(expected)
})

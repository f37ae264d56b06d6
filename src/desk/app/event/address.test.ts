import { expect, it } from 'vitest'
import { cameFrom } from './address.js'

it.each([
  ['event:00aa', 'event:00aa', null],
  ['event:00', 'event:00aa', null],
  ['00a', 'event:00aa', null],
  ['event:11bb', 'event:00aa', 'event:11bb'],
])('%s leads to %s', (asked, id, from) => {
  expect(cameFrom(asked, { id: id as `event:${string}` })).toBe(from)
})

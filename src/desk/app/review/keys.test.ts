import { expect, it } from 'vitest'
import { actionOf, actions, keyOf, type Pressed } from './keys.js'

const press = (key: string, some: Partial<Pressed> = {}): Pressed => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...some,
})

it('every action has a key of its own', () => {
  expect(new Set(actions.map(action => keyOf[action])).size).toBe(actions.length)
})

it.each([
  ['j', {}, true, 'next'],
  ['a', {}, true, 'accept'],
  ['A', { shiftKey: true }, true, 'acceptAll'],
  ['?', { shiftKey: true }, true, 'keys'],
  ['a', { ctrlKey: true }, true, null],
  ['a', { metaKey: true }, true, null],
  ['a', { altKey: true }, true, null],
  ['q', {}, true, null],
  ['Enter', {}, true, null],
  ['a', {}, false, null],
  ['a', { altKey: true }, false, 'accept'],
  // An Arabic keyboard, and Option on a Mac, which makes other characters.
  ['ت', { code: 'KeyJ' }, true, 'next'],
  ['å', { code: 'KeyA', altKey: true }, false, 'accept'],
  // Where the letter is Latin, it is what is written on the key that counts (a French keyboard).
  ['a', { code: 'KeyQ' }, true, 'accept'],
] as const)('%s with %j, single keys %s: %s', (key, some, singleKeys, expected) => {
  expect(actionOf(press(key, some), singleKeys)).toBe(expected)
})

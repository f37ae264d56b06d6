import { describe, expect, it } from 'vitest'
import { isRightToLeft, joined, moved, type Picking, wordMoveOf } from './edit-word-keys.js'

const body = 'Rebels shelled the port of Vesna on Monday.'
const at = (words: string) => ({ start: body.indexOf(words), end: body.indexOf(words) + words.length })
const said = ({ words, at: present }: Picking): string =>
  words.map(({ start, end }, i) => `${i === present ? '*' : ''}${body.slice(start, end)}`).join(' | ')
const press = (key: string, some: object = {}) => ({
  key,
  code: '',
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...some,
})

describe('keys', () => {
  it.each([
    [['port'], 'ArrowRight', {}, '*of'],
    [['port'], 'ArrowLeft', {}, '*the'],
    [['port'], ']', {}, '*port of'],
    [['port of'], '[', {}, '*port'],
    [['port'], ',', {}, '*the port'],
    [['the port'], '.', {}, '*port'],
    [['port'], '}', { shiftKey: true }, '*port '],
    [['port'], '>', { shiftKey: true }, '*ort'],
    // A keyboard that writes something else there.
    [['port'], '*', { code: 'BracketRight', shiftKey: true }, '*port '],
    [['port'], '+', {}, 'port | *of'],
    [['port'], 'Delete', {}, ''],
    [['shelled', 'port'], ']', {}, '*shelled the | port'],
    [['shelled', 'port'], 'Delete', {}, '*port'],
    [[], 'ArrowRight', {}, '*Rebels'],
    [[], ']', {}, ''],
  ] as const)('%j, %s %j: “%s”', (words, key, some, expected) => {
    const move = wordMoveOf(press(key, some), false)
    if (move === null) throw new Error(`${key} does nothing`)
    expect(said(moved(body, { words: words.map(at), at: 0 }, move))).toBe(expected)
  })

  it('in a text from right to left the left arrow leads on', () => {
    expect(wordMoveOf(press('ArrowLeft'), true)).toEqual({ kind: 'word', direction: 1 })
    expect(isRightToLeft('«قصف» the port')).toBe(true)
    expect(isRightToLeft('12 (Vesna)')).toBe(false)
  })

  it.each([
    ['Tab', {}],
    ['Enter', {}],
    ['ArrowRight', { altKey: true }],
    ['[', { ctrlKey: true }],
  ])('%s with %j is the browser’s', (key, some) => {
    expect(wordMoveOf(press(key, some), false)).toBeNull()
  })
})

it('stretches that overlap or touch are one', () => {
  expect(joined([at('port'), at('shelled'), at('the port'), at('Vesna')])).toEqual([
    at('shelled'),
    at('the port'),
    at('Vesna'),
  ])
})

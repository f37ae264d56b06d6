import { expect, it } from 'vitest'
import { plainTitle } from './plain-title.js'

it.each([
  ['Shells fall on Delna', 'Shells fall on Delna'],
  ['  two\n lines\tand\u2028a third ', 'two lines and a third'],
  ['what is \u202eturned\u202c round', 'what is turned round'],
  ['isolates \u2066and\u2069 marks\u200f\u061c', 'isolates and marks'],
  ['bells \u0007\u001b[31m ring', 'bells [31m ring'],
  ['soft\u00ad hyphens, hid\u200bden\ufeff spaces and tags\u{e0041}', 'soft hyphens, hidden spaces and tags'],
  ['half a pair \ud83d of signs', 'half a pair of signs'],
  ['می\u200cروم', 'می\u200cروم'],
  ['👩\u200d🚒', '👩\u200d🚒'],
  ['\u202e', ''],
])('%j is %j', (words, title) => {
  expect(plainTitle(words)).toBe(title)
})

it('is cut between signs, and says that it is', () => {
  expect(plainTitle('𐤀'.repeat(121))).toBe(`${'𐤀'.repeat(119)}…`)
  expect(plainTitle('a'.repeat(120))).toBe('a'.repeat(120))
})

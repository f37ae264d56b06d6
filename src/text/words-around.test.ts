import { expect, it } from 'vitest'
import { wordsAround } from './words-around.js'

/** The words between asterisks, with what stands around them. */
const around = (marked: string): string => {
  const start = marked.indexOf('*')
  const end = marked.lastIndexOf('*') - 1
  const { before, after } = wordsAround(marked.replaceAll('*', ''), { start, end })
  return `${before}*${after}`
}

it.each([
  ['the whole text', 'Rebels *shelled* Osk', 'Rebels * Osk'],
  ['its sentence alone', 'It rained. “Rebels *shelled* Osk.” Nobody spoke.', '“Rebels * Osk.”'],
  ['its line alone', 'A headline\nRebels *shelled*\nthe town', 'Rebels *'],
  ['a number’s point ends nothing', 'Some 2.5 km *of road* were lost', 'Some 2.5 km * were lost'],
])('%s', (_, marked, expected) => {
  expect(around(marked)).toBe(expected)
})

it('what is far away is cut at a whole word, and said to be cut', () => {
  const far = 'word '.repeat(60)
  const { before, after } = wordsAround(`${far}shelled ${far}`, { start: 300, end: 307 })
  expect(before).toMatch(/^…(word ){27}$/)
  expect(after).toMatch(/^( word){27}…$/)
})

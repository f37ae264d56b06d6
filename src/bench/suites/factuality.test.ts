import { describe, expect, test } from 'vitest'
import { loadTools } from '../../load-tools.js'
import { readParts } from '../read-parts.js'
import { judge, scoreFactuality } from './factuality.js'
import { scales } from './factuality-scale.js'

const tools = await loadTools({ reader: 'lexicon' })

/** What the program says of each predicate that is [marked] in a text. */
async function toldOf(marked: string) {
  const text = marked.replaceAll(/[[\]]/g, '')
  const predicates = [...marked.matchAll(/\[([^\]]+)\]/g)].map(({ 1: word = '', index }, i) => ({
    start: index - 2 * i,
    end: index - 2 * i + word.length,
    factuality: 3,
  }))
  return judge({ id: 'r', text, predicates }, await readParts({ name: 'r', text, published: null }, tools))
}

describe('what is said of a predicate', () => {
  test.each([
    ['The baker [sold] the shop.', ['asserted']],
    ['The baker did not [sell] the shop.', ['negated']],
    ['The baker will [sell] the shop.', ['prospective']],
    ['The minister said that the baker had [sold] the shop.', ['attributed']],
    ['The minister denied that the baker had [sold] the shop.', ['disputed']],
    ['The baker refused to [sell] the shop.', [null]],
    // The status of a trigger is the reader's own.
    ['Warplanes [bombed] Vantry. Rebels did not [shell] it.', ['asserted', 'negated']],
  ])('%s', async (text, told) => {
    expect((await toldOf(text)).map(judged => judged.told)).toEqual(told)
  })

  test('triggers are told from other words', async () => {
    const judged = await toldOf('Warplanes [bombed] Vantry while the baker [slept].')
    expect(judged.map(({ isTrigger }) => isTrigger)).toEqual([true, false])
  })
})

describe('the score', () => {
  const judged = (gold: number, told: 'asserted' | 'negated', isTrigger = true) => ({ gold, told, isTrigger })
  const numbers = (items: Parameters<typeof scoreFactuality>[0]) =>
    Object.fromEntries(
      scoreFactuality(items, scales.news).map(({ metric, value, note }) => [metric, value ?? note]),
    )

  test('what is on the scale where people put it is right', () => {
    const { asserted, negated } = scales.news
    const got = numbers([[judged(asserted, 'asserted'), judged(negated, 'negated', false)]])
    expect(got['Pearson r']).toBeCloseTo(1)
    expect(got['mean absolute error']).toBe(0)
    expect(got['predicates that are triggers']).toBe(50)
    expect(got['Pearson r, of the reader’s triggers']).toBe('none: one value')
  })

  test('without predicates there is no gold, without triggers no answer of theirs', () => {
    expect(numbers([])['Pearson r']).toBe('no gold')
    expect(numbers([[judged(3, 'asserted', false)]])['Pearson r, of the reader’s triggers']).toBe('not yet')
  })
})

import { describe, expect, test } from 'vitest'
import { tagSentence } from './tag.js'

const wordsOf = (body: string): string[] =>
  tagSentence(body, { start: 0, end: body.length, region: 'prose', tokens: [] }).words.map(({ text }) => text)

describe('a run without a blank', () => {
  const link = (times: number): string => 'http://vantry.example/'.repeat(times)

  test('is one word where it is longer than any link, and moves nothing after it', () => {
    const body = `Rebels posted ${link(20)} and fled.`
    expect(wordsOf(body)).toEqual(['Rebels', 'posted', link(20), 'and', 'fled', '.'])
  })

  test('is read for what it is where it is shorter', () => {
    expect(wordsOf('Rebels posted vantry-on-sea, and fled.')).toEqual(
      expect.arrayContaining(['vantry', 'sea', ',']),
    )
  })

  test('has its own words for its dictionary form', () => {
    const [word] = tagSentence('Q'.repeat(500), { start: 0, end: 500, region: 'prose', tokens: [] }).words
    expect(word?.lemma).toBe('q'.repeat(500))
  })
})

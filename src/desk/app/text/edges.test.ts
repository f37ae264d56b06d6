import { describe, expect, it } from 'vitest'
import { moveEdge, trimmed, wordBeside } from './edges.js'

const body = 'Rebels shelled Vesna’s port, officials said.\nمات عشرة أشخاص 👩‍👩‍👧 هنا'
const at = (words: string) => {
  const start = body.indexOf(words)
  return { start, end: start + words.length }
}
const said = (stretch: { start: number; end: number } | null): string =>
  stretch ? body.slice(stretch.start, stretch.end) : ''

describe('an edge', () => {
  it.each([
    ['shelled', 'end', 1, 'word', 'shelled Vesna’s'],
    ['shelled Vesna’s', 'end', -1, 'word', 'shelled'],
    ['shelled', 'start', -1, 'word', 'Rebels shelled'],
    ['Rebels shelled', 'start', 1, 'word', 'shelled'],
    ['shelled', 'end', 1, 'character', 'shelled '],
    ['shelled', 'start', 1, 'character', 'helled'],
    ['port', 'end', 1, 'word', 'port, officials'],
    ['said', 'end', 1, 'word', 'said.\nمات'],
    ['أشخاص ', 'end', 1, 'character', 'أشخاص 👩‍👩‍👧'],
  ] as const)('of “%s” (%s, %i, by %s) leaves “%s”', (words, edge, direction, unit, expected) => {
    expect(said(moveEdge(body, at(words), edge, direction, unit))).toBe(expected)
  })

  it('does not pass the other edge, nor the ends of the body', () => {
    expect(said(moveEdge(body, at('shelled'), 'end', -1, 'word'))).toBe('shelled')
    expect(said(moveEdge(body, at('Rebels'), 'start', -1, 'word'))).toBe('Rebels')
    expect(said(moveEdge(body, at('هنا'), 'end', 1, 'character'))).toBe('هنا')
  })
})

it('the word beside is the next of the text, and nothing but a word', () => {
  expect(said(wordBeside(body, at('port'), 1))).toBe('officials')
  expect(said(wordBeside(body, at('officials'), -1))).toBe('port')
  expect(said(wordBeside(body, null, 1))).toBe('Rebels')
  expect(said(wordBeside(body, at('Rebels'), -1))).toBe('Rebels')
})

it('spaces at the edges of a selection are none of it', () => {
  expect(said(trimmed(body, at(' Vesna’s ')))).toBe('Vesna’s')
  expect(trimmed(body, { start: 6, end: 7 })).toBeNull()
})

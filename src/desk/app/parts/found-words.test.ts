import { expect, it } from 'vitest'
import { piecesOf } from './found-words.js'

const marked = (text: string, asked: string): string =>
  piecesOf(text, asked)
    .map(piece => (piece.isFound ? `[${piece.text}]` : piece.text))
    .join('')

it.each([
  ['whole words, whatever their case', 'A Bomb; bombs.', 'bomb', 'A [Bomb]; bombs.'],
  ['accents', 'Café à Sèvres', 'cafe SEVRES', '[Café] à [Sèvres]'],
  ['a phrase, word by word', 'the car bomb', '“car bomb”', 'the [car] [bomb]'],
  ['within Arabic words', 'قصف بحلب', 'حلب', 'قصف [بحلب]'],
  ['nothing that is no word', 'a.b', '.', 'a.b'],
  ['no pattern of its own', 'a+ (b)', '(b) a+', '[a]+ ([b])'],
])('marks %s', (_, text, asked, expected) => {
  expect(marked(text, asked)).toBe(expected)
  expect(
    piecesOf(text, asked)
      .map(piece => piece.text)
      .join(''),
  ).toBe(text)
})

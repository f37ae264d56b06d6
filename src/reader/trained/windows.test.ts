import { readFileSync } from 'node:fs'
import { Tokenizer } from '@huggingface/tokenizers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sentence } from '../../model/sentence.js'
import { cutWords, pieceCount, roomIn, type Words, windowsOf, wordsAt } from './windows.js'

const vocabulary = new URL('../../../test/models/tiny/tokenizer.json', import.meta.url)
const tokenizer = new Tokenizer(JSON.parse(readFileSync(vocabulary, 'utf8')), {})

const sentencesOf = (body: string): Sentence[] =>
  [...body.matchAll(/[^.]+\./g)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
    region: 'prose',
    tokens: [...text.matchAll(/\S+?(?=[\s.]|$)|\./g)].map(token => ({
      start: index + token.index,
      end: index + token.index + token[0].length,
    })),
  }))
const cut = (body: string, longest = 4): Words => cutWords(body, sentencesOf(body), tokenizer, longest)
/** Words of the given numbers of pieces. */
const ofLengths = (lengths: readonly number[]): Words => {
  const pieceAt = Int32Array.from(
    [0, ...lengths].map((_, i) => lengths.slice(0, i).reduce((a, b) => a + b, 0)),
  )
  const column = Int32Array.from(lengths, (_, i) => i)
  const pieces = new Int32Array(pieceAt.at(-1) ?? 0)
  return {
    count: lengths.length,
    start: column,
    end: column,
    sentence: column,
    pieces,
    pieceAt,
    unread: new Uint8Array(),
  }
}

describe('cutWords', () => {
  it('keeps where words stand, and gives each its pieces', () => {
    const body = 'The rebels shelled Velat. The armys said.'
    const words = cut(body)
    const text = Array.from({ length: words.count }, (_, i) => body.slice(words.start[i], words.end[i]))
    expect(text).toEqual(['The', 'rebels', 'shelled', 'Velat', '.', 'The', 'armys', 'said', '.'])
    expect([...words.sentence]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1])
    expect([...words.pieces]).toEqual([103, 105, 106, 108, 113, 103, 104, 114, 117, 113])
    expect([...words.pieceAt]).toEqual([0, 1, 2, 3, 4, 5, 6, 8, 9, 10])
  })

  it('cuts what is longer than any word', () => {
    expect([...cut('armyssssssss.', 4).pieces]).toEqual([104, 114, 114, 114, 113])
  })

  it.each([
    ['in letters that the vocabulary lacks', 'קרב', 1],
    ['that it spells', 'ssssss', 1],
    ['of the vocabulary', 'army', 0],
    ['that is no word', '—', 0],
  ])('sees a word %s', (_, word, unread) => expect([...cut(`${word}.`).unread]).toEqual([unread, 0]))

  it('takes a report without words', () =>
    expect(cut('')).toMatchObject({ count: 0, pieces: new Int32Array() }))
})

describe('windowsOf', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 80 })
  const window = { size: 12, overlap: 4 }

  it('leaves out no word, and grows beyond its size nowhere', () => {
    fc.assert(
      fc.property(lengths, each => {
        const words = ofLengths(each)
        const windows = windowsOf(words, window)
        expect(windows[0]?.from ?? 0).toBe(0)
        expect(windows.at(-1)?.to ?? 0).toBe(words.count)
        for (const [i, { from, to }] of windows.entries()) {
          expect(pieceCount(words, from, to)).toBeLessThanOrEqual(window.size)
          const next = windows[i + 1]
          if (!next) continue
          expect(next.from).toBeGreaterThan(from)
          expect(pieceCount(words, next.from, to)).toBeGreaterThanOrEqual(window.overlap)
        }
      }),
    )
  })

  it('cuts as the training does', () => {
    expect(windowsOf(ofLengths([3, 3, 3, 3, 1, 4, 4, 1]), window)).toEqual([
      { from: 0, to: 4 },
      { from: 2, to: 6 },
      { from: 5, to: 8 },
    ])
  })
})

describe('roomIn', () => {
  it.each([
    ['the nearer edge counts', { from: 10, to: 20 }, 13, 14, 3],
    ['the first edge of a report is none', { from: 0, to: 20 }, 1, 1, 18],
    ['nor is its last', { from: 10, to: 30 }, 29, 29, 19],
    ['what stands outside has none', { from: 10, to: 20 }, 9, 12, -1],
  ])('%s', (_, window, first, last, room) => expect(roomIn(window, first, last, 30)).toBe(room))
})

describe('wordsAt', () => {
  const body = 'The rebels shelled Velat. The army said.'
  const at = (exact: string) => {
    const start = body.indexOf(exact)
    return wordsAt(cut(body), { start, end: start + exact.length }, 3)
  }
  it.each([
    ['rebels', { first: 1, last: 1 }],
    ['ebels shel', { first: 1, last: 2 }],
    ['Velat. The', { first: 3, last: 5 }],
    [' ', null],
    ['rebels shelled Velat.', null],
  ])('%j', (exact, span) => expect(at(exact)).toEqual(span))
})

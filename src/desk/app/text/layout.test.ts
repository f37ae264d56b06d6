import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptWhereSame, type Mark, marksByParagraph, paragraphsOf, piecesOf, withLevels } from './layout.js'

/** A mark over words of the text. */
const over = (body: string, words: string, id = words): Mark => {
  const start = body.indexOf(words)
  return { id, start, end: start + words.length }
}

describe('pieces', () => {
  const body = 'Rebels shelled the port of Vesna on Monday'
  const drawn = (...marks: Mark[]): string[] => {
    const levels = withLevels(marks)
    return piecesOf({ start: 0, end: body.length }, levels).map(
      piece =>
        `${body.slice(piece.start, piece.end)}[${piece.marks.map(({ id, level }) => `${id}${level}`).join(' ')}]`,
    )
  }

  it('are cut where marks cross', () => {
    expect(drawn(over(body, 'shelled the port', 'a'), over(body, 'the port of Vesna', 'b'))).toEqual([
      'Rebels []',
      'shelled [a0]',
      'the port[a0 b1]',
      ' of Vesna[b1]',
      ' on Monday[]',
    ])
  })

  it('are cut where a mark lies in another, the longer below', () => {
    expect(drawn(over(body, 'Vesna', 'b'), over(body, 'port of Vesna', 'a'))).toEqual([
      'Rebels shelled the []',
      'port of [a0]',
      'Vesna[a0 b1]',
      ' on Monday[]',
    ])
  })

  it('hold marks of the same words all', () => {
    expect(drawn(over(body, 'Vesna', 'a'), over(body, 'Vesna', 'b'))[1]).toBe('Vesna[a0 b1]')
  })

  it('use a level again where it is free', () => {
    expect(
      drawn(over(body, 'Rebels', 'a'), over(body, 'Vesna', 'b')).filter(piece => /0/.test(piece)),
    ).toHaveLength(2)
  })
})

describe('paragraphs', () => {
  it('leave out blank lines and take the region that they begin in', () => {
    const body = 'Port shelled\n\n \nBy Ada\nRebels shelled the port.'
    const region = (kind: string, words: string) => ({ kind, span: over(body, words) })
    const found = paragraphsOf(body, [region('headline', 'Port shelled'), region('byline', 'By Ada')])
    expect(found.map(({ start, end, region: of }) => [body.slice(start, end), of?.kind ?? null])).toEqual([
      ['Port shelled', 'headline'],
      ['By Ada', 'byline'],
      ['Rebels shelled the port.', null],
    ])
  })

  it('are cut where they are endless, at a space if there is one and never within a character', () => {
    const words = paragraphsOf('word '.repeat(1_000).trim(), [])
    expect(words.length).toBeGreaterThan(1)
    expect(words.every(({ start }) => start % 5 === 0)).toBe(true)
    const faces = '😀'.repeat(3_000)
    for (const { start, end } of paragraphsOf(faces, []))
      expect(faces.slice(start, end).isWellFormed()).toBe(true)
  })

  it('with the pieces of any marks hold every letter once, and every mark its own words', () => {
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(30)), { maxLength: 12 })
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '😀'), maxLength: 80 }),
        spans,
        (body, list) => {
          const marks = withLevels(
            list
              .map(([start, length], i) => ({
                id: `m${i}`,
                start,
                end: Math.min(start + length + 1, body.length),
              }))
              .filter(({ start, end }) => start < end),
          )
          const paragraphs = paragraphsOf(body, [])
          const pieces = marksByParagraph(paragraphs, marks).flatMap((some, i) => {
            const paragraph = paragraphs[i]
            return paragraph ? piecesOf(paragraph, some) : []
          })
          const text = (some: readonly { start: number; end: number }[]): string =>
            some.map(({ start, end }) => body.slice(start, end)).join('')
          const blank = /^[^\S\n]+$/gm
          expect(text(pieces)).toBe(body.replace(blank, '').replaceAll('\n', ''))
          for (const mark of marks) {
            const own = pieces.filter(piece => piece.marks.some(({ id }) => id === mark.id))
            for (const { start, end } of own) expect(start >= mark.start && end <= mark.end).toBe(true)
          }
          for (const piece of pieces) {
            const levels = piece.marks.map(({ level }) => level)
            expect(new Set(levels).size).toBe(levels.length)
          }
        },
      ),
    )
  })
})

it('what holds the same marks as before is the same list', () => {
  const lists = (...marks: Mark[]) => [[over('a b c', 'a')], marks]
  const before = lists(over('a b c', 'b'))
  expect(keptWhereSame(before, lists(over('a b c', 'b')))[1]).toBe(before[1])
  const now = lists(over('a b c', 'b', 'c'))
  const kept = keptWhereSame(before, now)
  expect(kept[0]).toBe(before[0])
  expect(kept[1]).toBe(now[1])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Region, Report } from '../../model/report.js'
import { longest } from './capped.js'
import { segmentReport } from './index.js'

const reportOf = (body: string, regions: readonly Region[] = []): Report => ({
  id: 'report:0123456789abcdef',
  snapshot: `snapshot:${'0'.repeat(64)}`,
  name: 'test',
  body,
  outlet: null,
  headline: null,
  published: null,
  regions,
})
const sentencesOf = (body: string): string[] =>
  segmentReport(reportOf(body)).map(({ start, end }) => body.slice(start, end))
const tokensOf = (body: string): string[] =>
  segmentReport(reportOf(body)).flatMap(({ tokens }) =>
    tokens.map(({ start, end }) => body.slice(start, end)),
  )

// Sentences are parted by ‖ in each row.
describe('a sentence ends', () => {
  test.each([
    ['at a full stop', 'Two men fell.‖ A third fled.'],
    ['after a closing quote', '"We saw it."‖ Then the line went dead.'],
    ['after a closing bracket', 'He fled (they say.)‖ Nobody followed.'],
    ['at a question, before a capital', 'Who fired?‖ Nobody knows.'],
    ['not at a question within a saying', '"Who fired?" he asked.‖ Nobody knew.'],
    ['not after ranks and titles', 'Gen. Orla and Lt. Col. Brun met Mr. Hale in St. Anne.‖ They left.'],
    ['not after initials', 'Stephen J. Hale, of the U.S. Army, spoke.‖ J. P. Orla did not.'],
    ['after an abbreviation, before an opener', 'They came from the U.S.‖ The others stayed.'],
    ['not before a time of day ends', 'At 4 a.m. Friday shells fell.‖ By 6 p.m. it was quiet.'],
    ['not between "No." and its number', 'Brigade No. 5 left on Nov. 24, 2031.‖ No. 6 stayed.'],
    ['after the word "no"', 'Asked again, he said no.‖ The talks ended.'],
    ['not within a number', 'It cost 3.5 million.‖ They paid 1,000.50 a day.'],
    ['not at an ellipsis before lower case', 'They ... fled.‖ Nobody came.'],
    ['at a blank line', 'Shells on the mill\n\n‖Two died'],
    ['not at a line end', 'Shells fell on\nthe mill. ‖They hit\nnobody.'],
    ['where white space was lost', 'It fell on Vantry.‖The town burned, he said.‖"Nobody came."'],
    ['not within a name on the net', 'They wrote on vantry.example and left.‖ It is down.'],
    ['in capitals', 'GEN. ORLA SAID TWO MEN DIED.‖ THE REST FLED AT 5 A.M. TODAY.'],
    ['in small letters', 'two men died in vantry.‖ the rest fled with mr. hale.‖ nobody came.'],
    ['in Arabic', 'قتل رجلان في المدينة.‖ هل فر الآخرون؟‖ لا أحد يعرف.'],
    ['in Chinese', '两人死亡。‖其他人逃走了。'],
  ])('%s', (_, marked) => {
    const body = marked.replaceAll('‖', '')
    expect(sentencesOf(body)).toEqual(marked.split('‖').map(sentence => sentence.trim()))
  })

  test('where a region ends, full stop or not; a dateline is its own', () => {
    const body = 'Shells on the mill\nVANTRY (Wire) - Two men died\nRead more'
    const region = (kind: Region['kind'], exact: string): Region => {
      const start = body.indexOf(exact)
      return { kind, span: { start, end: start + exact.length }, by: 'test' }
    }
    const regions = [
      region('headline', 'Shells on the mill'),
      region('prose', 'VANTRY (Wire) - Two men died'),
      region('dateline', 'VANTRY (Wire) -'),
      region('furniture', 'Read more'),
    ]
    const found = segmentReport(reportOf(body, regions))
    expect(found.map(({ region, start, end }) => [region, body.slice(start, end)])).toEqual([
      ['headline', 'Shells on the mill'],
      ['dateline', 'VANTRY (Wire) -'],
      ['prose', 'Two men died'],
      ['furniture', 'Read more'],
    ])
  })
})

test('tokens are words, numbers and marks, a possessive apart', () => {
  expect(tokensOf("Vantry's 1,000 men don't rest; O’Hale’s do.")).toEqual([
    'Vantry',
    "'s",
    '1,000',
    'men',
    "don't",
    'rest',
    ';',
    'O’Hale',
    '’s',
    'do',
    '.',
  ])
  expect(tokensOf('👩‍👩‍👧 cafe\u0301 في المدينة')).toEqual(['👩‍👩‍👧', 'cafe\u0301', 'في', 'المدينة'])
})

test('a very long word is cut, never lost', () => {
  expect(tokensOf(`${'x'.repeat(1000)} y`).join('')).toBe(`${'x'.repeat(1000)}y`)
})

// What later stages do in one sentence takes more than linear time in its length.
describe('a text that runs on is cut into sentences of bounded length', () => {
  test.each([
    ['words', 'word '.repeat(5000), 84],
    ['names', `Al${' Ab'.repeat(5000)}`, 17],
    ['marks without a blank', '"'.repeat(5000), 17],
    ['one word', 'x'.repeat(50_000), 25],
    ['a chain of hyphens', 'a-'.repeat(5000), 34],
    ['a row of full stops', `${'!'.repeat(5000)}x`, 17],
  ])('%s', (_, body, count) => {
    const sentences = segmentReport(reportOf(body))
    expect(sentences.length).toBeLessThanOrEqual(count)
    for (const { start, end, tokens } of sentences) {
      expect(end - start).toBeLessThanOrEqual(longest.characters)
      expect(tokens.length).toBeLessThanOrEqual(longest.tokens)
    }
    expect(
      sentences
        .map(({ start, end }) => body.slice(start, end))
        .join('')
        .replace(/\s/g, ''),
    ).toBe(body.replace(/\s/g, ''))
  })

  test('at the last white space within reach', () => {
    const body = `${'d'.repeat(390)} `.repeat(6)
    expect(sentencesOf(body).map(sentence => sentence.length)).toEqual([5 * 391 - 1, 390])
  })
})

describe('for any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '.',
      '?"',
      '\n',
      '\n\n',
      ' ',
      '\u00a0',
      'Gen.',
      'U.S.',
      'a.m.',
      "'s",
      '👩‍👩‍👧',
      'e\u0301',
      'قتل',
      '。',
      '"A',
      '…',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  const short = fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(''))
  const long = fc.tuple(short, fc.integer({ min: 1, max: 60 })).map(([text, times]) => text.repeat(times))
  const anyBody = fc.oneof({ arbitrary: short, weight: 3 }, long)

  test('sentences, and the tokens in them, stand in order with only white space between', () => {
    fc.assert(
      fc.property(anyBody, body => {
        const sentences = segmentReport(reportOf(body))
        let at = 0
        for (const { start, end, tokens } of sentences) {
          expect(end - start).toBeLessThanOrEqual(longest.characters)
          expect(tokens.length).toBeLessThanOrEqual(longest.tokens)
          expect(body.slice(at, start).trim()).toBe('')
          let inner = start
          for (const token of tokens) {
            expect(token.end).toBeGreaterThan(token.start)
            expect(body.slice(inner, token.start).trim()).toBe('')
            inner = token.end
          }
          expect(body.slice(inner, end).trim()).toBe('')
          expect(body.slice(start, end)).toBe(body.slice(start, end).trim())
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(body.slice(at).trim()).toBe('')
      }),
    )
  })

  test('no sentence crosses a region', () => {
    fc.assert(
      fc.property(anyBody, fc.array(fc.nat(), { maxLength: 6 }), (body, cuts) => {
        const bounds = [...new Set([0, ...cuts.map(cut => cut % (body.length + 1)), body.length])].sort(
          (a, b) => a - b,
        )
        const regions = bounds
          .slice(1)
          .map((end, i): Region => ({ kind: 'caption', span: { start: bounds[i] ?? 0, end }, by: 'test' }))
        for (const { start, end, region } of segmentReport(reportOf(body, regions))) {
          expect(region).toBe('caption')
          expect(regions.filter(({ span }) => span.start < end && start < span.end)).toHaveLength(1)
        }
      }),
    )
  })
})

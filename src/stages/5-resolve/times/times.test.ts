import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import type { Sentence } from '../../../model/sentence.js'
import { edtfBounds } from '../../../text/edtf.js'
import { quoteAt } from '../../../text/quote.js'
import { findTimes, readTimes, resolveTimes } from './index.js'
import { example } from './rule.js'
import { families } from './rules/index.js'

/** A report of one paragraph; a full stop before a capital ends a sentence, as the segmenter has it. */
function reportOf(body: string, published: string | null): { report: Report; sentences: Sentence[] } {
  const sentences = [...body.matchAll(/\S(?:[^.]|\.(?! [A-Z]))*\.?/g)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
    region: 'prose' as const,
    tokens: [],
  }))
  const report: Report = {
    id: 'report:0000000000000000',
    snapshot: `snapshot:${'0'.repeat(64)}`,
    name: 'example',
    body,
    outlet: null,
    headline: null,
    published: published === null ? null : { edtf: published, basis: 'given', quote: null },
    regions: [],
  }
  return { report, sentences }
}

const publishedByDefault = '2031-12-03'

/** The words in brackets, and what the time at their start was read as. */
function readMarked(text: string, published: string | null = publishedByDefault) {
  const start = text.indexOf('[')
  const marked = text.slice(start + 1, text.indexOf(']'))
  const { report, sentences } = reportOf(text.replace(/[[\]]/g, ''), published)
  return { marked, read: readTimes(report, sentences).find(({ quote }) => quote.start === start) }
}

/** Resolves the words in brackets as a reader would have pointed at them. */
function resolveMarked(text: string, published: string | null = publishedByDefault) {
  const start = text.indexOf('[')
  const { report, sentences } = reportOf(text.replace(/[[\]]/g, ''), published)
  const quote = quoteAt(report.body, { start, end: text.indexOf(']') - 1 })
  const mentions = [{ id: 'm1', quote, kind: 'time' as const, by: 'test', score: null }]
  const labels: Labels = { triggers: [], mentions, roles: [], harms: [], attributions: [], same: [] }
  const { value, notes } = resolveTimes(report, sentences, labels)
  return { time: value.get('m1'), codes: notes.map(({ code }) => code) }
}

describe.each(families.flatMap(({ rules }) => rules))('rule $id', ({ examples }) => {
  test('has examples', () => expect(examples.length).toBeGreaterThan(0))
  test.each(examples.map(row => [row.text, row] as const))('%s', (_, row) => {
    const { marked, read } = readMarked(row.text, row.published)
    expect(read?.quote.exact).toBe(marked)
    expect(read?.value.edtf).toBe(row.edtf)
    expect(read?.value.timex).toMatchObject({ value: row.timex, ...(row.mod && { mod: row.mod }) })
  })
})

test('each rule has a name of its own', () => {
  const ids = families.flatMap(({ rules }) => rules.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

describe('words about a time', () => {
  test.each([
    example('They have held it since [May].', '2031-05/..', '2031-05'),
    example('The truce holds until [Friday].', '../2031-12-05', '2031-12-05'),
    example('Fighting began on [19 June].', '2031-06-19/..', '2031-06-19'),
    example('The army began its assault on the town in [June].', '2031-06/..', '2031-06'),
    example('The rains began, and in [June] the town fell.', '2031-06', '2031-06'),
    example('The bomb went off at [10:35 a.m.] (0735 GMT) Friday.', '2031-11-28', '2031-11-28T10:35'),
    example('The siege ran from [March 2030] to June 2030.', '2030-03/2030-06', '2030-03'),
    example('It fell between [Monday] and Tuesday.', '2031-12-01/2031-12-02', '2031-12-01'),
    example('They fought in [January] and February 2030.', '2030-01', '2030-01'),
    example('The truce lasts through [the end of 2031].', '../2031', '2031'),
    example('Nothing is known for [now].', null, 'PRESENT_REF'),
    example('They have held it since [Dec. 5].', 'XXXX-12-05/..', 'XXXX-12-05', { published: null }),
  ])('$text', ({ text, edtf, timex, published }) => {
    const { read } = readMarked(text, published)
    expect({ edtf: read?.value.edtf, timex: read?.value.timex.value }).toEqual({ edtf, timex })
  })
})

describe('the tense of the clause', () => {
  test.each([
    ['Shells fell on the town on [Thursday].', '2031-11-27'],
    ['The court will rule on [Thursday].', '2031-12-04'],
    ['The army said [Thursday] that it would leave.', '2031-11-27'],
    ['The leaders agreed to meet [Thursday].', '2031-12-04'],
    ['Talks are scheduled for [Thursday].', '2031-12-04'],
    ['The judge on [Thursday] ordered that they be freed.', '2031-11-27'],
    ['They would appeal [Thursday]’s ruling.', '2031-11-27'],
    ['It shut due to the rain on [Thursday].', '2031-11-27'],
    ['In May, rebels on [Thursday] took it.', '2031-11-27'],
    ['They set [14 December] as the last day.', '2031-12-14'],
  ])('%s', (text, edtf) => {
    expect(readMarked(text).read?.value.edtf).toBe(edtf)
  })
})

describe('a text that tells of another time', () => {
  const history =
    'The war began on 3 March 1901. It spread on 4 May 1901 and on 7 June 1901. By 9 November 1901 it was lost.'
  test.each([
    ['The port fell on [2 December].', '1901-12-02'],
    ['In [January] the last fort fell.', '1902-01'],
  ])('%s', (text, edtf) => {
    const { read } = readMarked(`${history} ${text}`)
    expect(read?.value).toMatchObject({ edtf, anchor: 'text' })
    expect(read?.basis).toEqual({ kind: 'implied', by: 'time:year-from-text' })
  })
})

describe('what the words state and what a rule implied', () => {
  test.each([
    ['It fell on [24 November 2030].', 'stated', 'time:day-month', 'none'],
    ['It fell on [24 November].', 'implied', 'time:year-from-publication', 'published'],
    ['It fell on [Tuesday].', 'implied', 'time:weekday-past', 'published'],
    ['It fell on 5 May 2030 and was retaken [two days later].', 'implied', 'time:from-text', 'text'],
  ])('%s', (text, kind, by, anchor) => {
    const { read } = readMarked(text)
    expect(read?.basis).toEqual({ kind, by })
    expect(read?.value.anchor).toBe(anchor)
  })
})

describe('mentions', () => {
  test.each([
    ['The airliner fell in [mid-October] over the hills.', '2031-10-11/2031-10-20'],
    ['The airliner fell [in mid-October] over the hills.', '2031-10-11/2031-10-20'],
    ['The airliner fell in mid-[October] over the hills.', '2031-10-11/2031-10-20'],
    ['The siege ran [from March 2030 to June 2030].', '2030-03/2030-06'],
  ])('%s', (text, edtf) => {
    expect(resolveMarked(text).time?.value.edtf).toBe(edtf)
  })

  test('the evidence is the mention’s own words', () => {
    expect(resolveMarked('It fell [on 24 November 2030].').time?.evidence[0].exact).toBe(
      'on 24 November 2030',
    )
  })
})

describe('notes', () => {
  test.each([
    ['He left on [31 February 2030].', publishedByDefault, ['time-impossible-date']],
    ['He left on [31 February].', publishedByDefault, ['time-impossible-date']],
    ['He left on [Tuesday].', null, ['time-publication-unknown']],
    ['He left on [6 December].', null, ['time-publication-unknown']],
    ['He left on [24 November].', publishedByDefault, ['time-year-implied']],
    ['He died in [2040].', publishedByDefault, ['time-after-publication']],
    ['He left [in a hurry].', publishedByDefault, ['time-not-understood']],
    ['He left on [24 November 2030].', publishedByDefault, []],
  ])('%s', (text, published, codes) => {
    const { time, codes: found } = resolveMarked(text, published)
    expect(found).toEqual(codes)
    if (codes[0] === 'time-impossible-date') expect(time?.value).toMatchObject({ edtf: null, earliest: null })
  })

  test('the publication date is never put in for a time that is not told', () => {
    expect(resolveMarked('They fought [for three weeks].').time?.value.edtf).toBeNull()
    expect(resolveMarked('They fought [recently].').time?.value.edtf).toBeNull()
  })
})

const vocabulary = families.flatMap(({ rules }) =>
  rules.flatMap(({ examples }) => examples.flatMap(({ text }) => text.replace(/[[\]]/g, '').split(' '))),
)
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...vocabulary), fc.string({ maxLength: 4 }), fc.nat(99999).map(String)), {
    maxLength: 60,
  })
  .map(words => words.join(' '))

test('whatever the text, every time is words of it, in order, with a value that EDTF knows', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.constantFrom('2031-12-03', '2031-12', '2031', '0001-01-01', '9999-12-31', null),
      (text, published) => {
        const { report, sentences } = reportOf(text, published)
        let end = 0
        for (const { quote, value } of readTimes(report, sentences)) {
          expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
          expect(quote.start).toBeGreaterThanOrEqual(end)
          end = quote.end
          if (value.edtf === null) continue
          const { earliest, latest } = edtfBounds(value.edtf)
          if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true)
        }
        expect(findTimes(text, sentences)).toHaveLength(readTimes(report, sentences).length)
      },
    ),
    { numRuns: 300 },
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import { quoteAt } from '../../../text/quote.js'
import { findCounts, resolveCounts } from './index.js'

const found = (body: string): string[] =>
  findCounts(body, [{ start: 0, end: body.length, region: 'prose', tokens: [] }]).map(({ start, end }) =>
    body.slice(start, end),
  )

/** What the whole of a text comes to, as [low, high, vague]. */
function read(body: string) {
  const quote = quoteAt(body, { start: 0, end: body.length })
  const labels = {
    mentions: [{ id: 'm1', quote, kind: 'count', by: 'test', score: null }],
  } as unknown as Labels
  const value = resolveCounts({ body } as Report, labels).value.get('m1')?.value
  return value && [value.low, value.high, value.vague]
}

describe('what a count comes to (codebook section 4)', () => {
  test.each([
    ['12', 12, 12, null],
    ['1,200', 1200, 1200, null],
    ['1,20,000', 120000, 120000, null],
    ['3.3 million', 3300000, 3300000, null],
    ['twelve', 12, 12, null],
    ['twenty-four', 24, 24, null],
    ['Ninety one', 91, 91, null],
    ['two hundred and twenty-four', 224, 224, null],
    ['two thousand five hundred', 2500, 2500, null],
    ['two hundred thousand', 200000, 200000, null],
    ['two lakh', 200000, 200000, null],
    ['a dozen', 12, 12, null],
    ['two dozen', 24, 24, null],
    ['a hundred', 100, 100, null],
    ['half a dozen', 6, 6, null],
    ['half a million', 500000, 500000, null],
    ['at least 12', 12, null, null],
    ['no fewer than six', 6, null, null],
    ['12 or more', 12, null, null],
    ['50+', 50, null, null],
    ['more than 12', 13, null, null],
    ['OVER 250', 251, null, null],
    ['more than two dozen', 25, null, null],
    ['up to 50', null, 50, null],
    ['as many as 2,000', null, 2000, null],
    ['fewer than 50', null, 49, null],
    ['10 to 15', 10, 15, null],
    ['10-15', 10, 15, null],
    ['10 to 15 thousand', 10000, 15000, null],
    ['between 10 and 15', 10, 15, null],
    ['two or three', 2, 3, null],
    ['about 40', 40, 40, 'about'],
    ['An estimated 5,000', 5000, 5000, 'estimated'],
    ['some 400', 400, 400, 'some'],
    ['40 or so', 40, 40, 'or so'],
    ['a total of 900', 900, 900, null],
    ['the other two', 2, 2, null],
    ['all 224', 224, 224, null],
    ['dozens', null, null, 'dozens'],
    ['tens of thousands', null, null, 'tens of thousands'],
    ['a few hundred', null, null, 'a few hundred'],
    ['A number of', null, null, 'A number of'],
    ['several', null, null, 'several'],
    ['both', 2, 2, null],
    ['no', 0, 0, null],
    ['a', 1, 1, null],
    ['the pilot', 1, 1, null],
    ['the pilots', null, null, 'the pilots'],
    ['Ada Example', 1, 1, null],
    ['deaths', null, null, 'deaths'],
  ])('%s', (text, low, high, vague) => expect(read(text)).toEqual([low, high, vague]))

  test('the shortest number wins over none in a longer mention', () => {
    expect(read('two of its soldiers')).toEqual([2, 2, null])
  })
})

describe('where counts stand', () => {
  test.each([
    ['At least 12 people and dozens of horses', ['At least 12', 'dozens']],
    ['A family of five, both parents and three others', ['five', 'both', 'three']],
    ['There were no casualties', ['no']],
    ['No one was hurt', ['No']],
    ['In 2030, 43 were hurt', ['43']],
    ['killed 2000 villagers', ['2000']],
    ['4\nREGIONAL LEADERS', ['4']],
    ['Four of the 12 died', ['Four', 'the 12']],
  ])('%s', (text, counts) => expect(found(text)).toEqual(counts))

  test.each([
    ['dates', 'on 31 March, March 31, 30-31 March and 3 May 2031'],
    ['years', 'in 2030 and since 1999'],
    ['ages', 'a 12-year-old, aged 30, and Ada Example, 27, and Bo Example (41)'],
    ['money', '$3 million, £400, 30 dollars and 2 million euros'],
    ['percentages', '30 percent, 12% and 5 per cent'],
    ['measures', '5 km, 300 square miles and 20 tonnes'],
    ['times', '10:30, 9 pm and 1500 GMT'],
    ['durations', 'two days, a 24-hour curfew and 6 months'],
    ['ordinals', 'the 12th and the third'],
    ['names', 'T-72 tanks, Resolution 2254, Flight 370, a Boeing 737'],
    ['refusals', 'no comment and no one else knew'],
    ['pronouns', 'one another, this one and each one'],
  ])('not in %s', (_, text) => expect(found(text)).toEqual([]))

  test('spans lie in the text, in order, none over another', () => {
    const words = fc.constantFrom(
      'at least',
      '12',
      'a',
      'dozen',
      'of',
      'no',
      'dead',
      '-',
      'million',
      '\n',
      '🙂',
      'السلام',
      '1,000',
    )
    fc.assert(
      fc.property(fc.array(words), parts => {
        const body = parts.join(' ')
        const spans = findCounts(body, [{ start: 0, end: body.length, region: 'prose', tokens: [] }])
        let last = 0
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(body.length)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import { quoteAt } from '../../../text/quote.js'
import { findCounts, resolveCounts } from './index.js'
import { partRules, totalRules } from './relations.js'

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
    ['Orlo, 27, was killed', 1, 1, null],
    ['Dana Orlo was shot dead', 1, 1, null],
    ['Dana Orlo, a farmer who was shot', 1, 1, null],
    ['her 12-year-old son Jojo', 1, 1, null],
    ['Soldiers died', null, null, 'Soldiers died'],
    ['a new wave of villagers', null, null, 'a new wave of villagers'],
    ['a family doctor', 1, 1, null],
    ['Ada Example', 1, 1, null],
    ['deaths', null, null, 'deaths'],
    ['Marlow', 1, 1, null],
    ['PERSON', null, null, 'PERSON'],
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

/** Reads counts in brackets and braces; gives what the one in braces is part of, whether it is a total, and the notes. */
function related(marked: string) {
  const body = marked.replace(/[[\]{}]/g, '')
  const mentions = [...marked.matchAll(/[[{]([^\]}]+)[\]}]/g)].map((match, i) => {
    const start = match.index - 2 * i
    const quote = quoteAt(body, { start, end: start + (match[1]?.length ?? 0) })
    return { id: match[0].startsWith('{') ? 'it' : `m${i}`, quote, kind: 'count', by: 'test', score: null }
  })
  const { value, notes } = resolveCounts({ body } as Report, { mentions } as unknown as Labels)
  const it = value.get('it')
  return { part: it?.value.partOf?.exact ?? null, total: it?.value.cumulative, by: it?.basis.by, notes }
}

describe('a count that is part of another', () => {
  test.each(partRules)('$rule', ({ rule, example }) => {
    const [, whole] = /\[([^\]]+)\]/.exec(example) ?? []
    expect(related(example)).toMatchObject({ part: whole, total: false, notes: [] })
    expect(related(example).by).toContain(`+part:${rule}`)
  })

  test.each([
    ['further down a list', '[12] people, including [three] children and {two} women, died', '12'],
    ['of a vague whole', '[dozens] of people, among them {three} children, died', 'dozens'],
    ['of an at least', '[at least 12] people, including {13} children, died', 'at least 12'],
    [
      'of what was told with harm of another sort between',
      '[12] died and [20] were hurt, including {three} children',
      '20',
    ],
    ['another harm', '[12] people, including [three] children, died and {20} were hurt', null],
    ['the others', '[12] died and {the other two} fled', null],
    ['in a sentence of its own', '[12] people died. Those hurt, including {three} children, fled', null],
    ['a list that does not add up', '[six] people – [three] men and {two} women – died', null],
    ['beside', '[12] soldiers and {three} children died', null],
  ])('%s', (_, text, whole) => expect(related(text).part).toBe(whole))

  test('is none where it is more than the whole, and that is told', () => {
    const { part, notes } = related('[12] people, including {20} children, died')
    expect(part).toBeNull()
    expect(notes.map(({ code, at }) => [code, at?.exact])).toEqual([['count-impossible', '20']])
  })

  test('more than there are people is told, and kept as written', () => {
    const { notes } = related('{20 billion} people died')
    expect(notes.map(({ code }) => code)).toEqual(['count-impossible'])
  })
})

describe('a running total', () => {
  test.each(totalRules)('$rule', ({ rule, example }) => {
    expect(related(example)).toMatchObject({ total: true, part: null })
    expect(related(example).by).toContain(`+total:${rule}`)
  })

  test.each([
    ['The death toll rose to {at least 40}', true],
    ['The death toll now stands at {667}, including the [60] who died on the train', true],
    ['The total number of dead is now {40}', true],
    ['So far {40} people have died', true],
    ['In total, {40} died', true],
    ['{400} people have died since 2030', true],
    ['A bomb killed {40}', false],
    ['The toll was heavy: a bomb killed {40}', false],
    ['{40} people died on Monday, police said since then', false],
  ])('%s: %s', (text, total) => expect(related(text).total).toBe(total))
})

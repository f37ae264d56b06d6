import { describe, expect, test } from 'vitest'
import { prf } from '../tally.js'
import { CodedEvent } from './coding.js'
import { nameWords, sameName } from './names.js'
import { quoteFinder } from './quotes.js'
import { recordTally, type Slot, scoreReport } from './score-report.js'
import { sameTime, timesOverlap } from './times.js'

const text =
  'Jets of the Orland air force bombed Vantry on Monday and killed 12 people, monitors said. The raid hit a market.'

const strike = CodedEvent.parse({
  kind: 'air-strike',
  trigger: ['bombed', 'raid'],
  status: 'asserted',
  when: { edtf: '2031-03-03' },
  where: [{ name: 'Vantry', country: 'FR', quotes: ['Vantry'] }],
  initiators: [{ name: 'Orland air force', quotes: ['Orland air force'] }],
  targets: [{ name: 'a market', quotes: ['a market'] }],
  means: ['Jets'],
  harm: [{ what: 'killed', low: 12, high: 12, quotes: ['12 people'] }],
  said: [{ holder: 'monitors', stance: 'says', about: 'harm' }],
})
const f1 = (system: readonly CodedEvent[], gold: readonly CodedEvent[] = [strike]): number =>
  prf(recordTally(scoreReport(text, gold, system))).f1
const slot = (name: Slot, change: Partial<CodedEvent>): unknown =>
  scoreReport(text, [strike], [{ ...strike, ...change }])[name]
const right = { tp: 1, fp: 0, fn: 0 }
const wrong = { tp: 0, fp: 1, fn: 1 }

describe('a report’s score', () => {
  test('gold against gold is 1, and an empty system is 0', () => {
    expect(f1([strike])).toBe(1)
    expect(f1([])).toBe(0)
    expect(f1([], [])).toBe(0)
  })

  test('an event without a partner costs each of its values', () => {
    expect(recordTally(scoreReport(text, [strike], []))).toEqual({ tp: 0, fp: 0, fn: 9 })
    expect(recordTally(scoreReport(text, [], [strike]))).toEqual({ tp: 0, fp: 9, fn: 0 })
  })

  test('events pair by overlapping triggers, or by kind where triggers are near', () => {
    const elsewhere = { ...strike, trigger: ['market'] }
    expect(scoreReport(text, [strike], [elsewhere]).event).toEqual(right)
    expect(scoreReport(text, [strike], [{ ...elsewhere, kind: 'shelling' }]).event).toEqual(wrong)
    expect(scoreReport(text, [strike], [{ ...strike, kind: 'shelling' }]).event).toEqual(right)
    const far = `bombed${' '.repeat(81)}bombed`
    const [first, second] = [
      { ...strike, trigger: ['bombed'] },
      { ...strike, trigger: ['bombed@2'] },
    ]
    expect(scoreReport(far, [first], [second]).event).toEqual(wrong)
  })

  test.each<[string, Slot, Partial<CodedEvent>, unknown]>([
    ['a kind of the same family', 'family', { kind: 'shelling' }, right],
    ['another kind', 'kind', { kind: 'shelling' }, wrong],
    ['a time left out', 'when', { when: null }, { tp: 0, fp: 0, fn: 1 }],
    ['a wider time', 'when', { when: { edtf: '2031-03' } }, wrong],
    ['a wider time, leniently', 'when (overlap)', { when: { edtf: '2031-03' } }, right],
    ['a qualified time', 'when', { when: { edtf: '2031-03-03~' } }, right],
    [
      'a place of another country',
      'where',
      { where: [{ name: 'Vantry', country: 'DE', quotes: [] }] },
      wrong,
    ],
    ['a shorter name', 'initiators', { initiators: [{ name: 'the air force', quotes: [] }] }, right],
    ['another name at the same words', 'targets', { targets: [{ name: 'x', quotes: ['market'] }] }, right],
    ['other means', 'means', { means: ['raid'] }, wrong],
    ['another count', 'harm', { harm: [{ what: 'killed', low: 12, high: null, quotes: ['12'] }] }, wrong],
    ['other harm', 'harm', { harm: [{ what: 'injured', low: 12, high: 12, quotes: ['12'] }] }, wrong],
    ['another stance', 'said', { said: [{ holder: 'monitors', stance: 'denies', about: 'harm' }] }, wrong],
    ['a hedge for a holder', 'said', { said: [{ holder: null, stance: 'says', about: 'harm' }] }, wrong],
    [
      'one value too many',
      'said',
      { said: [...(strike.said ?? []), ...(strike.said ?? [])] },
      { tp: 1, fp: 1, fn: 0 },
    ],
  ])('%s', (_, name, change, expected) => {
    expect(slot(name, change)).toEqual(expected)
  })
})

describe('names', () => {
  test.each([
    ['The Group of Orland', 'orland'],
    ['Orland’s army', 'orland army'],
    ["Orland's", 'orland'],
    ["O'Sullivan", 'o sullivan'],
    ['Fünfhaus-Café', 'funfhaus cafe'],
    ['snake_case ٣', 'snake_case ٣'],
    ['ＮＡＴＯ', 'nato'],
    ['सि', 'स'],
  ])('%s', (name, words) => {
    expect([...nameWords(name)].join(' ')).toBe(words)
  })

  test('are the same where one holds all words of the other, and never where one has none', () => {
    expect(sameName('the army', 'Orland army')).toBe(true)
    expect(sameName('army chief', 'Orland army')).toBe(false)
    expect(sameName('the', 'the')).toBe(false)
    expect(sameName(null, '')).toBe(false)
  })
})

describe('times', () => {
  test.each([
    ['2031-03-03', '2031-03', true],
    ['2031-22', '2031-08-31', true],
    ['2031-24', '2032-02-29', true],
    ['2031-24', '2032-03-01', false],
    ['203X', '2039', true],
    ['2031-05/..', '2040', true],
    ['../2031-05', '2031-06', false],
    ['2031-02-29', '2031', false],
    ['2031-13', '2031', false],
    ['soon', '2031', false],
    ['XXXX-12-06', '2031', true],
  ])('%s and %s', (a, b, expected) => {
    expect(timesOverlap(a, b)).toBe(expected)
    expect(timesOverlap(b, a)).toBe(expected)
  })

  test('no time is the same as no time only', () => {
    expect(sameTime(null, null)).toBe(true)
    expect(sameTime(null, '2031')).toBe(false)
  })
})

test('quotes are found in code points, by their number, and only where they stand', () => {
  const locate = quoteFinder('😀 raid, raid')
  expect(locate(['raid', 'raid@2', 'raid@3', 'raids', { start: 2, end: 6, exact: 'raid' }])).toEqual([
    { start: 2, end: 6 },
    { start: 8, end: 12 },
    { start: 2, end: 6 },
  ])
  expect(locate(null)).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { InputFault } from '../model/input-fault.js'
import { asRead } from '../model/recorded.js'
import { Review } from '../model/review.js'
import { findWords } from './find-words.js'
import { foldReviews } from './fold-reviews.js'
import { madeUpReading } from './made-up.js'
import { type Asked, missedEvent, seenAt, takeDecision } from './take-decision.js'

const body = 'Rockets hit Velat and killed 12. Velat is a port. See name@2.'
const reading = madeUpReading(body, [[{ trigger: 'hit', kind: 'shelling', at: 'Velat', killed: 12 }]])
const [on] = reading.events.map(asRead)
if (!on) throw new Error('an event')
const bodies = new Map([[reading.report.id, body]])
const asked = (
  decision: Asked['decision'],
  path: string | null = null,
  more: Partial<Asked> = {},
): Asked => ({
  reviewer: 'Ada',
  at: '2031-03-08T09:00:00Z',
  blind: false,
  on,
  path,
  decision,
  note: '',
  ...more,
})
const count = { what: 'killed', low: 13, high: 13, vague: null, of: null, cumulative: false }
const refusal = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof InputFault) return `${error.code}: ${error.message} — ${error.help}`
    throw error
  }
  return 'nothing was refused'
}

describe('words of a report', () => {
  it.each([
    ['killed', 22],
    ['Velat@1', 12],
    ['Velat@2', 33],
    ['name@2', 54],
    [{ start: 0, end: 7 }, 0],
  ] as const)('%j are found', (words, start) => {
    expect(findWords(body, words).start).toBe(start)
  })

  it.each([
    ['Velat', /words-ambiguous: .*2 times: @1 at 12: …Rockets hit \[Velat\].*@2 at 33.*Velat@2/],
    ['Dorvan', /words-not-found: the report does not say “Dorvan”/],
    ['rockets', /it does say “Rockets”/],
    ['Velat@3', /says “Velat” 2 times only/],
    ['', /words-not-found/],
    [{ start: 50, end: 900 }, /no words at 50\.\.900/],
  ] as const)('%j are refused', (words, complaint) => {
    expect(refusal(() => findWords(body, words))).toMatch(complaint)
  })
})

describe('a decision that is asked for', () => {
  it.each<[string, Asked]>([
    ['accept', asked({ kind: 'accept' })],
    ['reject a value', asked({ kind: 'reject' }, 'harm.0')],
    ['correct', asked({ kind: 'correct', field: 'harm', value: count, words: ['12'] }, 'harm.0')],
    ['add a value without words', asked({ kind: 'correct', field: 'means', value: 'rockets', words: null })],
    ['note', asked({ kind: 'note' }, null, { note: 'Look again.' })],
  ])('to %s is valid, and the fold knows what to do with it', (_, request) => {
    const review = takeDecision(request, bodies)
    expect(Review.parse(review)).toEqual(review)
    expect(foldReviews([reading], [review]).loose).toEqual([])
  })

  it('adds an event that was missed', () => {
    const missed = missedEvent(reading.report, 'attack', 'asserted', ['killed'])
    const review = takeDecision(asked({ kind: 'add' }, null, { on: missed }), bodies)
    const { occurrences } = foldReviews([reading], [review])
    expect(occurrences.map(({ tellings: [{ kind }] }) => kind.value)).toEqual(['shelling', 'attack'])
  })

  it.each<[string, () => unknown, RegExp]>([
    [
      'by nobody',
      () => takeDecision(asked({ kind: 'accept' }, null, { reviewer: ' ' }), bodies),
      /no-reviewer/,
    ],
    ['on no value', () => seenAt(on, 'harm.1'), /no-such-value.*harm\.0 \(what killed, low 12/],
    ['on no field', () => seenAt(on, 'colour'), /no-such-value/],
    ['that rejects the kind', () => takeDecision(asked({ kind: 'reject' }, 'kind'), bodies), /not-decidable/],
    [
      'that merges it with itself',
      () => takeDecision(asked({ kind: 'merge', with: [on] }), bodies),
      /not-decidable/,
    ],
    [
      'to set what is no value',
      () =>
        takeDecision(
          asked({ kind: 'correct', field: 'kind', value: 'bombardment', words: null }, 'kind'),
          bodies,
        ),
      /not-a-value: no value of kind: .*air-strike/,
    ],
    [
      'to make a place of a count',
      () =>
        takeDecision(asked({ kind: 'correct', field: 'where', value: {}, words: null }, 'harm.0'), bodies),
      /cannot become/,
    ],
    [
      'to add no kind',
      () => missedEvent(reading.report, 'bang', 'asserted', ['hit']),
      /“bang” is no kind.*shelling/,
    ],
  ])('%s is refused', (_, act, complaint) => {
    expect(refusal(act)).toMatch(complaint)
  })
})

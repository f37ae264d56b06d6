import { describe, expect, it } from 'vitest'
import { asRead, type RecordedEvent } from '../model/recorded.js'
import { clashingFields } from './disagreement.js'
import { foldReviews } from './fold-reviews.js'
import { decisionOn, type MadeUpClaim, madeUpReading } from './made-up.js'
import { urgencyOf } from './urgency.js'

const body = 'Rockets hit Velat and killed 12; others say 15. Drones struck Dorvan.'
const read = (claim: Partial<MadeUpClaim> = {}, text = body): RecordedEvent => {
  const [event] = madeUpReading(text, [[{ trigger: 'hit', kind: 'shelling', score: 0.9, ...claim }]]).events
  if (!event) throw new Error('an event')
  return asRead(event)
}
const decide = (event: RecordedEvent, ...reviews: ReturnType<typeof decisionOn>[]): RecordedEvent[] => {
  const reading = madeUpReading(body, [[{ trigger: 'hit', kind: 'shelling', score: 0.9, at: 'Velat' }]])
  return foldReviews([reading], reviews)
    .occurrences.flatMap(({ tellings }) => tellings)
    .filter(({ id }) => id === event.id)
}
const withDenial = (event: RecordedEvent): RecordedEvent => {
  const value = { holder: 'The army', stance: 'denies', about: 'event', via: null, cue: null } as const
  return { ...event, said: [{ ...event.kind, value }] }
}

describe('doubt', () => {
  it.each([
    ['a certain event without values', read({ score: 1 }), 0],
    ['a scored event', read(), 0.1],
    [
      'an event and its worst value',
      { ...read(), where: read({ at: 'Velat', score: 0.5 }).where },
      1 - 0.9 * 0.5,
    ],
  ])('of %s', (_, event, doubt) => {
    expect(urgencyOf([event]).doubt).toBeCloseTo(doubt, 10)
  })

  it('without a score goes by the basis', () => {
    const [where] = read({ at: 'Velat' }).where
    if (!where) throw new Error('a place')
    const as = (kind: 'stated' | 'implied') => ({
      ...read({ score: 1 }),
      where: [{ ...where, score: null, basis: { kind, by: 'x' } }],
    })
    expect(urgencyOf([as('implied')]).doubt).toBeGreaterThan(urgencyOf([as('stated')]).doubt)
  })

  it('is of what is undecided alone', () => {
    const event = read({ at: 'Velat' })
    expect(urgencyOf([event])).toMatchObject({ undecided: 4 })
    expect(urgencyOf(decide(event, decisionOn(event, { kind: 'accept' })))).toEqual({
      undecided: 0,
      doubt: 0,
      disagreement: 0,
    })
  })
})

describe('disagreement', () => {
  const [twelve, fifteen] = [read({ killed: 12 }), read({ killed: 15 })]
  it.each([
    ['nothing', [read()], []],
    ['counts of two tellings that cannot both be true', [twelve, fifteen], ['harm']],
    ['equal counts', [twelve, twelve], []],
    ['a dispute', [read({ status: 'disputed' })], ['status']],
    ['a telling that it happened and one that it did not', [read(), read({ status: 'negated' })], ['status']],
    ['a plan and its doing', [read(), read({ status: 'prospective' })], []],
    ['two kinds', [read(), read({ kind: 'air-strike' })], ['kind']],
    ['two towns', [read({ at: 'Velat' }), read({ at: 'Dorvan' })], ['where']],
    ['a town and none', [read({ at: 'Velat' }), read()], []],
    ['a voice that denies it', [withDenial(read())], ['said']],
  ] as const)('is found in %s', (_, tellings, fields) => {
    expect(clashingFields(tellings)).toEqual(fields)
  })

  it('counts decisions that clash', () => {
    const event = read({ at: 'Velat' })
    const [ada, ben] = [{ blind: true }, { blind: true, reviewer: 'Ben' }]
    const both = decide(
      event,
      decisionOn(event, { kind: 'accept' }, ada),
      decisionOn(event, { kind: 'reject' }, ben),
    )
    expect(urgencyOf(both).disagreement).toBe(2)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asRead, type RecordedEvent, RecordedEvent as Schema, valueFields } from '../model/recorded.js'
import type { Decision, Review } from '../model/review.js'
import { foldReviews } from './fold-reviews.js'
import { decisionOn, madeUpReading, seenIn, wordsIn } from './made-up.js'

const readings = [
  madeUpReading('Rockets hit Velat and killed 12. Gunmen raided Dorvan, then attacked Oskar.', [
    [{ trigger: 'hit', kind: 'shelling', at: 'Velat', killed: 12 }],
    [
      { trigger: 'raided', kind: 'raid', by: 'Gunmen', at: 'Dorvan' },
      { trigger: 'attacked', at: 'Oskar' },
    ],
  ]),
  madeUpReading('Four rockets fell on Velat.', [[{ trigger: 'fell', kind: 'shelling', at: 'Velat' }]]),
]
const events = readings.flatMap(reading => reading.events.map(asRead))
const bodies = new Map(readings.map(({ report }) => [report.id, report]))

/** One of the decisions that may be taken on an event, by a few numbers. */
function decide(n: number, who: number, minute: number, blind: boolean): Review {
  const on = events[n % events.length]
  const other = events[(n + 1) % events.length]
  const report = on && bodies.get(on.report)
  if (!on || !other || !report) throw new Error('there are events')
  const to = { field: 'means', value: 'rockets', evidence: n % 2 ? wordsIn(report, 'Velat') : null } as const
  const decisions: readonly Decision[] = [
    { kind: 'accept' },
    { kind: 'reject' },
    { kind: 'correct', to },
    { kind: 'merge', with: [other] },
    { kind: 'split', off: [other.id] },
    { kind: 'split', off: on.claims.slice(0, 1) },
    { kind: 'note' },
  ]
  const decision = decisions[n % decisions.length]
  const onValue = n % 3 === 0 && (decision?.kind === 'accept' || decision?.kind === 'reject')
  const taken = { minute, blind, reviewer: ['Ada', 'Ben', 'Cy'][who % 3] ?? 'Ada' }
  return decisionOn(on, decision ?? { kind: 'note' }, taken, onValue ? seenIn(on, 'where') : null)
}
const decision = fc.tuple(fc.nat(60), fc.nat(2), fc.nat(59), fc.boolean()).map(all => decide(...all))
const decisions = fc.array(decision, { maxLength: 12 })
const told = (reviews: readonly Review[], of = readings): RecordedEvent[] =>
  foldReviews(of, reviews).occurrences.flatMap(({ tellings }) => tellings)

describe('the fold of any decisions', () => {
  it('is the same whatever order readings and decisions come in, and however often', () => {
    fc.assert(
      fc.property(decisions, reviews => {
        const record = foldReviews(readings, reviews)
        expect(foldReviews(readings.toReversed(), [...reviews.toReversed(), ...reviews])).toEqual(record)
      }),
    )
  })

  it('is of the record’s schema, with each event once', () => {
    fc.assert(
      fc.property(decisions, reviews => {
        const all = told(reviews)
        for (const event of all) Schema.parse(event)
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
      }),
    )
  })

  it('has no value without words unless a reviewer said so', () => {
    fc.assert(
      fc.property(decisions, reviews => {
        const wordless = told(reviews)
          .flatMap(event => valueFields.flatMap(field => [event[field]].flat()))
          .filter(({ evidence }) => evidence === null)
        expect(
          wordless.every(({ basis }) =>
            reviews.some(({ id }) => basis.kind === 'reviewed' && basis.by === id),
          ),
        ).toBe(true)
      }),
    )
  })

  it('is what it was once one more is undone, and what it was with that once the undoing is undone', () => {
    fc.assert(
      fc.property(decisions, decision, (reviews, one) => {
        fc.pre(!reviews.some(({ id }) => id === one.id))
        const undo = decisionOn(one.on, { kind: 'undo', review: one.id }, { minute: 59 })
        const again = decisionOn(one.on, { kind: 'undo', review: undo.id }, { minute: 59, reviewer: 'Ben' })
        expect(foldReviews(readings, [...reviews, one, undo])).toEqual(foldReviews(readings, reviews))
        expect(foldReviews(readings, [...reviews, one, undo, again])).toEqual(
          foldReviews(readings, [...reviews, one]),
        )
      }),
    )
  })

  it('keeps what was decided when a newer reading tells nothing', () => {
    fc.assert(
      fc.property(decisions, reviews => {
        const kept = reviews.filter(
          ({ decision: { kind } }) => kind === 'accept' || kind === 'correct' || kind === 'reject',
        )
        const nothing = readings.map(reading => ({ ...reading, claims: [], events: [] }))
        const before = told(kept).filter(({ decided }) => decided)
        const after = new Set(told(kept, nothing).map(({ id }) => id))
        expect(before.filter(({ id }) => !after.has(id))).toEqual([])
      }),
    )
  })
})

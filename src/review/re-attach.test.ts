import { describe, expect, it } from 'vitest'
import { asRead, type RecordedEvent } from '../model/recorded.js'
import type { Review } from '../model/review.js'
import type { Reviewable } from '../ports/review.js'
import { foldReviews } from './fold-reviews.js'
import { decisionOn, type MadeUpClaim, madeUpReading, seenIn, wordsIn } from './made-up.js'
import { contextOf, findQuote } from './relocate.js'

const text = 'Rockets hit Velat and killed 12 people. Gunmen raided Dorvan, where 3 died in the raid.'
const hit: MadeUpClaim = { trigger: 'hit', kind: 'shelling', at: 'Velat', killed: 12 }
const raid: MadeUpClaim = { trigger: 'raided', kind: 'raid', by: 'Gunmen', at: 'Dorvan', killed: 3 }
const read = (events: Parameters<typeof madeUpReading>[1], body = text): Reviewable =>
  madeUpReading(body, events, 'one report')
const older = read([[hit], [raid]])
const first = ({ events: [event] }: Pick<Reviewable, 'events'>): RecordedEvent => {
  if (!event) throw new Error('the reading tells an event')
  return asRead(event)
}
const seen = first(older)
const accept = decisionOn(seen, { kind: 'accept' })
const reject = decisionOn(seen, { kind: 'reject' })
const on = (field: 'where' | 'harm' | 'kind', decision: Review['decision']): Review =>
  decisionOn(seen, decision, {}, seenIn(seen, field))
const toDorvan = {
  field: 'where',
  value: { name: 'Dorvan', country: null, level: 'town', known: null },
  evidence: wordsIn(older.report, 'Dorvan'),
} as const

const fold = (reading: Reviewable, ...reviews: Review[]) => {
  const { occurrences, loose } = foldReviews([reading], reviews)
  return { events: occurrences.flatMap(({ tellings }) => tellings), loose }
}

describe('a decision on an event, where the newest reading', () => {
  it('tells it by the same word: it counts, and the values as seen are decided', () => {
    const newer = read([[{ ...hit, by: 'Rockets' }], [raid]])
    const { events, loose } = fold(newer, accept)
    expect(loose).toEqual([])
    expect(events[0]).toMatchObject({
      decided: {},
      where: [{ decided: {} }],
      initiators: [{ decided: null }],
    })
  })

  it('tells it by another word as well: it is known by both ids', () => {
    const newer = read([[{ ...hit, trigger: 'Rockets hit' }], [raid]])
    const { events, loose } = fold(newer, accept)
    expect(loose).toEqual([])
    expect(events[0]).toMatchObject({
      id: newer.events[0]?.id,
      formerly: [seen.id],
      decided: { how: 'accepted' },
    })
  })

  it('tells it no more: an accepted one stays and is loose', () => {
    const { events, loose } = fold(read([[raid]]), accept)
    expect(events.map(({ id }) => id)).toContain(seen.id)
    expect(events.find(({ id }) => id === seen.id)).toMatchObject({
      claims: [],
      decided: {},
      where: [{ decided: {} }],
    })
    expect(loose).toMatchObject([
      { review: accept.id, event: seen.id, because: expect.stringContaining('“hit”') },
    ])
  })

  it('tells it no more: it waits until somebody has seen that', () => {
    const ben = decisionOn(seen, { kind: 'accept' }, { minute: 1, reviewer: 'Ben' })
    const { events } = fold(read([[raid]]), accept, ben)
    const kept = events.find(({ id }) => id === seen.id) ?? seen
    expect(kept.contested).toEqual([ben.id])
    const settled = decisionOn(kept, { kind: 'accept' }, { minute: 2 })
    const after = fold(read([[raid]]), accept, ben, settled)
    expect(after.loose).toEqual([])
    expect(after.events.find(({ id }) => id === seen.id)?.contested).toBeUndefined()
  })

  it('tells it no more: a rejected one needs nothing, and what was corrected in one stays', () => {
    expect(fold(read([[raid]]), reject)).toMatchObject({ loose: [], events: [{ kind: { value: 'raid' } }] })
    const { events, loose } = fold(read([[raid]]), on('where', { kind: 'correct', to: toDorvan }))
    expect(events.find(({ id }) => id === seen.id)?.where).toMatchObject([{ value: { name: 'Dorvan' } }])
    expect(loose).toHaveLength(1)
  })

  it('tells it in one with another: a rejection does not take that along', () => {
    const second = first({ events: older.events.slice(1) })
    const rejected = decisionOn(second, { kind: 'reject' })
    const { events, loose } = fold(read([[hit, raid]]), rejected)
    expect(events).toHaveLength(1)
    expect(loose).toMatchObject([{ review: rejected.id, event: events[0]?.id }])
    expect(
      fold(
        read([[hit, raid]]),
        rejected,
        decisionOn(first(read([[hit, raid]])), { kind: 'accept' }, { minute: 1 }),
      ),
    ).toMatchObject({
      loose: [],
    })
  })

  it('tells it after somebody had added it: they meet', () => {
    const added = decisionOn({ ...seen, claims: [] }, { kind: 'add' })
    const alone = fold(read([[raid]]), added)
    expect(alone).toMatchObject({ loose: [] })
    expect(alone.events).toHaveLength(2)
    const met = fold(older, added)
    expect(met.events).toHaveLength(2)
    expect(met).toMatchObject({
      loose: [],
      events: [{ decided: { how: 'added' }, where: [{ decided: { how: 'added' } }] }, {}],
    })
  })
})

describe('a decision on a value, where the newest reading', () => {
  const otherCount = read([[{ ...hit, killed: 12, at: 'Velat' }], [raid]])
  const otherPlace = ((): Reviewable => {
    const [event, ...rest] = otherCount.events
    if (!event) throw new Error('an event')
    const [where] = event.where
    if (!where) throw new Error('a place')
    const moved = { ...event, where: [{ ...where, value: { ...where.value, level: 'province' as const } }] }
    return { ...otherCount, events: [moved, ...rest] }
  })()

  it('has another by the same words: what was accepted stays, and is loose', () => {
    const review = on('where', { kind: 'accept' })
    const { events, loose } = fold(otherPlace, review)
    expect(events[0]?.where).toMatchObject([{ value: { level: 'town' }, decided: { how: 'accepted' } }])
    expect(loose).toMatchObject([{ review: review.id, because: expect.stringContaining('level province') }])
  })

  it('has another by the same words: what it was corrected to stays, loose unless that is what is read now', () => {
    const review = on('where', { kind: 'correct', to: toDorvan })
    const { events, loose } = fold(otherPlace, review)
    expect(events[0]?.where).toMatchObject([{ value: { name: 'Dorvan' } }])
    expect(loose).toHaveLength(1)
    const to = seenIn(first(otherPlace), 'where')
    expect(fold(otherPlace, on('where', { kind: 'correct', to })).loose).toEqual([])
  })

  it('has another by the same words: what was rejected is loose until somebody decides on the other', () => {
    const review = on('where', { kind: 'reject' })
    const { events, loose } = fold(otherPlace, review)
    expect(events[0]?.where).toMatchObject([{ value: { level: 'province' }, decided: null }])
    expect(loose).toMatchObject([{ review: review.id }])
    const later = decisionOn(first(otherPlace), { kind: 'accept' }, { minute: 1 })
    expect(fold(otherPlace, review, later).loose).toEqual([])
  })

  it('has none by its words: what was accepted stays and is loose, what was rejected needs nothing', () => {
    const without = read([[{ trigger: 'hit', kind: 'shelling', killed: 12 }], [raid]])
    const { events, loose } = fold(without, accept)
    expect(events[0]?.where).toMatchObject([{ value: { name: 'Velat' }, decided: {} }])
    expect(loose).toMatchObject([{ because: expect.stringContaining('does not tell where') }])
    expect(fold(without, on('where', { kind: 'reject' }))).toMatchObject({
      loose: [],
      events: [{ where: [] }, {}],
    })
  })

  it('has another by the same words: who did not see that settles nothing, who saw it does', () => {
    const review = on('where', { kind: 'accept' })
    const ben = decisionOn(seen, { kind: 'accept' }, { minute: 1, reviewer: 'Ben' })
    const { events, loose } = fold(otherPlace, review, ben)
    expect(loose.map(one => one.review)).toEqual([ben.id])
    expect(events[0]?.where[0]?.contested).toEqual([ben.id])
    const settled = decisionOn(events[0] ?? seen, { kind: 'accept' }, { minute: 2 })
    expect(fold(otherPlace, review, ben, settled)).toMatchObject({
      loose: [],
      events: [{ where: [{ value: { level: 'town' } }] }, {}],
    })
  })

  it('has another kind: what was accepted stays', () => {
    const { events, loose } = fold(
      read([[{ ...hit, kind: 'air-strike' }], [raid]]),
      on('kind', { kind: 'accept' }),
    )
    expect(events[0]?.kind).toMatchObject({ value: 'shelling', decided: {} })
    expect(loose).toMatchObject([{ because: expect.stringContaining('air-strike') }])
  })

  it('knows more of the place: it is the same value', () => {
    const [event] = older.events
    const [where] = event?.where ?? []
    if (!event || !where) throw new Error('a place')
    const known = {
      id: 'geonames:1',
      name: 'Velat',
      country: null,
      admin1: null,
      level: 'town',
      latitude: 1,
      longitude: 2,
      population: null,
    } as const
    const newer = {
      ...older,
      events: [{ ...event, where: [{ ...where, value: { ...where.value, known } }] }],
    }
    const { events, loose } = fold(newer, accept)
    expect(loose).toEqual([])
    expect(events[0]?.where).toMatchObject([{ value: { known }, decided: {} }])
  })
})

describe('words of another body of the same report', () => {
  const body = `By a correspondent\n\n${text}\n\nRead more: 12 people to watch`
  const context = contextOf([seen], new Map([[older.report.id, text]]))
  const newer = read([[hit], [raid]], body)

  it('are found among the same neighbours', () => {
    const review = decisionOn(seen, { kind: 'accept' }, { context })
    const { events, loose } = fold(newer, review)
    expect(loose).toEqual([])
    expect(events[0]).toMatchObject({
      decided: {},
      formerly: [seen.id],
      where: [{ decided: {} }],
      harm: [{ decided: {} }],
    })
  })

  it('keep an event and its values where the newest reading tells it no more', () => {
    const review = decisionOn(seen, { kind: 'accept' }, { context })
    const { events } = fold(read([[raid]], body), review)
    const kept = events.find(({ decided }) => decided)
    expect(kept?.where[0]?.evidence).toEqual(wordsIn({ body }, 'Velat'))
    expect(kept?.triggers).toEqual(wordsIn({ body }, 'hit'))
  })

  it('are not guessed where nothing tells the place', () => {
    const { events, loose } = fold(read([[raid]], body), accept)
    expect(events).toHaveLength(1)
    expect(loose).toMatchObject([{ event: null, because: expect.stringContaining('at one certain place') }])
  })

  it.each([
    ['moved', 'Two died. [Two] fled.', 'Now: Two died. Two fled.', 'Two fled'],
    ['twice alike', 'He said [no] more.', 'x He said no more. He said no more.', null],
    ['gone', 'He said [no] more.', 'x He said nothing.', null],
    ['at the end, where the text was cut', 'The town [fell]', 'x The town fell and burnt.', 'fell and'],
  ])('%s', (_, before, after, at) => {
    const start = before.indexOf('[')
    const [old, exact] = [before.replace(/[[\]]/g, ''), before.slice(start + 1, before.indexOf(']'))]
    const quote = { start, end: start + exact.length, exact }
    const found = findQuote(quote, after, [{ start: 0, end: old.length, exact: old }])
    expect(found?.start ?? null).toBe(at === null ? null : after.indexOf(at))
  })
})

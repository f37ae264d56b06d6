import { describe, expect, it } from 'vitest'
import { asRead, type RecordedEvent } from '../model/recorded.js'
import type { Decision, Review, SeenValue } from '../model/review.js'
import type { Reviewable } from '../ports/review.js'
import { foldReviews } from './fold-reviews.js'
import { decisionOn, madeUpReading, seenIn, type Taken, wordsIn } from './made-up.js'

const reading = madeUpReading(
  'Rockets hit Velat and killed 12. Gunmen of the Front raided Dorvan. Later they raided Oskar too.',
  [
    [{ trigger: 'hit', kind: 'shelling', at: 'Velat', killed: 12 }],
    [
      { trigger: 'raided', kind: 'raid', by: 'Gunmen', at: 'Dorvan' },
      { trigger: 'raided Oskar', kind: 'raid', at: 'Oskar' },
    ],
  ],
)
const other = madeUpReading('Four rockets fell on Velat.', [
  [{ trigger: 'fell', kind: 'shelling', at: 'Velat' }],
])
const events = reading.events.map(asRead)
const [hit, raid, fell] = [events[0], events[1], other.events.map(asRead)[0]]
if (!hit || !raid || !fell) throw new Error('the made-up reports tell three events')

const record = (reviews: readonly Review[], readings: readonly Reviewable[] = [reading]) => {
  const { occurrences, loose } = foldReviews(readings, reviews)
  return { occurrences, loose, events: occurrences.flatMap(({ tellings }) => tellings) }
}
const find = (
  reviews: readonly Review[],
  id = hit.id,
  readings?: readonly Reviewable[],
): RecordedEvent | undefined => record(reviews, readings).events.find(event => event.id === id)

const place = (name: string): SeenValue['value'] => ({ name, country: null, level: 'town', known: null })
const correct = (to: SeenValue, taken: Taken = {}, value: SeenValue | null = seenIn(hit, to.field)): Review =>
  decisionOn(hit, { kind: 'correct', to }, taken, value)
const accept = (taken: Taken = {}, on = hit, value: SeenValue | null = null): Review =>
  decisionOn(on, { kind: 'accept' }, taken, value)
const reject = (taken: Taken = {}, on = hit, value: SeenValue | null = null): Review =>
  decisionOn(on, { kind: 'reject' }, taken, value)
const undo = (review: Review, minute: number): Review =>
  decisionOn(hit, { kind: 'undo', review: review.id }, { minute })
const toOskar = { field: 'where', value: place('Oskar'), evidence: wordsIn(reading.report, 'Oskar') } as const

describe('a decision', () => {
  it('is not there: the record is as it was read', () => {
    expect(record([])).toMatchObject({ events, loose: [] })
    expect(record([]).occurrences.some(({ reviewed }) => reviewed)).toBe(false)
  })

  it('accepts an event with every value that was seen', () => {
    const review = accept()
    const event = find([review])
    const decided = { how: 'accepted', review: review.id, reviewer: 'Ada', at: review.at }
    expect(event).toMatchObject({ decided, kind: { decided }, where: [{ decided }], harm: [{ decided }] })
    expect(record([review]).occurrences.map(({ reviewed }) => reviewed)).toEqual([true, false])
  })

  it('accepts one value', () => {
    const event = find([accept({}, hit, seenIn(hit, 'where'))])
    expect(event).toMatchObject({
      decided: null,
      where: [{ decided: { how: 'accepted' } }],
      kind: { decided: null },
    })
  })

  it('rejects an event, and the other stays', () => {
    expect(record([reject()]).events.map(({ id }) => id)).toEqual([raid.id])
  })

  it('rejects a value', () => {
    expect(find([reject({}, hit, seenIn(hit, 'harm'))])).toMatchObject({ harm: [], where: [{}] })
  })

  it('cannot reject the kind', () => {
    const review = reject({}, hit, seenIn(hit, 'kind'))
    expect(record([review]).loose).toMatchObject([{ review: review.id, event: hit.id }])
    expect(find([review])?.kind.value).toBe('shelling')
  })

  it('corrects a value, with its words or without', () => {
    const review = correct(toOskar)
    const where = find([review])?.where
    expect(where).toEqual([
      {
        value: place('Oskar'),
        evidence: toOskar.evidence,
        basis: { kind: 'reviewed', by: review.id },
        score: null,
        decided: { how: 'corrected', review: review.id, reviewer: 'Ada', at: review.at },
      },
    ])
    expect(find([correct({ ...toOskar, evidence: null })])?.where[0]?.evidence).toBeNull()
  })

  it('adds a value that was missed', () => {
    const event = find([correct({ ...toOskar }, {}, null)])
    expect(event?.where.map(({ value }) => value.name)).toEqual(['Velat', 'Oskar'])
  })

  it('that sets no value of its field is loose', () => {
    const review = correct({ ...toOskar, value: { name: 'Oskar' } })
    expect(record([review]).loose).toMatchObject([
      { review: review.id, because: expect.stringContaining('no value of where') },
    ])
    expect(find([review])?.where[0]?.value.name).toBe('Velat')
  })

  it('sets a value that stands there already: it is told once, with the words of both', () => {
    const both = madeUpReading('Rockets hit Velat. In Velad two died.', [
      [
        { trigger: 'hit', at: 'Velat' },
        { trigger: 'died', at: 'Velad' },
      ],
    ])
    const [on] = both.events.map(asRead)
    if (!on) throw new Error('one event')
    const to = { field: 'where', value: place('Velat'), evidence: wordsIn(both.report, 'Velad') } as const
    const event = find([decisionOn(on, { kind: 'correct', to }, {}, seenIn(on, 'where', 1))], on.id, [both])
    expect(
      event?.where.map(({ value, evidence }) => [value.name, evidence?.map(({ exact }) => exact)]),
    ).toEqual([['Velat', ['Velat', 'Velad']]])
  })

  it('adds an event', () => {
    const [trigger] = wordsIn(reading.report, 'killed')
    const added = {
      ...hit,
      id: 'event:0123456789abcdef',
      triggers: [trigger],
      claims: [],
      where: [],
    } as const
    const review = decisionOn(added, { kind: 'add' })
    const event = find([review], added.id)
    expect(event).toMatchObject({
      decided: { how: 'added' },
      kind: { value: 'shelling', basis: { kind: 'reviewed', by: review.id } },
    })
    expect(record([review]).loose).toEqual([])
    expect(find([review, reject({ minute: 2 }, event)], added.id)).toBeUndefined()
  })

  it('that only notes changes nothing', () => {
    expect(record([decisionOn(hit, { kind: 'note' })])).toEqual(record([]))
  })

  it('on a report that nobody has read here is loose', () => {
    expect(record([accept({}, fell)]).loose).toMatchObject([
      { event: null, because: expect.stringContaining('no reading of') },
    ])
  })
})

describe('decisions', () => {
  it('count in order of their time, whatever the order in which they come', () => {
    const [first, second] = [
      correct(toOskar, { minute: 1 }),
      accept({ minute: 2, reviewer: 'Ben' }, hit, seenIn(hit, 'where')),
    ]
    expect(find([second, first])?.where[0]?.value.name).toBe('Velat')
    expect(record([second, first])).toEqual(record([first, second]))
  })

  it('accept only what still stands as seen', () => {
    const event = find([correct(toOskar, { minute: 1 }), accept({ minute: 2, reviewer: 'Ben' })])
    expect(event).toMatchObject({
      decided: { reviewer: 'Ben' },
      where: [{ value: { name: 'Oskar' }, decided: { how: 'corrected', reviewer: 'Ada' } }],
      harm: [{ decided: { how: 'accepted', reviewer: 'Ben' } }],
    })
  })

  it('accept what another set, if it was seen', () => {
    const first = correct(toOskar, { minute: 1 })
    const seen = find([first])
    const event = find([first, accept({ minute: 2, reviewer: 'Ben' }, seen)])
    expect(event?.where).toMatchObject([
      { value: { name: 'Oskar' }, basis: { by: first.id }, decided: { reviewer: 'Ben' } },
    ])
  })

  it('may be undone, and so may the undoing', () => {
    const first = reject({ minute: 1 })
    const second = undo(first, 2)
    expect(record([first, second])).toEqual(record([]))
    expect(record([first, second, undo(second, 3)])).toEqual(record([first]))
    expect(record([first, second, undo(second, 3), undo(undo(second, 3), 4)])).toEqual(record([]))
  })

  it('on an event that was rejected since are loose', () => {
    const late = correct(toOskar, { minute: 2, reviewer: 'Ben' })
    expect(record([reject({ minute: 1 }), late]).loose).toMatchObject([
      { review: late.id, because: expect.stringContaining('was rejected') },
    ])
  })
})

describe('blind decisions', () => {
  const ada = { blind: true, minute: 1 }
  const ben = { blind: true, minute: 2, reviewer: 'Ben' }

  it('that clash leave the value as read and say so', () => {
    const reviews = [correct(toOskar, ada), accept(ben)]
    expect(find(reviews)?.where).toMatchObject([
      { value: { name: 'Velat' }, decided: null, contested: reviews.map(({ id }) => id) },
    ])
  })

  it('on a value after the event was accepted leave it accepted, and are loose after somebody else rejected it', () => {
    const [whole, value] = [accept(ada), correct(toOskar, { ...ada, minute: 3 })]
    expect(find([whole, value])?.decided).toMatchObject({ how: 'accepted', review: whole.id })
    const rejected = reject({ reviewer: 'Cid', minute: 2 })
    expect(find([whole, rejected])).toBeUndefined()
    expect(record([whole, rejected, value]).loose).toMatchObject([{ review: value.id, event: null }])
  })

  it('that agree count', () => {
    const event = find([correct(toOskar, ada), correct(toOskar, ben)])
    expect(event?.where).toMatchObject([{ value: { name: 'Oskar' }, decided: { reviewer: 'Ben' } }])
    expect(event?.where[0]?.contested).toBeUndefined()
  })

  it('override one’s own', () => {
    expect(find([reject(ada), accept({ ...ada, minute: 3 })])).toMatchObject({ decided: { how: 'accepted' } })
  })

  it('on whether it is an event at all clash too, also with who only decided on a value', () => {
    expect(find([reject(ada), accept(ben)])?.contested).toHaveLength(2)
    expect(find([reject(ada), correct(toOskar, ben)])?.contested).toHaveLength(2)
  })

  it('are settled by who sees them', () => {
    const reviews = [correct(toOskar, ada), accept(ben), correct(toOskar, { minute: 3, reviewer: 'Cy' })]
    const [where] = find(reviews)?.where ?? []
    expect(where).toMatchObject({ value: { name: 'Oskar' }, decided: { reviewer: 'Cy' } })
    expect(where?.contested).toBeUndefined()
  })

  it('do not override who sees them, and are told', () => {
    const reviews = [correct(toOskar, { minute: 1 }), accept(ben)]
    expect(find(reviews)?.where).toMatchObject([
      { value: { name: 'Oskar' }, contested: reviews.map(({ id }) => id) },
    ])
  })
})

describe('occurrences', () => {
  const both = [reading, other]
  const merge = (on: RecordedEvent, ...others: RecordedEvent[]): Review =>
    decisionOn(on, { kind: 'merge', with: others } satisfies Decision, { minute: 1 })
  const ids = (reviews: readonly Review[], readings = both): string[][] =>
    record(reviews, readings)
      .occurrences.map(({ tellings }) => tellings.map(({ id }) => id))
      .filter(group => group.length > 1)

  it('are merged, into the one that was named first, and on', () => {
    expect(ids([merge(fell, hit)])).toEqual([[fell.id, hit.id]])
    expect(ids([merge(fell, hit), decisionOn(raid, { kind: 'merge', with: [fell] }, { minute: 2 })])).toEqual(
      [[raid.id, fell.id, hit.id]],
    )
  })

  it('are what they were once merged and split', () => {
    const split = decisionOn(fell, { kind: 'split', off: [hit.id] }, { minute: 2 })
    expect(record([merge(fell, hit), split], both)).toEqual(record([], both))
  })

  it('lose a telling that is rejected', () => {
    expect(ids([merge(raid, fell, hit), reject({ minute: 2 }, raid)])).toEqual([[fell.id, hit.id]])
  })

  it('with claims of two are split into two events', () => {
    const [, second] = raid.claims
    if (!second) throw new Error('two claims')
    const accepted = accept({}, raid)
    const split = decisionOn(raid, { kind: 'split', off: [second] }, { minute: 2 })
    const { events: after, loose } = record([accepted, split])
    expect(loose).toEqual([])
    expect(after.map(({ where, formerly }) => [where.map(({ value }) => value.name), formerly])).toEqual([
      [['Velat'], []],
      [['Dorvan'], []],
      [['Oskar'], [raid.id]],
    ])
    expect(after[1]).toMatchObject({ id: raid.id, decided: { how: 'accepted' }, where: [{ decided: {} }] })
    expect(after[2]).toMatchObject({ decided: null, where: [{ decided: { how: 'accepted' } }] })
  })

  it('are not split where nothing would be left', () => {
    expect(record([decisionOn(raid, { kind: 'split', off: [...raid.claims] })]).loose).toHaveLength(1)
    expect(record([decisionOn(raid, { kind: 'split', off: [hit.id] })]).loose).toHaveLength(1)
  })
})

import { expect, it } from 'vitest'
import { asRead } from '../model/recorded.js'
import { historyOf } from './history.js'
import { decisionOn, madeUpReading, seenIn, wordsIn } from './made-up.js'

const reading = madeUpReading('Rockets hit Velat and killed 12. Oskar is near.', [
  [{ trigger: 'hit', kind: 'shelling', at: 'Velat', killed: 12 }],
])
const [hit] = reading.events.map(asRead)
if (!hit) throw new Error('an event')
const oskar = { name: 'Oskar', country: null, level: 'town', known: null } as const
const to = { field: 'where', value: { ...oskar }, evidence: wordsIn(reading.report, 'Oskar') } as const
const correct = decisionOn(hit, { kind: 'correct', to }, { minute: 1 }, seenIn(hit, 'where'))
const count = decisionOn(hit, { kind: 'reject' }, { minute: 2, reviewer: 'Ben' }, seenIn(hit, 'harm'))
const undo = decisionOn(hit, { kind: 'undo', review: count.id }, { minute: 3 })
const all = [undo, count, correct]

it('tells in order what was done, and what was undone by what', () => {
  expect(historyOf(all).map(({ text, undoneBy }) => [text, undoneBy])).toEqual([
    ['corrects where name Velat, level town to name Oskar, level town (“Oskar”)', null],
    ['rejects harm what killed, low 12, high 12', undo.id],
    ['undoes what Ben did: rejects harm what killed, low 12, high 12', null],
  ])
})

it('tells of one value what it went through, by whichever of its forms it is asked for', () => {
  const ids = (about: Parameters<typeof historyOf>[2]) =>
    historyOf(all, [], about).map(({ review }) => review.id)
  expect(ids(to)).toEqual([correct.id])
  expect(ids(seenIn(hit, 'where'))).toEqual([correct.id])
  expect(ids(seenIn(hit, 'harm'))).toEqual([count.id, undo.id])
})

it('says what does not fit', () => {
  const loose = [{ review: correct.id, event: hit.id, because: 'the newest reading has another place' }]
  expect(historyOf(all, loose)[0]?.loose).toBe('the newest reading has another place')
})

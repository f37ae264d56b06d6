import { describe, expect, it } from 'vitest'
import { asRead } from '../model/recorded.js'
import type { Review } from '../model/review.js'
import { agreementOf } from './agreement.js'
import { decisionOn, madeUpReading, seenIn, wordsIn } from './made-up.js'

const reading = madeUpReading('Rockets hit Velat and killed 12 or 15. Gunmen raided Dorvan.', [
  [{ trigger: 'hit', kind: 'shelling', at: 'Velat', killed: 12 }],
  [{ trigger: 'raided', kind: 'raid', at: 'Dorvan' }],
])
const [hit, raid] = reading.events.map(asRead)
if (!hit || !raid) throw new Error('two events')
const ada = { blind: true, reviewer: 'Ada' }
const ben = { blind: true, reviewer: 'Ben' }
const [killed] = hit.harm
if (!killed) throw new Error('a count')
const fifteen = { ...killed.value, low: 15, high: 15 }
const correction = decisionOn(
  hit,
  { kind: 'correct', to: { field: 'harm', value: fifteen, evidence: wordsIn(reading.report, '15') } },
  { ...ben, minute: 2 },
  seenIn(hit, 'harm'),
)
const accepted = (on: typeof hit, who: typeof ada): Review => decisionOn(on, { kind: 'accept' }, who)
const of = (...reviews: Review[]) => agreementOf([reading], reviews, ['Ada', 'Ben'])
const slot = (agreement: ReturnType<typeof of>, name: string) =>
  agreement.slots.find(one => one.slot === name)

describe('agreement', () => {
  it('is of what both decided', () => {
    expect(of(accepted(hit, ada), accepted(raid, ben))).toMatchObject({ units: [], differing: [] })
    expect(of(accepted(hit, ada), accepted(hit, ben)).units.map(unit => unit.slot)).toEqual([
      'event',
      'kind',
      'status',
      'where',
      'harm',
    ])
  })

  it('lists where they differ, with the numbers of counts', () => {
    const agreement = of(accepted(hit, ada), accepted(hit, ben), correction)
    expect(agreement.differing).toMatchObject([
      { slot: 'harm', counts: [12, 15], made: ['accepted', expect.stringContaining('low 15')] },
    ])
    expect(slot(agreement, 'counts')).toMatchObject({
      units: 1,
      agreed: 0,
      alpha: { value: 0 },
      kappa: { value: null },
    })
    expect(slot(agreement, 'where')).toMatchObject({
      units: 1,
      agreed: 1,
      kappa: { value: null, because: expect.any(String) },
    })
  })

  it('on events is by kept and rejected', () => {
    const agreement = of(
      accepted(hit, ada),
      accepted(hit, ben),
      accepted(raid, ada),
      decisionOn(raid, { kind: 'reject' }, ben),
    )
    expect(slot(agreement, 'event')).toMatchObject({ units: 2, agreed: 1, kappa: { value: 0 } })
    expect(agreement.differing).toMatchObject([{ event: raid.id, made: ['kept', 'rejected'] }])
  })

  it('leaves out what was decided with sight of the other, and what was undone', () => {
    expect(of(accepted(hit, ada), decisionOn(hit, { kind: 'accept' }, { reviewer: 'Ben' })).units).toEqual([])
    const undo = decisionOn(hit, { kind: 'undo', review: correction.id }, { ...ben, minute: 3 })
    expect(of(accepted(hit, ada), accepted(hit, ben), correction, undo).differing).toEqual([])
  })

  it('tells of values that one of them missed, without counting them', () => {
    const missed = decisionOn(
      hit,
      {
        kind: 'correct',
        to: { field: 'means', value: 'Rockets', evidence: wordsIn(reading.report, 'Rockets') },
      },
      { ...ada, minute: 1 },
    )
    const agreement = of(accepted(hit, ada), missed, accepted(hit, ben))
    expect(agreement.differing).toMatchObject([
      { slot: 'means', read: 'Rockets', made: ['added', 'not added'] },
    ])
    expect(slot(agreement, 'means')).toMatchObject({ units: 0 })
  })

  it('gives what each has in a place, and who settled it', () => {
    const both = [accepted(hit, ada), accepted(hit, ben), correction]
    const seen = { value: killed.value, evidence: killed.evidence }
    expect(of(...both).differing).toMatchObject([
      { value: seen, values: [seen, { value: fifteen, evidence: [{ exact: '15' }] }], settledBy: null },
    ])
    const cid = { reviewer: 'Cid', minute: 5 }
    const settled = decisionOn(hit, { kind: 'accept' }, cid, seenIn(hit, 'harm'))
    expect(of(...both, settled).differing).toMatchObject([{ settledBy: 'Cid' }])
    const again = decisionOn(hit, { kind: 'reject' }, { ...ada, minute: 6 }, seenIn(hit, 'harm'))
    expect(of(...both, settled, again).differing).toMatchObject([{ settledBy: null }])
  })

  it('on occurrences is by the pairs that one of them joined, of events that both have decided on', () => {
    const merged = decisionOn(hit, { kind: 'merge', with: [raid] }, { ...ada, minute: 3 })
    expect(of(merged, accepted(hit, ben)).units).toEqual([])
    const all = [merged, accepted(hit, ben), accepted(raid, ben)]
    const differing = { slot: 'occurrence', made: ['joined', 'apart'], settledBy: null }
    expect(of(...all).differing).toMatchObject([{ ...differing, event: expect.any(String) }])
    const pair = of(...all).differing[0]
    expect(new Set([pair?.event, pair?.other])).toEqual(new Set([hit.id, raid.id]))
    const parted = decisionOn(hit, { kind: 'split', off: [raid.id] }, { reviewer: 'Cid', minute: 5 })
    expect(of(...all, parted).differing).toMatchObject([{ ...differing, settledBy: 'Cid' }])
    const so = decisionOn(raid, { kind: 'merge', with: [hit] }, { ...ben, minute: 4 })
    expect(of(...all, so).differing).toEqual([])
    expect(slot(of(...all, so), 'occurrence')).toMatchObject({ units: 1, agreed: 1, kappa: { value: null } })
  })
})

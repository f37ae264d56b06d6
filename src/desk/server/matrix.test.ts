import { describe, expect, it } from 'vitest'
import { type MadeUpEvent, madeUpReport } from '../../export/made-up.js'
import type { ValueField } from '../../model/recorded.js'
import { matrixOf } from './matrix.js'

type Made = Omit<MadeUpEvent, 'trigger' | 'kind'> & Partial<Pick<MadeUpEvent, 'kind'>>

/** A telling of an attack by an outlet on a day. */
function telling(outlet: string, published: string | null, text: string, made: Made) {
  const told = madeUpReport({ name: outlet, outlet, text: `An attack. ${text}` }, [
    { trigger: 'attack', kind: 'attack', ...made },
  ])
  const [event] = told.events
  if (!event) throw new Error('no event')
  const report = {
    ...told.report,
    published: published === null ? null : { edtf: published, basis: 'given' as const, quote: null },
  }
  return { event, report }
}

const killed = (
  outlet: string,
  published: string | null,
  low: number,
  high: number | null = low,
  made: Made = {},
) =>
  telling(outlet, published, `${low} dead`, { harm: [[`${low} dead`, { low, high, of: 'people' }]], ...made })

const row = (field: ValueField, tellings: Parameters<typeof matrixOf>[0]) =>
  matrixOf(tellings).find(one => one.field === field)

describe('agreement', () => {
  const place = (name: string, country: string | null = null, level: 'town' | 'province' = 'town'): Made => ({
    where: [['An', { name, country, level }]],
  })
  const by = (name: string, certainty: 'stated' | 'denied' = 'stated'): Made => ({
    initiators: [['An', { name, certainty }]],
  })
  const on = (edtf: string | null): Made => ({ when: [['An', edtf]] })
  const cases: readonly [string, ValueField, Made, Made, string | undefined][] = [
    ['one place, written otherwise', 'where', place('Saint Brann'), place('St. Brann'), 'agree'],
    ['a town and a province', 'where', place('Karsova'), place('Ostland', null, 'province'), 'differ'],
    ['places in two countries', 'where', place('Delna', 'FR'), place('Delna', 'DE'), 'clash'],
    ['a place that one does not tell', 'where', place('Delna'), {}, 'one'],
    ['one actor', 'initiators', by('the Northern Front'), by('Northern Front'), 'agree'],
    ['other actors, of whom no registry knows', 'initiators', by('gunmen'), by('Northern Front'), 'differ'],
    [
      'an actor that one says it was not',
      'initiators',
      by('Northern Front'),
      by('Northern Front', 'denied'),
      'clash',
    ],
    ['a day in a month', 'when', on('2031-03'), on('2031-03-04'), 'differ'],
    ['two days', 'when', on('2031-03-03'), on('2031-03-04'), 'clash'],
    ['a time that no day is known of', 'when', on(null), on('2031-03-04'), 'one'],
    ['two kinds', 'kind', { kind: 'bombing' }, { kind: 'attack' }, 'clash'],
    ['no such field', 'means', {}, {}, undefined],
  ]
  it.each(cases)('%s', (_, field, a, b, expected) => {
    const tellings = [telling('A', '2031-03-05', '', a), telling('B', '2031-03-06', '', b)]
    expect(row(field, tellings)?.agreement).toBe(expected)
  })

  it.each([
    ['12 and 12', 12, 12, 12, 12, 'agree'],
    ['at least 12, and 17', 12, null, 17, 17, 'differ'],
    ['12, and 17', 12, 12, 17, 17, 'clash'],
  ] as const)('counts: %s', (_, low, high, otherLow, otherHigh, expected) => {
    const tellings = [killed('A', '2031-03-05', low, high), killed('B', '2031-03-06', otherLow, otherHigh)]
    expect(row('harm', tellings)?.agreement).toBe(expected)
  })

  it('a denial is a clash even in one telling', () => {
    const denied = telling('A', '2031-03-05', 'The Front denied it.', {
      ...by('Front'),
      said: [['Front', { stance: 'denies', about: 'initiator' }]],
    })
    expect(row('initiators', [denied])).toMatchObject({
      agreement: 'clash',
      accounts: [{ holders: ['A'], denied: ['Front'] }],
    })
  })

  it('that the event is denied is no denial of when it was', () => {
    const denied = telling('A', '2031-03-05', 'The army denied it.', {
      status: 'disputed',
      ...on('2031-03-04'),
      said: [
        ['An', { holder: 'residents' }],
        ['army', { stance: 'denies' }],
      ],
    })
    expect(row('kind', [denied])).toMatchObject({ agreement: 'clash', accounts: [{ denied: ['army'] }] })
    expect(row('when', [denied])).toMatchObject({
      agreement: 'one',
      accounts: [{ holders: ['residents'], denied: [] }],
    })
  })

  it('parts of a count are told, and not compared', () => {
    const text = '12 dead, 3 of them children'
    const [whole, part] = [
      ['12 dead', { low: 12, high: 12 }],
      ['3 of them', { low: 3, high: 3, partOf: { start: 11, end: 18, exact: '12 dead' } }],
    ] as const
    const told = row('harm', [
      telling('A', '2031-03-05', text, { harm: [whole, part] }),
      telling('B', '2031-03-06', text, { harm: [whole] }),
    ])
    expect(told?.agreement).toBe('agree')
    expect(told?.accounts.map(({ path }) => path)).toEqual(['harm.0', 'harm.1', 'harm.0'])
  })
})

describe('order and movement of counts', () => {
  const moves = (tellings: Parameters<typeof matrixOf>[0]) =>
    row('harm', tellings)?.accounts.map(({ text, moved, before }) => `${text} ${moved} ${before}`)

  it('by publication, the undated last, whatever order they come in', () => {
    const tellings = [killed('A', null, 9), killed('B', '2031-03-07', 8), killed('C', '2031-03-05', 7)]
    expect(row('harm', tellings)?.accounts.map(({ since }) => since)).toEqual([
      '2031-03-05',
      '2031-03-07',
      null,
    ])
  })

  it('one outlet goes up and down; another, and one of the same day, is no movement', () => {
    expect(
      moves([
        killed('Wire', '2031-03-05', 12),
        killed('Wire', '2031-03-05', 13),
        killed('Herald', '2031-03-06', 30),
        killed('Wire', '2031-03-07', 17),
        killed('Wire', '2031-03-08', 15),
        killed('Wire', '2031-03-09', 15),
      ]),
    ).toEqual([
      '12 people killed null null',
      '13 people killed null null',
      '30 people killed null null',
      '17 people killed up 13',
      '15 people killed down 17',
      '15 people killed same 15',
    ])
  })

  it('a voice is followed from outlet to outlet', () => {
    const ministry: Made = { said: [['dead', { holder: 'the ministry', about: 'harm' }]] }
    expect(
      moves([killed('A', '2031-03-05', 12, 12, ministry), killed('B', '2031-03-06', 11, 11, ministry)]),
    ).toEqual(['12 people killed null null', '11 people killed down 12'])
  })

  it('“at least 12” is more than 12, and a running total is no move from what is new', () => {
    const total: Made = { harm: [['20 dead', { low: 20, high: 20, of: 'people', cumulative: true }]] }
    expect(
      moves([
        killed('A', '2031-03-05', 12),
        killed('A', '2031-03-06', 12, null),
        killed('A', '2031-03-07', 20, 20, total),
      ]),
    ).toEqual([
      '12 people killed null null',
      '≥ 12 people killed up 12',
      '20 people killed (in all) null null',
    ])
  })
})

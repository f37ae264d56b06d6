import { describe, expect, test } from 'vitest'
import { acledRows } from './acled/rows.js'
import type { Occurrence } from './format.js'
import { gedRow } from './ged/rows.js'
import type { MadeUpEvent } from './made-up.js'
import { plover } from './plover.js'
import { type PolicyName, policyNames } from './policies.js'
import { isLeftOut } from './settle.js'
import { settingsFor, sourceOf, telling } from './try-out.js'

const text = (of: string) =>
  `${of}: rebels shot at the army in Ost, Marn or Vareth on 4 March, 5 March or in March, killing 8, 12 or 20 soldiers, police said.`
const town = { country: 'SY', level: 'town' } as const
const both: Partial<MadeUpEvent> = {
  initiators: [['rebels', { type: 'rebel' }]],
  targets: [['army', { type: 'state-forces' }]],
}
const report = (outlet: string, event: Partial<MadeUpEvent>) =>
  telling(text(outlet), { trigger: 'shot', kind: 'armed-clash', ...both, ...event }, { outlet })
const killed = (words: string, low: number): NonNullable<MadeUpEvent['harm']>[number] => [
  words,
  { low, high: low, of: 'soldiers' },
]

// Wire and Daily say so themselves, each otherwise; Echo has it from the police, and is alone with its place.
const wire = report('Wire', {
  when: [['5 March', '2031-03-05']],
  where: [['Ost', town]],
  harm: [killed('12', 12)],
})
const daily = report('Daily', {
  when: [['in March', '2031-03']],
  where: [['Ost', town]],
  harm: [killed('20', 20)],
})
const echo = report('Echo', {
  status: 'attributed',
  when: [['4 March', '2031-03-04']],
  where: [['Marn', { ...town, level: 'site' }]],
  harm: [killed('8', 8)],
  said: [['police', { about: 'event' }]],
})
const occurrence: Occurrence = [daily, echo, wire]

const rowsBy = (policy: PolicyName, priority: readonly string[] = ['Daily']) => {
  const settings = settingsFor(policy, {}, priority)
  const rows = acledRows(occurrence, settings)
  const row = gedRow(occurrence, settings)
  if (isLeftOut(rows) || isLeftOut(row)) throw new Error('there is no row')
  return { rows, row }
}

describe('three reports of one occurrence that disagree', () => {
  test.each([
    ['lowest', '2031-03-04', 'Marn', 8, [8, 8, 20]],
    ['range', '2031-03-04', 'Marn', 12, [8, 12, 20]],
    ['majority', '2031-03-04', 'Ost', 8, [8, 8, 20]],
    ['by-source-priority', '2031-03-16', 'Ost', 20, [20, 20, 20]],
    ['unconfirmed-apart', '2031-03-05', 'Ost', 12, [12, 12, 20]],
  ] as const)('%s: on %s in %s, %i killed, GED %j', (policy, day, place, fatalities, deaths) => {
    const { rows, row } = rowsBy(policy)
    expect(rows).toMatchObject([{ event_date: day, location: place, fatalities }])
    expect([row.low, row.best, row.high]).toEqual(deaths)
    expect(row.where_coordinates).toBe(place)
    // Whoever died by the account that stands was a soldier.
    expect([row.deaths_a, row.deaths_unknown]).toEqual([deaths[1], 0])
  })

  test('whatever stands, all who tell it are sources, and the notes have every number with its source', () => {
    for (const policy of policyNames) {
      const { rows, row } = rowsBy(policy)
      expect(rows.map(({ source }) => source)).toEqual(['Daily; Echo; Wire'])
      expect(row).toMatchObject({
        number_of_sources: 3,
        source_office: 'Daily;Echo;Wire',
        source_article: 'Daily, 2031-03-05;Echo, 2031-03-05;Wire, 2031-03-05',
        source_original: 'police',
      })
    }
    expect(rowsBy('range').rows[0]?.notes).toContain(
      'Killed: 12, of 20 by Daily; 8 by Echo and police; 12 by Wire.',
    )
    expect(rowsBy('unconfirmed-apart').rows[0]?.notes).toContain('Not counted: 8 by Echo and police.')
  })

  test('the order of the reports decides nothing but what no rule decides', () => {
    for (const policy of policyNames) {
      const settings = settingsFor(policy, {}, ['Daily'])
      const days = [
        [daily, echo, wire],
        [wire, daily, echo],
        [echo, wire, daily],
      ].map(([first = wire, ...others]) => {
        const rows = acledRows([first, ...others], settings)
        return isLeftOut(rows)
          ? rows
          : rows.map(({ event_date, location, fatalities }) => [event_date, location, fatalities])
      })
      expect(new Set(days.map(day => JSON.stringify(day))).size).toBe(1)
    }
  })

  test('PLOVER has a record for each, tied together, each with its own source', async () => {
    const records: Record<string, unknown>[] = []
    for await (const line of plover.write(sourceOf(occurrence), settingsFor('range')))
      records.push(JSON.parse(String(line)))
    expect(records.map(({ cite_info }) => cite_info)).toMatchObject([
      { publication: 'Daily' },
      { publication: 'Echo' },
      { publication: 'Wire' },
    ])
    expect(new Set(records.map(({ link }) => link))).toEqual(new Set([`herodotus:${daily.event.id}`]))
  })
})

describe('of what was planned, and of what is denied, no value counts', () => {
  const denial = report('Herald', {
    status: 'negated',
    when: [['4 March', '2031-03-04']],
    where: [['Vareth', town]],
    harm: [['killing', { low: 0, high: 0 }]],
  })
  const plan = report('Gazette', {
    status: 'prospective',
    when: [['4 March', '2031-03-04']],
    where: [['Vareth', town]],
  })

  test('but whoever tells it is a source', () => {
    expect(acledRows([denial, plan, wire], settingsFor('lowest'))).toMatchObject([
      {
        event_date: '2031-03-05',
        location: 'Ost',
        fatalities: 12,
        source: 'Herald; Gazette; Wire',
        tags: expect.stringContaining('status=negated; status=prospective; status=asserted'),
      },
    ])
    expect(gedRow([denial, plan, wire], settingsFor('range'))).toMatchObject({
      low: 12,
      date_start: '2031-03-05',
    })
  })
})

test('who tells what the doers are is believed before who does not', () => {
  const told: Partial<MadeUpEvent> = { when: [['5 March', '2031-03-05']], where: [['Ost', town]] }
  const gunmen = ['rebels', { name: 'gunmen', type: 'unknown' }] as const
  const vague = report('Wire', { ...told, initiators: [gunmen] })
  expect(acledRows([vague, report('Echo', told)], settingsFor('lowest'))).toMatchObject([
    { actor1: 'rebels' },
  ])
})

import { describe, expect, test } from 'vitest'
import type { Occurrence } from '../format.js'
import type { MadeUpEvent } from '../made-up.js'
import { isLeftOut } from '../settle.js'
import { settingsFor, sourceOf, telling } from '../try-out.js'
import { gedChecker } from './check.js'
import { ged } from './index.js'
import { gedRow, gridCell } from './rows.js'

const aleppo = {
  id: 'geonames:1',
  name: 'Aleppo',
  country: 'SY',
  admin1: '09',
  level: 'town',
  latitude: 36.20124,
  longitude: 37.16117,
  population: null,
} as const
const text =
  'On 4 March the army, rebels, militants, Norway and villagers were in Aleppo, Homs and Syria, 12 people, 3 and 20 dozens said.'
const army = ['army', { type: 'state-forces' }] as const
const rebels = ['rebels', { type: 'rebel', registry: 'actor:river-front' }] as const
const militants = ['militants', { type: 'militia' }] as const
const villagers = ['villagers', { type: 'civilians' }] as const
const twelve = ['12 people', { low: 12, high: 12, of: 'people' }] as const
const there: MadeUpEvent = {
  trigger: 'were in',
  kind: 'armed-clash',
  when: [['4 March', '2031-03-04']],
  where: [['Aleppo', { country: 'SY', known: aleppo }]],
  initiators: [rebels],
  targets: [army],
  harm: [twelve],
}

const settled = (event: Partial<MadeUpEvent>) =>
  gedRow([telling(text, { ...there, ...event })], settingsFor('range'))
function rowOf(event: Partial<MadeUpEvent>) {
  const row = settled(event)
  if (isLeftOut(row)) throw new Error(row.leftOut)
  return row
}

describe('who', () => {
  test.each<[string, Partial<MadeUpEvent>, string]>([
    ['a group against a government, which stands first', {}, '1: army - rebels'],
    ['two groups', { targets: [militants] }, '2: rebels - militants'],
    [
      'a country by its name',
      { initiators: [['Norway', { type: 'state' }]], targets: [rebels] },
      '1: Government of Norway - rebels',
    ],
    ['a group against civilians', { kind: 'attack', targets: [villagers] }, '3: rebels - Civilians'],
    [
      'a government against civilians',
      { kind: 'shelling', initiators: [army], targets: [villagers] },
      '3: army - Civilians',
    ],
    ['captives killed', { kind: 'execution', targets: [army] }, '3: rebels - Civilians'],
    ['both sides as such', { initiators: [rebels, army], targets: [] }, '1: army - rebels'],
  ])('%s', (_, event, expected) => {
    const { type_of_violence, dyad_name } = rowOf(event)
    expect(`${type_of_violence}: ${dyad_name}`).toBe(expected)
  })

  test('sides have ids that stay, the registry’s where it has them; UCDP’s own are not made up', () => {
    const row = rowOf({})
    expect(row.side_b_dset_id).toBe('actor:river-front')
    expect(row.side_a_dset_id).toBe(rowOf({ kind: 'shelling' }).side_a_dset_id)
    expect([row.side_a_new_id, row.dyad_new_id, row.conflict_new_id, row.conflict_name]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test('a state has its number', () => {
    const row = rowOf({ initiators: [['Norway', { type: 'state' }]], targets: [rebels] })
    expect([row.gwnoa, row.gwnob]).toEqual([385, null])
  })
})

describe('how many', () => {
  test.each<[string, NonNullable<MadeUpEvent['harm']>, string]>([
    ['people', [twelve], '0+0+0+12 12 12 12'],
    ['at least', [['12', { low: 12, of: 'people' }]], '0+0+0+12 12 12 12'],
    ['from to', [['12', { low: 10, high: 20, of: 'people' }]], '0+0+0+10 10 10 20'],
    ['two numbers', [twelve, ['20', { low: 20, high: 20, of: 'people' }]], '0+0+0+12 12 12 20'],
    ['soldiers', [['12', { low: 3, high: 3, of: 'soldiers' }]], '3+0+0+0 3 3 3'],
    [
      'soldiers and rebels',
      [
        ['12', { low: 3, high: 3, of: 'soldiers' }],
        ['3', { low: 4, high: 4, of: 'rebels' }],
      ],
      '3+4+0+0 7 7 7',
    ],
    [
      'a part that is told',
      [twelve, ['3', { low: 3, high: 3, of: 'children', partOf: { start: 0, end: 2, exact: 'On' } }]],
      '0+0+3+9 12 12 12',
    ],
    [
      'more by side than in all',
      [twelve, ['3', { low: 15, high: 15, of: 'soldiers' }], ['20', { low: 1, high: 1, of: 'children' }]],
      '0+0+0+12 12 12 16',
    ],
  ])('%s', (_, harm, expected) => {
    const row = rowOf({ harm })
    const { deaths_a: a, deaths_b: b, deaths_civilians: c, deaths_unknown: u, low, best, high } = row
    expect(`${a}+${b}+${c}+${u} ${low} ${best} ${high}`).toBe(expected)
    expect(gedChecker().row(row)).toEqual([])
  })
})

describe('when and where', () => {
  test.each([
    ['2031-03-04', '2031-03-04 2031-03-04 1'],
    ['2031-03-04~', '2031-03-04 2031-03-04 2'],
    ['2031-03-03/2031-03-05', '2031-03-03 2031-03-05 2'],
    ['2031-03-03/2031-03-09', '2031-03-03 2031-03-09 3'],
    ['2031-03', '2031-03-01 2031-03-31 4'],
    ['2031', '2031-01-01 2031-12-31 5'],
  ])('%s: %s', (edtf, expected) => {
    const { date_start, date_end, date_prec } = rowOf({ when: [['4 March', edtf]] })
    expect(`${date_start} ${date_end} ${date_prec}`).toBe(expected)
  })

  test('a place with its division, cell, country and region', () => {
    expect(rowOf({})).toMatchObject({
      where_prec: 1,
      adm_1: 'Aleppo Governorate',
      geom_wkt: 'POINT (37.161170 36.201240)',
      priogrid_gid: 181875,
      country: 'Syria',
      country_id: 652,
      region: 'Middle East',
      event_clarity: 1,
    })
  })

  test('a place that the gazetteer does not know has no point', () => {
    expect(rowOf({ where: [['Homs', {}]] })).toMatchObject({
      latitude: null,
      geom_wkt: null,
      priogrid_gid: null,
      country: null,
    })
  })

  test.each([
    [-90, -180, 1],
    [-89.9, 179.9, 720],
    [90, 180, 259_200],
    [-89.5, -180, 721],
  ])('%d, %d is cell %i', (latitude, longitude, cell) => expect(gridCell(latitude, longitude)).toBe(cell))
})

describe('left out', () => {
  test.each<[string, Partial<MadeUpEvent>, RegExp]>([
    ['no death', { harm: [] }, /no death/],
    ['nobody died', { harm: [['12', { low: 0, high: 0 }]] }, /no death/],
    ['deaths without a number', { harm: [['dozens', { vague: 'dozens' }]] }, /how many is not/],
    ['nobody told to have done it', { initiators: [] }, /no government or organised group/],
    ['a crowd', { initiators: [['villagers', { type: 'rioters' }]] }, /no government or organised group/],
    ['nobody told to whom', { kind: 'shelling', targets: [] }, /who it was done to/],
    ['no time', { when: [] }, /no time/],
    ['no place', { where: [] }, /no place/],
    ['planned', { status: 'prospective' }, /not as done/],
  ])('%s', (_, event, because) => {
    expect(settled(event)).toEqual({ leftOut: expect.stringMatching(because) })
  })
})

describe('the file', () => {
  const write = async (all: readonly Occurrence[], settings = settingsFor('range')): Promise<string> => {
    let written = ''
    for await (const chunk of ged.write(sourceOf(...all), settings)) written += chunk
    return written
  }
  const wire = telling(text, there, { outlet: 'Wire' })
  const echo = telling(
    `${text} Echo.`,
    { ...there, harm: [['20', { low: 20, high: 20 }]] },
    { outlet: 'Echo' },
  )

  test('has UCDP’s 49 columns', async () => {
    expect((await write([])).trimEnd().split(',')).toHaveLength(49)
  })

  test.each([
    ['lowest', 12, 12, 20],
    ['range', 12, 12, 20],
    ['majority', 12, 12, 20],
  ] as const)('two reports, %s: low %i, best %i, high %i', async (policy, low, best, high) => {
    expect(gedRow([wire, echo], settingsFor(policy))).toMatchObject({
      low,
      best,
      high,
      source_office: 'Wire;Echo',
    })
    expect(await write([[wire, echo]], settingsFor(policy))).toContain(`policy=${policy}/2`)
  })

  test('tells what it cannot fill', async () => {
    const settings = settingsFor('range')
    await write([[wire]], settings)
    expect(settings.gaps).toEqual([
      {
        kind: 'cells',
        row: expect.any(String),
        because: expect.objectContaining({ conflict_name: expect.any(String) }),
      },
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { kinds } from '../../codebook/index.js'
import { EventKind } from '../../model/vocabulary.js'
import type { Occurrence } from '../format.js'
import type { MadeUpEvent } from '../made-up.js'
import { isLeftOut } from '../settle.js'
import { settingsFor, sourceOf, telling } from '../try-out.js'
import { acledCells } from './cells.js'
import { acledChecker } from './check.js'
import { acledSize, divided } from './fatalities.js'
import { acled } from './index.js'
import { acledRows } from './rows.js'
import { disorderOf, hierarchy, rankOf, subEventOf } from './types.js'

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
  'On 4 March gunmen, the army, rebels, students, police and villagers were in Aleppo, Homs and Syria, 12 people and 20 dozens said.'
const there: MadeUpEvent = {
  trigger: 'were in',
  kind: 'armed-clash',
  when: [['4 March', '2031-03-04']],
  where: [['Aleppo', { country: 'SY', known: aleppo }]],
}
const army = ['army', { type: 'state-forces' }] as const
const rebels = ['rebels', { type: 'rebel' }] as const
const gunmen = ['gunmen', { type: 'unknown' }] as const
const students = ['students', { type: 'protesters' }] as const
const villagers = ['villagers', { type: 'civilians' }] as const

const rowsOf = (event: Partial<MadeUpEvent>, fromDayToDay = false) =>
  acledRows([telling(text, { ...there, ...event }, { fromDayToDay })], settingsFor('lowest'))
function rowOf(event: Partial<MadeUpEvent>) {
  const rows = rowsOf(event)
  if (isLeftOut(rows)) throw new Error(rows.leftOut)
  const [row] = rows
  if (!row) throw new Error('there is no row')
  return row
}

describe('types', () => {
  test('every kind of the codebook but speech has a type, its own', () => {
    for (const kind of EventKind.options) {
      const { family, acledSubEvent } = kinds[kind]
      expect(subEventOf(kind)).toBe(family === 'speech' ? null : acledSubEvent)
    }
  })

  test.each([
    ['Armed clash', 'Political violence'],
    ['Excessive force against protesters', 'Political violence; Demonstrations'],
    ['Peaceful protest', 'Demonstrations'],
    ['Violent demonstration', 'Demonstrations'],
    ['Mob violence', 'Political violence'],
    ['Grenade', 'Political violence'],
    ['Arrests', 'Strategic developments'],
  ] as const)('%s is counted as %s', (sub, disorder) => expect(disorderOf(sub)).toBe(disorder))

  test('the hierarchy begins with battles and ends with developments', () => {
    expect(Object.values(hierarchy).flat().map(rankOf)).toEqual(Array.from({ length: 25 }, (_, i) => i))
    expect(rankOf('Armed clash')).toBeLessThan(rankOf('Peaceful protest'))
  })
})

describe('who', () => {
  test.each<[string, Partial<MadeUpEvent>, string]>([
    [
      'two sides',
      { initiators: [rebels], targets: [army] },
      'Armed clash: rebels 2, army 1, State forces-Rebel group',
    ],
    [
      'both sides as such',
      { initiators: [rebels, army] },
      'Armed clash: rebels 2, army 1, State forces-Rebel group',
    ],
    [
      'one side told',
      { initiators: [army] },
      'Armed clash: army 1, Unidentified Armed Group (Syria) 3, State forces-Political militia',
    ],
    [
      'a place taken by an army',
      { kind: 'territory-capture', initiators: [army], targets: [rebels] },
      'Government regains territory: army 1, rebels 2, State forces-Rebel group',
    ],
    [
      'a place taken by rebels',
      { kind: 'territory-capture', initiators: [rebels], targets: [army] },
      'Non-state actor overtakes territory: rebels 2, army 1, State forces-Rebel group',
    ],
    [
      'a protest',
      { kind: 'protest', initiators: [students] },
      'Peaceful protest: Protesters (Syria) 6, Protesters only',
    ],
    [
      'a protest met',
      { kind: 'crowd-control', initiators: [army], targets: [students] },
      'Protest with intervention: Protesters (Syria) 6, army 1, State forces-Protesters',
    ],
    [
      'a protest met with harm',
      {
        kind: 'crowd-control',
        initiators: [army],
        targets: [students],
        harm: [['12', { what: 'injured', low: 12 }]],
      },
      'Excessive force against protesters: Protesters (Syria) 6, army 1, State forces-Protesters, civilians',
    ],
    [
      'protesters shot',
      { kind: 'shooting', initiators: [army], targets: [students], harm: [['12', { low: 12 }]] },
      'Excessive force against protesters: Protesters (Syria) 6, army 1, State forces-Protesters, civilians',
    ],
    [
      'civilians attacked',
      { kind: 'attack', initiators: [rebels], targets: [villagers] },
      'Attack: rebels 2, Civilians (Syria) 7, Rebel group-Civilians, civilians',
    ],
    [
      'civilians attacked by nobody told',
      { kind: 'attack', targets: [villagers] },
      'Attack: Unidentified Armed Group (Syria) 3, Civilians (Syria) 7, Political militia-Civilians, civilians',
    ],
    [
      'civilians attacked by “gunmen”',
      { kind: 'attack', initiators: [gunmen], targets: [villagers] },
      'Attack: Unidentified Armed Group (Syria) 3, Civilians (Syria) 7, Political militia-Civilians, civilians',
    ],
    [
      'soldiers attacked',
      { kind: 'attack', initiators: [rebels], targets: [army] },
      'Armed clash: rebels 2, army 1, State forces-Rebel group',
    ],
    [
      'captives killed',
      { kind: 'execution', initiators: [rebels], targets: [army] },
      'Attack: rebels 2, Civilians (Syria) 7, Rebel group-Civilians, civilians',
    ],
    [
      'shells on nobody told',
      { kind: 'shelling', initiators: [army] },
      'Shelling/artillery/missile attack: army 1, State forces only',
    ],
    [
      'shells that killed civilians',
      { kind: 'shelling', initiators: [army], harm: [['12', { low: 12, of: 'children' }]] },
      'Shelling/artillery/missile attack: army 1, Civilians (Syria) 7, State forces-Civilians, civilians',
    ],
    [
      'a grenade',
      { kind: 'bombing', initiators: [rebels], targets: [army], means: ['grenades'] },
      'Grenade: rebels 2, army 1, State forces-Rebel group',
    ],
    [
      'arrests',
      { kind: 'arrest', initiators: [army], targets: [rebels] },
      'Arrests: army 1, rebels 2, State forces-Rebel group',
    ],
    [
      'an agreement',
      { kind: 'agreement', initiators: [army, rebels] },
      'Agreement: army 1, rebels 2, State forces-Rebel group',
    ],
    [
      'a denied part',
      { initiators: [['rebels', { type: 'rebel', certainty: 'denied' }], army] },
      'Armed clash: army 1, Unidentified Armed Group (Syria) 3, State forces-Political militia',
    ],
  ])('%s', (_, event, expected) => {
    const row = acledRows([telling(`${text} grenades`, { ...there, ...event })], settingsFor('lowest'))
    if (isLeftOut(row) || !row[0]) throw new Error(JSON.stringify(row))
    const { sub_event_type, actor1, inter1, actor2, inter2, interaction, civilian_targeting } = row[0]
    const codes = ['', 'State forces', 'Rebel group', 'Political militia', '', '', 'Protesters', 'Civilians']
    const actor = (name: unknown, inter: unknown) => name && `${name} ${codes.indexOf(String(inter))}`
    const parts = [
      actor(actor1, inter1),
      actor(actor2, inter2),
      interaction,
      civilian_targeting && 'civilians',
    ]
    expect(`${sub_event_type}: ${parts.filter(Boolean).join(', ')}`).toBe(expected)
  })

  test('others of a side stand beside it; private persons do not', () => {
    const row = rowOf({
      initiators: [rebels, ['police', { name: 'River Front', type: 'militia' }]],
      targets: [army, ['villagers', { name: 'Dana Orlo', type: 'person' }]],
    })
    expect([row.assoc_actor_1, row.assoc_actor_2]).toEqual(['River Front', null])
  })
})

describe('when', () => {
  test.each([
    ['2031-03-04', ['2031-03-04'], 1],
    ['2031-03-04~', ['2031-03-04'], 2],
    ['2031-03-03/2031-03-09', ['2031-03-06'], 2],
    ['2031-03', ['2031-03-16'], 3],
    ['2031-03-01/2031-03-10', ['2031-03-01'], 3],
    ['2031-03-11/2031-03-20', ['2031-03-15'], 3],
    ['2031-03-21/2031-03-31', ['2031-03-31'], 3],
    ['2031-02-21/2031-02-28', ['2031-02-28'], 3],
  ] as const)('%s: %j, precision %i', (edtf, days, precision) => {
    const rows = rowsOf({ when: [['4 March', edtf]], initiators: [rebels, army] })
    if (isLeftOut(rows)) throw new Error(rows.leftOut)
    expect(rows.map(({ event_date }) => event_date)).toEqual(days)
    expect(rows[0]?.time_precision).toBe(precision)
  })

  test('what goes on from day to day has a row for each; what happens once has one', () => {
    const when = [['4 March', '2031-02-27/2031-03-01']] as const
    const days = (event: Partial<MadeUpEvent>) => {
      const rows = rowsOf({ when, initiators: [rebels], targets: [army], ...event }, true)
      return isLeftOut(rows) ? rows.leftOut : rows.map(({ event_date }) => event_date)
    }
    expect(days({})).toEqual(['2031-02-27', '2031-02-28', '2031-03-01'])
    expect(days({ kind: 'bombing' })).toEqual(['2031-02-28'])
  })

  test('what still went on ends with the day of publication', () => {
    const rows = rowsOf({ when: [['4 March', '2031-03-04/..']], initiators: [rebels, army] }, true)
    expect(isLeftOut(rows) ? rows : rows.map(({ event_date }) => event_date)).toEqual([
      '2031-03-04',
      '2031-03-05',
    ])
  })
})

describe('how many', () => {
  test.each([
    ['dozens', 12],
    ['dozens of', 12],
    ['hundreds', 100],
    ['tens', 10],
    ['many', 10],
    ['several', 3],
    ['a few', 3],
    ['deaths', 3],
    ['tens of thousands', 10_000],
    ['half', null],
  ])('“%s” is %s', (words, size) => expect(acledSize(words)).toBe(size))

  test.each<[string, MadeUpEvent['harm'], number]>([
    [
      'the lowest of two numbers',
      [
        ['12 people', { low: 12, high: 12 }],
        ['20', { low: 20, high: 20, of: 'people' }],
      ],
      12,
    ],
    [
      'different people are added up',
      [
        ['12', { low: 2, high: 2, of: 'soldiers' }],
        ['20', { low: 1, high: 1, of: 'a child' }],
      ],
      3,
    ],
    [
      'a part of a count is not',
      [
        ['12', { low: 12, high: 12 }],
        ['20', { low: 3, of: 'children', partOf: { start: 0, end: 2, exact: 'On' } }],
      ],
      12,
    ],
    [
      'nor are some of the people counted',
      [
        ['12', { low: 12, high: 12, of: 'people' }],
        ['20', { low: 3, high: 3, of: 'soldiers' }],
      ],
      12,
    ],
    ['a running total is of more than this', [['12', { low: 40, high: 40, cumulative: true }]], 0],
    ['words for a number', [['dozens', { vague: 'dozens' }]], 12],
    ['the injured are not killed', [['12', { what: 'injured', low: 12, high: 12 }]], 0],
    ['no casualties', [['12', { what: 'harmed', low: 0, high: 0 }]], 0],
    ['nothing told', [], 0],
  ])('%s', (_, harm, expected) => {
    expect(rowOf({ initiators: [rebels, army], harm: harm ?? [] }).fatalities).toBe(expected)
  })

  test.each([
    [10, 3, [4, 3, 3]],
    [2, 3, [2, 0, 0]],
    [0, 2, [0, 0]],
    [7, 1, [7]],
  ])('%i over %i rows: %j', (total, rows, shares) => expect(divided(total, rows)).toEqual(shares))

  test('a total over days and places is divided, and the notes say so', () => {
    const rows = rowsOf(
      {
        when: [['4 March', '2031-03-03/2031-03-04']],
        where: [
          ['Aleppo', { country: 'SY', known: aleppo }],
          ['Homs', { country: 'SY' }],
        ],
        initiators: [rebels, army],
        harm: [['12 people', { low: 13, high: 13 }]],
      },
      true,
    )
    if (isLeftOut(rows)) throw new Error(rows.leftOut)
    expect(rows.map(({ location, fatalities }) => [location, fatalities])).toEqual([
      ['Aleppo', 4],
      ['Homs', 3],
      ['Aleppo', 3],
      ['Homs', 3],
    ])
    expect(new Set(rows.map(({ event_id_cnty }) => event_id_cnty)).size).toBe(4)
    expect(rows[0]?.notes).toContain('13 killed are divided over 2 days and 2 places')
  })
})

describe('where', () => {
  test('of a place that the gazetteer knows', () => {
    expect(rowOf({ initiators: [rebels, army] })).toMatchObject({
      iso: 760,
      region: 'Middle East',
      country: 'Syria',
      admin1: 'Aleppo Governorate',
      location: 'Aleppo',
      latitude: '36.2012',
      longitude: '37.1612',
      geo_precision: 1,
    })
  })

  test('nothing is made up for one that it does not', () => {
    expect(rowOf({ where: [['Homs', {}]], initiators: [rebels, army] })).toMatchObject({
      iso: null,
      country: null,
      admin1: null,
      location: 'Homs',
      latitude: null,
    })
  })
})

describe('left out', () => {
  test.each<[string, Partial<MadeUpEvent>, RegExp]>([
    ['negated', { status: 'negated' }, /not having happened/],
    ['prospective', { status: 'prospective' }, /not as done/],
    ['undated', { when: [] }, /no day/],
    ['of a year', { when: [['4 March', '2031']] }, /more than a month/],
    ['of no place', { where: [] }, /no place/],
    ['of a country', { where: [['Syria', { country: 'SY', level: 'country' }]] }, /but a country/],
    ['speech', { kind: 'threat' }, /speech/],
    ['an attack on nobody told', { kind: 'attack', initiators: [rebels] }, /whether civilians/],
    ['a capture by nobody told', { kind: 'territory-capture' }, /who took/],
  ])('%s', (_, event, because) => {
    expect(
      rowsOf({
        initiators: [rebels],
        targets: [army],
        ...(event.kind && { initiators: [], targets: [] }),
        ...event,
      }),
    ).toEqual({
      leftOut: expect.stringMatching(because),
    })
  })
})

describe('the file', () => {
  const clash = telling(
    text,
    { ...there, initiators: [rebels], targets: [army], harm: [['12 people', { low: 12, high: 12 }]] },
    { outlet: '=Echo' },
  )
  const other = telling(
    text,
    { ...there, kind: 'bombing', harm: [['20', { low: 20, high: 20 }]] },
    { outlet: 'Wire' },
  )
  const write = async (all: readonly Occurrence[], settings = settingsFor('lowest')): Promise<string> => {
    let written = ''
    for await (const chunk of acled.write(sourceOf(...all), settings)) written += chunk
    return written
  }

  test('has ACLED’s 31 columns in order, and passes its own check', async () => {
    const [header = ''] = (await write([])).split('\n')
    expect(header).toBe(
      'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp',
    )
    const rows = acledRows([clash], settingsFor('lowest'))
    const checker = acledChecker()
    expect(isLeftOut(rows) ? rows : rows.flatMap(row => checker.row(row))).toEqual([])
    expect(checker.columns(acledCells.map(({ name }) => name))).toEqual([])
  })

  test('says by which policy, is the same each time, and tells its gaps', async () => {
    const settings = settingsFor('lowest')
    const undated = telling(text, { ...there, when: [] })
    const once = await write([[clash], [undated]], settings)
    expect(once).toBe(await write([[clash], [undated]]))
    expect(once).toContain('policy=lowest/2')
    expect(settings.gaps).toContainEqual({
      kind: 'event',
      event: undated.event.id,
      because: expect.stringContaining('no day'),
    })
  })

  test('of two reports, the higher type stands and the lowest number; both are sources', () => {
    const rows = acledRows([other, clash], settingsFor('lowest'))
    expect(rows).toMatchObject([{ sub_event_type: 'Armed clash', fatalities: 12, source: 'Wire; =Echo' }])
    expect(acledRows([other, clash], settingsFor('range'))).toMatchObject([{ fatalities: 12 }])
  })

  test('holds no words of the report without quotes, and no formula for Excel', async () => {
    expect(await write([[clash]], settingsFor('lowest', { quotes: false }))).not.toContain('“were in”')
    expect(await write([[clash]])).toContain('“were in”')
    expect(await write([[clash]], settingsFor('lowest', { excel: true }))).toContain(",'=Echo,")
  })

  test('asks for no occurrence before the rows of the last are written', async () => {
    let asked = 0
    const source = {
      ...sourceOf(),
      async *occurrences(): AsyncGenerator<Occurrence> {
        for (; asked < 1000; asked++) yield [clash]
      },
    }
    let written = 0
    for await (const _ of acled.write(source, settingsFor('lowest')))
      expect(asked).toBeLessThanOrEqual(++written)
    expect(written).toBe(1001)
  })
})

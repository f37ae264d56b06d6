import { describe, expect, test } from 'vitest'
import type { PlaceValue } from '../model/values.js'
import { settleActors, settleKind, settlePlaces, settleTime, toldAsDone } from './settle.js'
import { settingsFor, telling } from './try-out.js'

const text = 'On 4 March or 5 March rebels and the army were in Aleppo, Homs, Syria and the Middle East.'
const known = (
  name: string,
  admin1: string | null,
  level: PlaceValue['level'],
  country: string | null = 'SY',
) => ({
  country,
  level,
  known: {
    id: `geonames:${name}`,
    name,
    country,
    admin1,
    level,
    latitude: null,
    longitude: null,
    population: null,
  },
})
const { policy } = settingsFor('lowest')
const majority = settingsFor('majority').policy

describe('places', () => {
  const aleppo = ['Aleppo', known('Aleppo', '09', 'town')] as const
  test.each([
    ['a country that holds the other', [aleppo, ['Syria', known('Syria', null, 'country')]], ['Aleppo']],
    ['its own province', [['Homs', known('Homs', '09', 'province')], aleppo], ['Aleppo']],
    ['another province', [['Homs', known('Homs', '11', 'province')], aleppo], ['Homs', 'Aleppo']],
    [
      'a region of several countries',
      [['Middle East', known('Middle East', null, 'region', null)], aleppo],
      ['Aleppo'],
    ],
    ['a place that no gazetteer knows', [['Homs', {}], aleppo], ['Homs', 'Aleppo']],
    ['the same place twice', [aleppo, ['Homs', known('Aleppo', '09', 'town')]], ['Homs']],
  ] as const)('%s', (_, where, names) => {
    const told = telling(text, { trigger: 'were in', kind: 'attack', where })
    expect(settlePlaces([told], policy).map(({ name }) => name)).toEqual(names)
  })
})

describe('of several reports', () => {
  const event = { trigger: 'were in', kind: 'attack' } as const
  const narrow = telling(
    text,
    { ...event, when: [['4 March', '2031-03-04']], initiators: [['rebels']] },
    { outlet: 'Wire' },
  )
  const wide = telling(
    text,
    { ...event, kind: 'bombing', when: [['5 March', '2031-03']], initiators: [['army']] },
    { outlet: 'Echo' },
  )
  const other = telling(
    text,
    { ...event, kind: 'bombing', when: [['5 March', '2031-03']], initiators: [['army']] },
    { outlet: 'Daily' },
  )

  test('the narrowest time stands, unless most tell another', () => {
    expect(settleTime([wide, other, narrow], policy)?.edtf).toBe('2031-03-04')
    expect(settleTime([wide, other, narrow], majority)?.edtf).toBe('2031-03')
  })

  test('the kind that the codebook ranks first stands, unless most tell another', () => {
    const attackFirst = (kind: string): number => (kind === 'attack' ? 0 : 1)
    expect(settleKind([wide, other, narrow], policy, attackFirst)).toBe('attack')
    expect(settleKind([wide, other, narrow], majority, attackFirst)).toBe('bombing')
  })

  test('actors are those of one report', () => {
    const names = (by: typeof policy) =>
      settleActors([narrow, wide, other], by, 'initiators').map(({ name }) => name)
    expect(names(policy)).toEqual(['rebels'])
    expect(names(majority)).toEqual(['army'])
  })

  test('what one tells as done is done', () => {
    const planned = telling(text, { ...event, status: 'prospective' })
    expect(toldAsDone([planned, narrow])).toEqual([narrow])
    expect(toldAsDone([planned])).toEqual({ leftOut: expect.stringContaining('planned') })
  })
})

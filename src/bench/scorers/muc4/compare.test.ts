import { describe, expect, test } from 'vitest'
import { gradeOf } from './compare.js'
import type { Slot } from './slots.js'
import type { Alternative, Fill } from './template.js'

const grade = (slot: Slot, alts: readonly Alternative[], fill: Fill, xref?: string[]) =>
  gradeOf(slot, { alts: [...alts], ...(xref && { xref }) }, fill)

describe('strings', () => {
  test.each([
    ['MILLERS', 'THE THREE MILLERS', 'COR'],
    ['RED FRONT', 'Red Front', 'COR'],
    ['PEDRO JUAN CASTA', 'CASTA', 'PAR'],
    ['MILLERS', 'MILLERS WHO SLEPT', 'PAR'],
    ['MILLERS', 'BAKERS', 'INC'],
    ['MILLERS', '', 'INC'],
  ])('%s, answered %s: %s', (key, given, expected) => {
    expect(grade('hum_tgt_name', [{ s: key }], { value: given })).toBe(expected)
  })

  test('any alternative will do', () => {
    expect(grade('perp_org_id', [{ s: 'RED FRONT' }, { s: 'RF' }], { value: 'RF' })).toBe('COR')
  })
})

describe('sets', () => {
  test.each<[Slot, string, string, string]>([
    ['incident_type', 'BOMBING', 'ATTACK', 'PAR'],
    ['incident_type', 'ATTACK', 'BOMBING', 'INC'],
    ['instrument_type', 'VEHICLE BOMB', 'EXPLOSIVE', 'PAR'],
    ['instrument_type', 'EXPLOSIVE', 'VEHICLE BOMB', 'INC'],
    ['perp_org_confidence', 'SUSPECTED OR ACCUSED BY AUTHORITIES', 'SUSPECTED OR ACCUSED', 'PAR'],
    ['phys_tgt_effect', 'SOME DAMAGE', 'DESTROYED', 'PAR'],
    ['hum_tgt_effect', 'NO INJURY OR DEATH', 'NO DEATH', 'PAR'],
    ['hum_tgt_type', 'CIVILIAN', 'CIVILIAN', 'COR'],
    ['incident_stage', 'THREATENED', 'ACCOMPLISHED', 'INC'],
  ])('%s %s, answered %s: %s', (slot, key, given, expected) => {
    expect(grade(slot, [key], { value: given })).toBe(expected)
  })

  test.each([
    ['its own', 'MILLERS', 'COR'],
    ['another', 'BAKERS', 'PAR'],
    ['none', undefined, 'PAR'],
  ])('of %s: %s', (_, xref, expected) => {
    const fill = { value: 'CIVILIAN', ...(xref && { xref }) }
    expect(grade('hum_tgt_type', ['CIVILIAN'], fill, ['THE MILLERS'])).toBe(expected)
  })

  test('a dummy reference asks for none', () => {
    expect(grade('hum_tgt_effect', ['NO INJURY'], { value: 'NO INJURY' }, ['-'])).toBe('COR')
  })
})

describe('dates', () => {
  const range = (from: string | null, to: string | null) => ({ from, to })
  const third = '2031-05-03'
  test.each([
    ['the day', range(third, third), range(third, third), 'COR'],
    ['a day within', range('2031-05-01', third), range('2031-05-02', '2031-05-02'), 'PAR'],
    ['a day without', range('2031-05-01', third), range('2031-05-04', '2031-05-04'), 'INC'],
    ['a day before the default', range(null, third), range('2031-05-01', '2031-05-01'), 'PAR'],
    ['the default for the day of the dateline', range(third, third), range(null, third), 'PAR'],
    ['the default for an earlier day', range('2031-05-01', '2031-05-01'), range(null, third), 'INC'],
    ['without a year', range('XXXX-05-03', 'XXXX-05-03'), range(third, third), 'COR'],
    ['open', range('2031-05-01', third), range('2031-05-02', null), 'INC'],
  ])('%s: %s', (_, key, given, expected) => {
    expect(grade('incident_date', [key], { value: given })).toBe(expected)
  })
})

describe('places', () => {
  const path = (...names: string[]) => names.map(name => ({ name }))
  const town = { path: path('ARDA', 'KESH PROVINCE', 'VANTRY') }
  test.each([
    ['the town', town, ['ARDA', 'Vantry'], 'COR'],
    ['the province', town, ['ARDA', 'Kesh Province'], 'PAR'],
    ['the country', town, ['ARDA'], 'PAR'],
    ['the town in another country', town, ['BORIA', 'Vantry'], 'PAR'],
    ['nothing of it', town, ['BORIA', 'Elm'], 'INC'],
    ['a country alone', { path: path('ARDA') }, ['ARDA'], 'COR'],
    ['more than the key has', { path: path('ARDA') }, ['ARDA', 'Elm'], 'PAR'],
    ['one end of a stretch', { ...town, to: path('ELM') }, ['ARDA', 'Elm'], 'PAR'],
    ['both ends', { ...town, to: path('ELM') }, ['ARDA', 'Vantry', 'Elm'], 'COR'],
  ])('%s: %s', (_, key, given, expected) => {
    expect(grade('incident_location', [key], { value: given })).toBe(expected)
  })
})

describe('numbers', () => {
  const n = (min: number | null, max: number | null) => ({ min, max })
  test.each([
    ['the number', n(2, 2), n(2, 2), 'COR'],
    ['at least', n(6, null), n(6, null), 'COR'],
    ['an end of the range', n(5, 7), n(7, 7), 'PAR'],
    ['within the range', n(5, 7), n(6, 6), 'INC'],
    ['about so many', { ...n(7, 7), approx: true }, n(7, 7), 'PAR'],
    ['several', { plural: true }, 'plural' as const, 'COR'],
    ['several for a number', n(2, 2), 'plural' as const, 'INC'],
    ['a number for several', { plural: true }, n(2, 2), 'INC'],
  ])('%s: %s', (_, key, given, expected) => {
    expect(grade('hum_tgt_number', [key], { value: given })).toBe(expected)
  })
})

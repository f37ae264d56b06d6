import { describe, expect, test } from 'vitest'
import { acledCells } from '../acled/cells.js'
import { acledChecker } from '../acled/check.js'
import { gedCells } from '../ged/cells.js'
import { gedChecker } from '../ged/check.js'
import { declaredChecker } from './declared.js'
import { ploverChecker } from './plover.js'
import type { RowChecker } from './row-checker.js'

type Row = Readonly<Record<string, unknown>>

const clash: Row = {
  event_id_cnty: 'SYR1',
  event_date: '2031-03-04',
  year: '2031',
  time_precision: '1',
  disorder_type: 'Political violence',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Military Forces of Syria',
  inter1: 'State forces',
  actor2: 'River Front',
  inter2: 'Rebel group',
  interaction: 'State forces-Rebel group',
  iso: '760',
  region: 'Middle East',
  country: 'Syria',
  location: 'Aleppo',
  latitude: '36.2012',
  longitude: '37.1612',
  geo_precision: '1',
  fatalities: '3',
  timestamp: '1930000000',
}
const killing: Row = {
  id: '7',
  year: '2031',
  type_of_violence: '1',
  side_a: 'Government of Norway',
  side_b: 'River Front',
  where_prec: '1',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2031-03-04 00:00:00.000',
  date_end: '2031-03-04 00:00:00.000',
  deaths_a: '1',
  deaths_b: '2',
  deaths_civilians: '0',
  deaths_unknown: '0',
  best: '3',
  high: '5',
  low: '2',
}
const aid: Row = {
  id: 'herodotus:event:1',
  date: '2031-03-04',
  actor: [{ entity_text: 'Norway' }],
  recipient: [{ entity_text: 'Chad' }],
  event: ['AID'],
  mode: [],
  quad_code: 2,
}

const at = (checker: RowChecker, row: Row) => checker.row(row).map(({ column }) => column)

describe('ACLED', () => {
  test.each<[string, Row, readonly string[]]>([
    ['in words', {}, []],
    ['in numbers', { inter1: '1', inter2: '2', interaction: '12' }, []],
    ['one actor in numbers', { actor2: '', inter1: '1', inter2: '0', interaction: '10' }, []],
    [
      'two alike, as ACLED writes them now',
      { inter1: 'Rebel group', inter2: 'Rebel group', interaction: 'Rebel group-Rebel group' },
      [],
    ],
    ['a day that is none', { event_date: '2031-02-30', year: '2031' }, ['event_date']],
    ['the year of another day', { year: '2030' }, ['year']],
    ['a type that does not hold the sub-event', { event_type: 'Riots' }, ['event_type']],
    ['a disorder that does not', { disorder_type: 'Demonstrations' }, ['disorder_type']],
    ['no sub-event of ACLED', { sub_event_type: 'Skirmish' }, ['sub_event_type']],
    ['an actor without a type', { inter2: '' }, ['inter2', 'interaction']],
    ['a type without an actor', { actor2: '' }, ['inter2']],
    ['no type of ACLED', { inter1: 'Army' }, ['inter1']],
    ['civilians as rebels', { actor2: 'Civilians (Syria)' }, ['inter2']],
    ['an interaction the wrong way round', { interaction: 'Rebel group-State forces' }, ['interaction']],
    ['the wrong interaction in numbers', { inter1: '1', inter2: '2', interaction: '13' }, ['interaction']],
    [
      'an associate of nobody',
      { actor2: '', inter2: '', interaction: 'State forces only', assoc_actor_2: 'x' },
      ['assoc_actor_2'],
    ],
    ['an actor2 alone', { actor1: '', inter1: '', interaction: '' }, ['actor1']],
    ['civilians targeted in a battle', { civilian_targeting: 'Civilians targeted' }, ['civilian_targeting']],
    [
      'violence against civilians not flagged',
      { event_type: 'Violence against civilians', sub_event_type: 'Attack' },
      ['civilian_targeting'],
    ],
    ['a precision that is none', { geo_precision: '4' }, ['geo_precision']],
    ['half a death', { fatalities: '1.5' }, ['fatalities']],
    ['a latitude beyond the pole', { latitude: '96.2' }, ['latitude']],
    ['no region of ACLED', { region: 'Levant' }, ['region']],
    ['no place', { location: ' ' }, ['location']],
  ])('%s', (_, changed, columns) => {
    expect(at(acledChecker(), { ...clash, ...changed })).toEqual(columns)
  })

  test('the same id twice', () => {
    const checker = acledChecker()
    expect(at(checker, clash)).toEqual([])
    expect(at(checker, clash)).toEqual(['event_id_cnty'])
  })

  const names = acledCells.map(({ name }) => name)
  test.each<[string, readonly string[], RegExp]>([
    ['missing', names.slice(1), /missing/],
    ['unknown', [...names, 'data_id'], /no such column/],
    ['twice', [...names, 'iso'], /twice/],
    ['in another order', [...names.slice(1), 'event_id_cnty'], /column 1 is event_date/],
  ])('a column %s', (_, given, message) => {
    expect(acledChecker().columns(given)).toEqual([
      expect.objectContaining({ message: expect.stringMatching(message) }),
    ])
  })
})

describe('UCDP GED', () => {
  test.each<[string, Row, readonly string[]]>([
    ['as UCDP writes it', {}, []],
    ['best more than high', { high: '2' }, ['best']],
    ['low more than best', { low: '4' }, ['low']],
    ['sides that do not add up', { deaths_unknown: '1' }, ['best']],
    ['nobody dead', { deaths_a: '0', deaths_b: '0', best: '0', high: '0', low: '0' }, ['high']],
    ['ends before it starts', { date_prec: '2', date_end: '2031-03-03' }, ['date_end']],
    ['an exact day that ends on another', { date_end: '2031-03-05' }, ['date_prec']],
    ['one-sided without civilians', { type_of_violence: '3' }, ['side_b']],
    ['civilians as a fighting side', { side_b: 'Civilians' }, ['side_b']],
    ['no type of violence', { type_of_violence: '4' }, ['type_of_violence']],
    ['no number', { best: '' }, ['best']],
  ])('%s', (_, changed, columns) => {
    expect(at(gedChecker(), { ...killing, ...changed })).toEqual(columns)
  })

  test('the columns in their order', () => {
    expect(gedChecker().columns(gedCells.map(({ name }) => name))).toEqual([])
  })
})

describe('PLOVER', () => {
  test.each<[string, Row, readonly string[]]>([
    ['aid', {}, []],
    ['aid to nobody', { recipient: [] }, ['recipient']],
    ['agreement with nobody', { event: ['AGREE'], quad_code: 1, recipient: [] }, []],
    ['no actor', { actor: [] }, ['actor']],
    ['no date', { date: null }, ['date']],
    ['a day that is none', { date: '2031-13-01' }, ['date']],
    ['ends before it starts', { enddate: '2031-03-01' }, ['enddate']],
    ['an event type of an older manual', { event: ['FIGHT'], quad_code: null }, ['event']],
    ['a mode of another type', { mode: ['aerial'] }, ['mode']],
    ['the wrong class', { quad_code: 4 }, ['quad_code']],
  ])('%s', (_, changed, columns) => {
    expect(at(ploverChecker(), { ...aid, ...changed })).toEqual(columns)
  })
})

describe('what a format declares', () => {
  const checker = () =>
    declaredChecker([
      { name: 'name', type: 'string', filled: 'always', from: '' },
      { name: 'low', type: 'integer', filled: 'told', from: '' },
      { name: 'high', type: 'integer', filled: 'told', from: '' },
      { name: 'day', type: 'date', filled: 'told', from: '' },
      { name: 'sure', type: 'boolean', filled: 'told', from: '' },
      { name: 'score', type: 'number', filled: 'told', from: '' },
      { name: 'never', type: 'string', filled: 'never', from: '' },
    ])
  test.each<[Row, readonly string[]]>([
    [{ name: 'a', low: 1, high: '2', day: '2031-03-04', sure: 'true', score: '0.5' }, []],
    [{ name: '' }, ['name']],
    [{ name: 'a', low: '3', high: '2' }, ['low']],
    [{ name: 'a', low: 'x', day: 'today', sure: 'yes', score: 'high' }, ['low', 'day', 'sure', 'score']],
  ])('%j', (row, columns) => expect(at(checker(), row)).toEqual(columns))

  test('what is never filled is no column', () => {
    expect(checker().columns(['name', 'low', 'high', 'day', 'sure', 'score'])).toEqual([])
  })
})

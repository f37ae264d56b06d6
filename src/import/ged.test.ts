import { describe, expect, test } from 'vitest'
import { gedImport } from './ged.js'
import { gedDay, gedEdtf } from './ged-time.js'
import { rowText } from './row-text.js'

const attack = {
  id: '77',
  type_of_violence: '1',
  side_a: 'Government of Yemen (North Yemen)',
  side_b: 'Red Front',
  source_date: '2031-03-06;2031-03-08',
  source_headline: 'Clashes in Ost',
  source_original: 'police; witnesses',
  where_prec: '1',
  where_coordinates: 'Ost town',
  latitude: '15.1',
  longitude: '44.2',
  country: 'Yemen (North Yemen)',
  date_prec: '1',
  date_start: '2031-03-05 00:00:00.000',
  date_end: '2031-03-05 00:00:00.000',
  deaths_a: '2',
  deaths_b: '0',
  deaths_civilians: '1',
  deaths_unknown: '4',
  best: '7',
  high: '9',
  low: '7',
}
type Cells = Partial<Record<keyof typeof attack, string>>
const ost = {
  id: 'geonames:1',
  name: 'Ost',
  country: 'YE',
  admin1: null,
  level: 'town',
  latitude: 15.1,
  longitude: 44.2,
  population: null,
} as const
const places = (name: string) => (name === 'Ost' ? [ost] : [])
const rowOf = (cells: Cells) => gedImport.row(rowText({ ...attack, ...cells }, gedImport.prose), places)
function taken(cells: Cells = {}) {
  const row = rowOf(cells)
  if ('faults' in row) throw new Error(JSON.stringify(row.faults))
  return row
}
const actors = ({ event }: ReturnType<typeof taken>) =>
  [event.initiators, event.targets].map(list => list.map(({ value: { name, type } }) => `${name}: ${type}`))

test.each<[string, Cells, string[][]]>([
  [
    'a government and those who fight it',
    {},
    [['Yemen (North Yemen): state-forces', 'Red Front: rebel'], []],
  ],
  [
    'a government that has no country’s name',
    { side_a: 'Junta' },
    [['Junta: state-forces', 'Red Front: rebel'], []],
  ],
  [
    'two groups',
    { type_of_violence: '2', side_a: 'Blue Front' },
    [['Blue Front: militia', 'Red Front: militia'], []],
  ],
  [
    'civilians',
    { type_of_violence: '3', side_a: 'Red Front', side_b: 'Civilians' },
    [['Red Front: militia'], ['Civilians: civilians']],
  ],
])('sides: %s', (_, cells, expected) => expect(actors(taken(cells))).toEqual(expected))

describe('deaths', () => {
  const told = (cells: Cells) =>
    taken(cells).event.harm.map(({ value: { low, high, of, partOf }, evidence: [{ exact }] }) =>
      [exact, low, high, of, partOf?.exact].join(' '),
    )
  test('low is at least, high is up to, and each side is part of the best', () => {
    expect(told({ low: '5' })).toEqual([
      'low: 5 5   ',
      'best: 7 7 7  ',
      'high: 9  9  ',
      'deaths_a: 2 2 2 Yemen (North Yemen) best: 7',
      'deaths_civilians: 1 1 1 civilians best: 7',
    ])
  })
  test('three numbers that are one stand once', () => {
    expect(told({ high: '7', deaths_a: '0', deaths_civilians: '0' })).toEqual(['best: 7 7 7  '])
  })
})

test('a place goes by its name, without the word that says what it is', () => {
  const [place] = taken().event.where
  expect(place).toMatchObject({ value: { name: 'Ost', known: ost }, evidence: [{ exact: 'Ost' }] })
  const [unknown] = taken({ where_coordinates: 'Vel town' }).event.where
  expect(unknown).toMatchObject({ value: { name: 'Vel town', known: null } })
})

test('the last of its articles is when it was published; who is cited there says so', () => {
  const { published, event } = taken()
  expect(published).toMatchObject({ edtf: '2031-03-08', quote: { exact: '2031-03-08' } })
  expect(event.said.map(({ value }) => value.holder)).toEqual(['police', 'witnesses'])
  expect(taken({ source_date: 'spring 2031' }).published).toBeNull()
})

test.each([
  ['2031-03-05', '2031-03-05', 1, '2031-03-05'],
  ['2031-03-05', '2031-03-05', 2, '2031-03-05~'],
  ['2031-03-05', '2031-03-05', 3, '2031-03-02/2031-03-08'],
  ['2031-03-05', '2031-03-05', 4, '2031-03'],
  ['2031-03-05', '2031-03-05', 5, '2031'],
  ['2031-03-01', '2031-03-31', 4, '2031-03'],
  ['2031-01-01', '2031-12-31', 5, '2031'],
  ['2031-03-03', '2031-04-02', 4, '2031-03-03/2031-04-02'],
] as const)('%s to %s with precision %i is %s', (start, end, precision, edtf) =>
  expect(gedEdtf(start, end, precision)).toBe(edtf),
)

test('a day may have an hour', () => expect(gedDay('2031-03-05 00:00:00.000')).toBe('2031-03-05'))

test.each<[string, Cells, string[]]>([
  ['a type of violence that is none', { type_of_violence: '4' }, ['type_of_violence']],
  ['numbers that do not rise', { low: '8' }, ['best']],
  ['fewer than none', { deaths_b: '-2' }, ['deaths_b']],
  ['an end before the start', { date_end: '2031-03-01' }, ['date_end', 'date_prec']],
  ['no day', { date_start: '2031-13-01', date_end: '2031-13-01' }, ['date_start', 'date_end']],
  ['a country that is none', { country: 'Yemmen' }, ['country']],
  ['a point off the Earth', { longitude: '190' }, ['longitude']],
  ['a precision that is none', { where_prec: '0' }, ['where_prec']],
  ['no side', { side_b: '' }, ['side_b']],
])('%s is refused', (_, cells, fields) => {
  const row = rowOf(cells)
  expect('faults' in row && row.faults.map(({ field }) => field)).toEqual(fields)
})

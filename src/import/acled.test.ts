import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hierarchy, type SubEventType } from '../export/acled/types.js'
import type { GazetteerPlace } from '../model/values.js'
import { acledImport } from './acled.js'
import { acledKinds } from './acled-kinds.js'
import { acledDay, acledEdtf } from './acled-time.js'
import { rowText } from './row-text.js'

const ost: GazetteerPlace = {
  id: 'geonames:1',
  name: 'Ost',
  country: 'SY',
  admin1: '09',
  level: 'town',
  latitude: 36.2,
  longitude: 37.1,
  population: null,
}
const province: GazetteerPlace = { ...ost, id: 'geonames:2', name: 'Vel', level: 'province', latitude: 36 }
const places = (name: string) => [ost, province].filter(place => place.name === name)

const clash = {
  event_id_cnty: 'SYR1',
  event_date: '2031-03-05',
  year: '2031',
  time_precision: '1',
  disorder_type: 'Political violence',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Red Front',
  assoc_actor_1: 'North Wing; South Wing',
  inter1: 'Rebel group',
  actor2: 'Military Forces of Syria',
  inter2: '1',
  iso: '760',
  country: 'Syria',
  admin1: 'Vel',
  location: 'Ost',
  latitude: '36.2012',
  longitude: '37.1012',
  geo_precision: '1',
  source: 'Ost Echo; Wire',
  notes: 'On 5 March, “clashes”,\nin Ost.',
  fatalities: '12',
  timestamp: '1930000000',
}
type Cells = Partial<Record<keyof typeof clash, string>>
const rowOf = (cells: Cells) => rowText({ ...clash, ...cells }, acledImport.prose)
function taken(cells: Cells = {}) {
  const row = acledImport.row(rowOf(cells), places)
  if ('faults' in row) throw new Error(JSON.stringify(row.faults))
  return row
}
const faults = (cells: Cells): (string | null)[] => {
  const row = acledImport.row(rowOf(cells), places)
  return 'faults' in row ? row.faults.map(({ field }) => field) : []
}
const names = (list: readonly { readonly value: { readonly name: string; readonly type: string } }[]) =>
  list.map(({ value: { name, type } }) => `${name} ${type}`)

test('each value quotes the cell that it came from, and the notes stand as sentences', () => {
  const row = rowOf({})
  const { event, name, published } = taken()
  expect(name).toBe('SYR1')
  expect(published).toMatchObject({ edtf: '2031-02-27', basis: 'metadata', quote: { exact: '1930000000' } })
  expect(row.body).toContain('\nlocation: Ost\n')
  expect(row.body.endsWith('\n\nOn 5 March, “clashes”,\nin Ost.\n')).toBe(true)
  const quoted = [event.kind, event.when[0], event.where[0], event.harm[0], event.said[1]].map(
    value => value?.evidence[0].exact,
  )
  expect(quoted).toEqual(['Armed clash', '2031-03-05', 'Ost', 'fatalities: 12', 'Wire'])
  for (const { start, end, exact } of event.triggers) expect(row.body.slice(start, end)).toBe(exact)
})

test('who it was, with the types of their codes; who stands beside them has none', () => {
  const { initiators, targets } = taken().event
  expect(names(initiators)).toEqual([
    'Red Front rebel',
    'North Wing unknown',
    'South Wing unknown',
    'Military Forces of Syria state-forces',
  ])
  expect(targets).toEqual([])
})

test.each<[string, Cells, string]>([
  [
    'demonstrators stand first to ACLED',
    {
      sub_event_type: 'Protest with intervention',
      event_type: 'Protests',
      disorder_type: 'Demonstrations',
      actor1: 'Protesters (Syria)',
      inter1: 'Protesters',
    },
    'Military Forces of Syria',
  ],
  [
    'a government takes a place, whichever actor it is',
    { sub_event_type: 'Government regains territory' },
    'Military Forces of Syria',
  ],
  ['others take it', { sub_event_type: 'Non-state actor overtakes territory' }, 'Red Front'],
])('%s', (_, cells, first) => {
  const { initiators, targets } = taken({ assoc_actor_1: '', ...cells }).event
  expect(initiators.map(({ value }) => value.name)).toEqual([first])
  expect(targets).toHaveLength(1)
})

describe('fatalities', () => {
  test('are people killed, as many as told', () => {
    expect(taken().event.harm.map(({ value }) => value)).toMatchObject([
      { what: 'killed', low: 12, high: 12, of: null },
    ])
  })
  test('of 0 tell nothing: ACLED writes it where nothing is known', () => {
    expect(taken({ fatalities: '0' }).event.harm).toEqual([])
  })
})

describe('where', () => {
  const told = (cells: Cells) => taken(cells).event.where.map(({ value }) => value)
  test.each<[string, Cells, object]>([
    ['a town that the gazetteer has there', {}, { name: 'Ost', level: 'town', known: ost }],
    ['near it', { geo_precision: '2' }, { name: 'Ost', level: 'town', known: ost, relation: 'near' }],
    [
      'a town of that name elsewhere is another',
      { latitude: '34' },
      { name: 'Ost', level: 'town', known: null },
    ],
    ['in another country too', { country: 'Iraq', iso: '368' }, { country: 'IQ', known: null }],
    [
      'the capital of a division stands for all of it',
      { geo_precision: '3' },
      { name: 'Vel', known: province },
    ],
    [
      'an area that nobody knows',
      { geo_precision: '3', location: 'Far Steppe' },
      { name: 'Far Steppe', level: 'region', known: null },
    ],
  ])('%s', (_, cells, expected) => expect(told(cells)).toEqual([expect.objectContaining(expected)]))
})

test.each([
  ['2031-03-05', 1, '2031-03-05'],
  ['2031-03-05', 2, '2031-03-02/2031-03-08'],
  ['2031-03-16', 3, '2031-03'],
  ['2031-03-01', 3, '2031-03-01/2031-03-10'],
  ['2032-02-29', 3, '2032-02-21/2032-02-29'],
] as const)('%s with precision %i is %s', (day, precision, edtf) =>
  expect(acledEdtf(day, precision)).toBe(edtf),
)

test.each([
  ['05 March 2031', '2031-03-05'],
  ['5-march-2031', '2031-03-05'],
  ['2031-03-05', '2031-03-05'],
  ['5 Marz 2031', '5 Marz 2031'],
])('the day %s is %s', (text, day) => expect(acledDay(text)).toBe(day))

test.each<[string, Cells, (string | null)[]]>([
  ['a type that ACLED does not have', { sub_event_type: 'Skirmish' }, ['sub_event_type']],
  ['a type that could be many kinds', { sub_event_type: 'Other' }, ['sub_event_type']],
  ['a type of another type', { event_type: 'Riots' }, ['event_type']],
  ['an actor type that is none', { inter2: '9' }, ['inter2']],
  ['a type without an actor', { actor2: '' }, ['inter2']],
  ['a country that is none', { country: 'Syrria' }, ['country']],
  ['a number of another country', { iso: '368' }, ['iso']],
  ['no day', { event_date: '2031-02-30' }, ['event_date']],
  ['another year', { year: '2030' }, ['year']],
  ['a point off the Earth', { latitude: '96.2' }, ['latitude']],
  ['half a point', { longitude: '' }, ['longitude']],
  ['fewer than none killed', { fatalities: '-1' }, ['fatalities']],
  [
    'a precision that is none',
    { time_precision: '4', geo_precision: 'x' },
    ['time_precision', 'geo_precision'],
  ],
  ['an empty cell that is needed', { location: '' }, ['location']],
])('%s is refused, and nothing is made of it', (_, cells, fields) => expect(faults(cells)).toEqual(fields))

test('every type of ACLED is a kind, or is known to be none', () => {
  const all = Object.values(hierarchy).flat() as SubEventType[]
  expect(Object.keys(acledKinds).sort()).toEqual([...all].sort())
  expect(all.filter(sub => acledKinds[sub] === null)).toEqual(['Other'])
})

test('what a kind leaves out of a code is noted at the code', () => {
  const { event, notes } = taken({
    sub_event_type: 'Air/drone strike',
    event_type: 'Explosions/Remote violence',
  })
  expect(event.kind.value).toBe('air-strike')
  expect(notes).toMatchObject([{ code: 'kind-coarser', at: { exact: 'Air/drone strike' } }])
  expect(taken().notes).toEqual([])
})

test('an apostrophe that keeps a spreadsheet from running a cell is none of the text', () => {
  const [means, actor] = [{ actor1: "'=Red Front" }, { actor1: "''Red' Front" }].map(
    cells => taken(cells).event.initiators[0]?.value.name,
  )
  expect([means, actor]).toEqual(['=Red Front', "'Red' Front"])
})

test('whatever the cells hold, every quote is what the text says there', () => {
  const words = fc.stringMatching(/^[a:;"'=\r\n\u{1f525} \u00e9]*$/u).map(text => `${text}x`)
  fc.assert(
    fc.property(words, words, words, words, (actor1, assoc_actor_1, location, source) => {
      const cells = { actor1, assoc_actor_1, location, source, notes: location }
      const { body } = rowOf(cells)
      const { event } = taken(cells)
      const { where, initiators, said, harm, when } = event
      for (const { evidence } of [...where, ...initiators, ...said, ...harm, ...when])
        for (const { start, end, exact } of evidence) expect(body.slice(start, end)).toBe(exact)
    }),
  )
})

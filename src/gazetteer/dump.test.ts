import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNameLine, readPlaceLine } from './index.js'

/** A line of a country's file, of a made-up town, with some cells changed. */
function line(cells: Readonly<Record<number, string>> = {}): string {
  const row = [
    '90000001',
    'Vélato',
    'Velato',
    'Velatovo,ВЕЛАТО',
    '10.5',
    '-20',
    'P',
    'PPL',
    'NN',
    '',
    '07',
    '',
    '',
  ]
  const all = [...row, '', '1200', '', '5', 'Etc/UTC', '2031-01-01']
  return all.map((cell, i) => cells[i] ?? cell).join('\t')
}
const placeOf = (text: string) => {
  const read = readPlaceLine(text)
  return 'fault' in read ? read.fault : (read.places[0]?.place ?? null)
}

describe('a line of places', () => {
  test('is a place with its names in Latin letters', () => {
    expect(readPlaceLine(line())).toEqual({
      places: [
        {
          id: 90000001,
          place: {
            name: 'Vélato',
            country: 'NN',
            admin1: '07',
            level: 'town',
            latitude: 10.5,
            longitude: -20,
            population: 1200,
          },
        },
      ],
      names: ['Vélato', 'Velato', 'Velatovo'].map(name => ({ id: 90000001, name })),
    })
  })

  test.each([
    ['A', 'ADM1', 'province'],
    ['A', 'ADM2', 'district'],
    ['P', 'PPLX', 'district'],
    ['S', 'AIRP', 'site'],
    ['H', 'STM', 'water'],
    ['T', 'MT', 'site'],
    ['T', 'MTS', 'region'],
    ['L', 'RGN', 'region'],
  ])('%s %s is of level %s', (kind, code, level) =>
    expect(placeOf(line({ 6: kind, 7: code }))).toMatchObject({ level }),
  )

  test.each([
    ['a country, which the program has', { 6: 'A', 7: 'PCLI' }],
    ['a road', { 6: 'R', 7: 'RD' }],
    ['what lies under the sea', { 6: 'U', 7: 'RDGU' }],
  ])('%s is left out', (_, cells) => expect(placeOf(line(cells))).toBeNull())

  test.each([
    ['too few columns', 'Velato\t10', 'not 19 columns but 2'],
    ['an id', line({ 0: 'x1' }), '"x1" is no id'],
    ['a name', line({ 1: ' ' }), 'no name'],
    ['a latitude', line({ 4: '91' }), '"91" is no latitude'],
    ['a longitude', line({ 5: 'east' }), '"east" is no longitude'],
    ['a country', line({ 8: 'nn' }), '"nn" is no country code'],
    ['a number of people', line({ 14: 'many' }), '"many" is no number of people'],
  ])('says what is wrong with it: %s', (_, text, fault) => expect(placeOf(text)).toContain(fault))
})

describe('a line of names', () => {
  test.each([
    ['a name', '1\t90000001\ten\tVelat on the Osma\t\t\t\t\t\t', ['Velat on the Osma']],
    ['a name in other letters', '1\t90000001\tru\tВелато\t\t\t\t\t\t', []],
    ['a link', '1\t90000001\tlink\thttps://example.org\t\t\t\t\t\t', []],
    ['an airport’s code', '1\t90000001\tiata\tVLT\t\t\t\t\t\t', []],
  ])('%s', (_, text, names) =>
    expect(readNameLine(text)).toEqual({ places: [], names: names.map(name => ({ id: 90000001, name })) }),
  )
  test('says what is wrong with it', () => {
    expect(readNameLine('1\tx\ten\tVelato\t\t\t\t\t\t')).toEqual({ fault: '"x" is no id of a place' })
    expect(readNameLine('bad')).toEqual({ fault: 'it has not 10 columns but 1' })
  })
})

test('whatever the line, it is read or told', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(18), (cell, at) => {
      for (const read of [readPlaceLine(line({ [at]: cell })), readNameLine(cell)]) {
        expect('fault' in read || Array.isArray(read.places)).toBe(true)
      }
    }),
  )
})

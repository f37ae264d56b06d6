import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IndexedPlace, openIndex, packIndex } from './geonames-format.js'

const places: readonly IndexedPlace[] = [
  {
    id: 7,
    name: 'Velató',
    country: 'NN',
    admin1: '07',
    level: 'town',
    latitude: 10.5,
    longitude: -20.25,
    population: 1200,
  },
  {
    id: 8,
    name: 'Велато',
    country: 'MM',
    admin1: null,
    level: 'province',
    latitude: null,
    longitude: null,
    population: 0,
  },
]

test('what is packed is found as it was', () => {
  const index = openIndex(
    packIndex(
      places,
      [
        { key: 'velato', index: 0, isAlternate: false },
        { key: 'velato', index: 1, isAlternate: true },
      ],
      [],
    ),
  )
  expect(index.size).toBe(2)
  expect(index.written('velato')).toEqual([
    { index: 0, isAlternate: false },
    { index: 1, isAlternate: true },
  ])
  expect(index.sounding('velato')).toEqual([])
  expect([0, 1].map(i => index.at(i))).toEqual(
    places.map(place => ({ ...place, id: `geonames:${place.id}` })),
  )
})

test('every name is found, and no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.string(), (keys, other) => {
      const index = openIndex(
        packIndex(
          places,
          keys.map(key => ({ key, index: 0, isAlternate: false })),
          keys.map(key => ({ key, index: 1, isAlternate: false })),
        ),
      )
      for (const key of keys) {
        expect(index.written(key)).toEqual([{ index: 0, isAlternate: false }])
        expect(index.sounding(key)).toEqual([{ index: 1, isAlternate: false }])
      }
      expect(index.written(other)).toHaveLength(keys.includes(other) ? 1 : 0)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from '../model/box.js'
import type { PlaceValue } from '../model/values.js'
import { boxWritten, isInBox, parseBox } from './box.js'
import { drawnPoint, liesIn } from './drawn-place.js'

const box = (west: number, south: number, east: number, north: number): Box => ({ west, south, east, north })

describe('isInBox', () => {
  it.each([
    ['within and on its edges', box(10, -5, 20, 5), [10, 15, 20], [9.999, 20.001, -15]],
    ['across the 180th meridian', box(170, -5, -170, 5), [170, 180, -180, -170], [0, 169.9, -169.9]],
    ['up to it from the west', box(170, -5, 180, 5), [170, 180, -180], [-179.9, 169.9]],
    ['up to it from the east', box(-180, -5, -170, 5), [-180, 180, -175], [179.9, -169.9]],
    ['round the earth', box(-180, -5, 180, 5), [-180, 0, 180], []],
    ['all but a stretch', box(20, -5, 10, 5), [20, 180, -180, 0, 10], [15]],
  ])('%s', (_, of, inside, outside) => {
    for (const longitude of inside) expect(isInBox(of, { longitude, latitude: 0 }), `${longitude}`).toBe(true)
    for (const longitude of outside)
      expect(isInBox(of, { longitude, latitude: 0 }), `${longitude}`).toBe(false)
  })

  it('reaches to the poles where it says so', () => {
    const north = box(-180, 80, 180, 90)
    expect([90, 80, 79.9].map(latitude => isInBox(north, { longitude: 7, latitude }))).toEqual([
      true,
      true,
      false,
    ])
    expect(isInBox(box(-180, -90, 180, -80), { longitude: 0, latitude: -90 })).toBe(true)
  })

  it('has every point in it or in what is left of the parallels beside it, and in both on the edges alone', () => {
    const degrees = fc.integer({ min: -180, max: 180 })
    fc.assert(
      fc.property(degrees, degrees, degrees, (west, east, longitude) => {
        fc.pre(west !== east && west + 360 !== east)
        const at = { longitude, latitude: 0 }
        const [one, other] = [isInBox(box(west, -1, east, 1), at), isInBox(box(east, -1, west, 1), at)]
        const isEdge = [west, east].some(edge => (edge - longitude) % 360 === 0)
        expect([one || other, one && other]).toEqual([true, isEdge])
      }),
    )
  })
})

describe('parseBox', () => {
  it('reads what is written', () => {
    const one = box(-5.25, 1, 7.125, 20)
    expect(parseBox(boxWritten(one))).toEqual({ box: one })
    expect(parseBox(' 170, -10.5 ,-170,10')).toEqual({ box: box(170, -10.5, -170, 10) })
  })

  it.each([
    ['', 'not 1'],
    ['1,2,3', 'not 3'],
    ['1,2,3,4,5', 'not 5'],
    ['1,2,x,4', '“x” is none'],
    ['1,2,,4', '“” is none'],
    ['1e1,2,3,4', '“1e1” is none'],
    ['200,1,3,4', '200 does not'],
    ['1,1,-180.5,4', '-180.5 does not'],
    ['1,-91,3,4', '-91 does not'],
    ['1,9,3,4', 'South (9) must be less than north (4)'],
    ['1,4,3,4', 'South (4) must be less than north (4)'],
  ])('says why “%s” is none', (text, why) => {
    expect(parseBox(text)).toEqual({ complaint: expect.stringContaining(why) })
  })
})

describe('where an occurrence is drawn', () => {
  const place = (level: PlaceValue['level'], latitude: number | null, known = true): PlaceValue => ({
    name: 'Delna',
    country: 'LY',
    level,
    known: known
      ? {
          id: 'x',
          name: 'Delna',
          country: 'LY',
          admin1: null,
          level,
          latitude,
          longitude: 13,
          population: null,
        }
      : null,
  })
  const told = (...values: PlaceValue[]) => ({ where: values.map(value => ({ value })) })

  it.each([
    ['the narrowest place of all tellings', [told(place('province', 30)), told(place('town', 32))], 32],
    ['of equals the first', [told(place('town', 31), place('town', 32))], 31],
    ['no point for a country as a whole', [told(place('country', 27))], null],
    ['nor for a narrower place without coordinates', [told(place('site', null), place('town', 32))], null],
    ['nor for one that the gazetteer does not know', [told(place('town', 32, false))], null],
    ['nor where no place is told', [told()], null],
  ])('%s', (_, tellings, latitude) => {
    expect(drawnPoint(tellings)?.latitude ?? null).toBe(latitude)
    expect(liesIn(box(-180, -90, 180, 90), tellings)).toBe(latitude !== null)
  })
})

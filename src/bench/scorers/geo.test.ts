import { expect, test } from 'vitest'
import { accuracyNear, distanceKm, medianKm } from './geo.js'

const at = (latitude: number, longitude: number) => ({ latitude, longitude })

test.each([
  ['itself', at(10, 20), at(10, 20), 0],
  ['a quarter round the equator', at(0, 0), at(0, 90), 6371 * (Math.PI / 2)],
  ['the other pole', at(90, 0), at(-90, 0), 6371 * Math.PI],
  ['over the date line', at(0, 179.5), at(0, -179.5), 6371 * (Math.PI / 180)],
])('the distance to %s', (_, a, b, km) => {
  expect(distanceKm(a, b)).toBeCloseTo(km, 6)
})

test('an abstention is not near and has no distance', () => {
  expect(accuracyNear([0, 161, 161.1, null])).toBe(0.5)
  expect(medianKm([3, null, 1, 100])).toBe(3)
  expect(medianKm([4, 1, 2, 3])).toBe(2.5)
})

test('nothing to measure is no number', () => {
  expect(accuracyNear([])).toBe(0)
  expect(medianKm([null])).toBeNull()
})

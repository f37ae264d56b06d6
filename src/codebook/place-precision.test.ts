import { describe, expect, test } from 'vitest'
import { acledGeoPrecision, ucdpWherePrecision } from './place-precision.js'

describe('how exactly a place is told, in the terms of ACLED and UCDP', () => {
  test.each([
    ['Mosul', { level: 'town' }, 1, 1],
    ['Kabul airport', { level: 'site' }, 1, 1],
    ['Karrada district', { level: 'district' }, 2, 3],
    ['Anbar province', { level: 'province' }, 3, 4],
    ['northern Syria', { level: 'region' }, 3, 5],
    ['Syria', { level: 'country' }, null, 6],
    ['the Red Sea', { level: 'water' }, 3, 7],
    ['near Mosul', { level: 'town', relation: 'near' }, 2, 2],
    ['near the base', { level: 'site', relation: 'near' }, 2, 2],
    ['near Anbar province', { level: 'province', relation: 'near' }, 3, 5],
    ['off the coast of Yemen', { level: 'water', relation: 'near' }, 3, 7],
    ['between Homs and Hama', { level: 'town', relation: 'between' }, 3, 5],
    ['the Turkish-Syrian border', { level: 'region', relation: 'between' }, 3, 5],
  ] as const)('%s', (_, told, acled, ucdp) => {
    expect(acledGeoPrecision(told)).toBe(acled)
    expect(ucdpWherePrecision(told)).toBe(ucdp)
  })
})

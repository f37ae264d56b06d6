import { describe, expect, test } from 'vitest'
import { acledRegions, conflictCountry } from './conflict-countries.js'
import { countryCodes } from './iso-3166.js'

describe('countries of the conflict data sets', () => {
  test.each([
    ['SY', 'Syria', 'Middle East', 652, 'Middle East'],
    ['EG', 'Egypt', 'Northern Africa', 651, 'Middle East'],
    ['GE', 'Georgia', 'Caucasus and Central Asia', 372, 'Europe'],
    ['SD', 'Sudan', 'Northern Africa', 625, 'Africa'],
    ['CO', 'Colombia', 'South America', 100, 'Americas'],
    ['PH', 'Philippines', 'Southeast Asia', 840, 'Asia'],
    ['PS', 'Palestine', 'Middle East', null, null],
  ] as const)('%s: %s, %s, %s, %s', (alpha2, acledName, acledRegion, gleditschWard, ucdpRegion) => {
    expect(conflictCountry(alpha2)).toMatchObject({ acledName, acledRegion, gleditschWard, ucdpRegion })
  })

  test('former names of states stand in UCDP’s name alone', () => {
    expect(conflictCountry('CD')).toMatchObject({
      acledName: 'Democratic Republic of Congo',
      ucdpName: 'DR Congo (Zaire)',
    })
  })

  test('every one has ISO codes, and no two share a number', () => {
    const alpha2 = Array.from({ length: 26 * 26 }, (_, i) =>
      String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)),
    ).filter(code => conflictCountry(code))
    expect(alpha2.filter(code => !countryCodes(code))).toEqual([])
    const numbers = alpha2.flatMap(code => conflictCountry(code)?.gleditschWard ?? [])
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(new Set(alpha2.map(code => conflictCountry(code)?.acledRegion))).toEqual(new Set(acledRegions))
  })
})

import { describe, expect, it } from 'vitest'
import { countryCodes } from './iso-3166.js'

describe('the codes of a country', () => {
  it.each([
    ['SY', 'SYR', '760'],
    ['AF', 'AFG', '004'],
    ['XK', 'XKX', null],
  ])('%s is %s and %s', (alpha2, alpha3, numeric) => {
    expect(countryCodes(alpha2)).toEqual({ alpha2, alpha3, numeric })
  })

  it('are null where there is no such country', () => {
    expect(countryCodes('ZZ')).toBeNull()
  })
})

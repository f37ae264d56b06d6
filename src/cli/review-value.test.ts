import { describe, expect, it } from 'vitest'
import { InputFault } from '../model/input-fault.js'
import type { ValueField } from '../model/recorded.js'
import { valueFrom } from './review-value.js'

const killed = {
  what: 'killed',
  low: 12,
  high: 12,
  vague: 'about',
  of: 'people',
  cumulative: false,
  partOf: null,
}
const velat = { name: 'Velat', country: 'KE', level: 'town', relation: 'near', known: null }
const rebels = { name: 'Rebels', type: 'rebel', certainty: 'claimed', registry: null }

describe('a value in short', () => {
  it.each<[ValueField, string, unknown, object | string]>([
    ['harm', '17', killed, { what: 'killed', low: 17, high: 17, vague: null, of: 'people' }],
    ['harm', '12-17', killed, { low: 12, high: 17 }],
    ['harm', '12 – 17', killed, { low: 12, high: 17 }],
    ['harm', '12+', killed, { low: 12, high: null }],
    ['harm', '17-', killed, { low: null, high: 17 }],
    ['harm', '0', killed, { low: 0, high: 0 }],
    [
      'harm',
      '"dozens" of the wounded',
      killed,
      { low: null, high: null, vague: 'dozens', of: 'the wounded' },
    ],
    [
      'harm',
      'injured 4 of soldiers',
      null,
      { what: 'injured', low: 4, high: 4, of: 'soldiers', cumulative: false },
    ],
    ['harm', '{"high":null}', killed, { ...killed, high: null }],
    ['where', 'Osk, ua, site', null, { name: 'Osk', country: 'UA', level: 'site' }],
    ['where', 'Osk', velat, { name: 'Osk', country: 'KE', level: 'town' }],
    ['where', 'Osk, -', velat, { name: 'Osk', country: null, level: 'town' }],
    ['where', 'Osk, town, near', null, { name: 'Osk', country: null, level: 'town', relation: 'near' }],
    [
      'initiators',
      'Front: militia, suspected',
      rebels,
      { name: 'Front', type: 'militia', certainty: 'suspected' },
    ],
    ['targets', 'Front', rebels, { name: 'Front', type: 'rebel', certainty: 'claimed' }],
    ['said', 'medics: denies harm', null, { holder: 'medics', stance: 'denies', about: 'harm', via: null }],
    ['when', ' 2031-03 ', null, { edtf: '2031-03' }],
    ['kind', 'raid', 'attack', 'raid'],
    ['means', 'mortars', null, 'mortars'],
  ])('of %s: %s', (field, text, before, value) => {
    const made = valueFrom(field, text, before, {})
    if (typeof value === 'string') expect(made).toBe(value)
    else expect(made).toMatchObject(value)
  })

  it('of another place is in it, unless it is said again', () => {
    expect(valueFrom('where', 'Osk', velat, {})).not.toHaveProperty('relation')
  })

  it.each<[ValueField, string, RegExp]>([
    ['harm', '17', /what was done/],
    ['harm', 'killed some', /no count/],
    ['where', 'Osk', /no level/],
    ['where', 'Osk, nowhere', /neither a country nor a level/],
    ['initiators', 'Front', /no type/],
    ['targets', 'Front: brave', /“brave” is neither/],
    ['said', 'medics: shout', /“shout” is neither/],
    ['kind', 'bang', /no kind/],
    ['harm', '{"low":', /no JSON/],
  ])('of %s is refused: %s', (field, text, complaint) => {
    const refused = () => valueFrom(field, text, null, {})
    expect(refused).toThrow(InputFault)
    expect(refused).toThrow(complaint)
  })
})

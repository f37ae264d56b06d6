import { describe, expect, it } from 'vitest'
import type { ValueField } from '../model/recorded.js'
import type { GazetteerPlace } from '../model/values.js'
import type { Gazetteer } from '../ports.js'
import { completeValue } from './complete-value.js'

const vesna = (id: string, country: string): GazetteerPlace => ({
  id,
  name: 'Vesna',
  country,
  admin1: null,
  level: 'town',
  latitude: 1,
  longitude: 2,
  population: null,
})
const gazetteer = (...places: GazetteerPlace[]): Gazetteer => ({
  version: 'made up',
  lookup: name => places.filter(place => place.name === name),
  demonym: () => null,
  capital: () => null,
})
const said = (field: ValueField, value: unknown, ...places: GazetteerPlace[]): unknown => {
  const completed = completeValue(field, value, { gazetteer: gazetteer(...places) })
  return 'value' in completed ? completed.value : `${completed.part} | ${completed.complaint}`
}
const count = { what: 'killed', low: 3, high: 3, vague: null, of: null, cumulative: false }

describe('a value that a reviewer gives', () => {
  it('has the days that its EDTF covers', () => {
    expect(said('when', { edtf: '2031-02' })).toMatchObject({ earliest: '2031-02-01', latest: '2031-02-28' })
    expect(said('when', { edtf: '../2031' })).toMatchObject({ earliest: null, latest: '2031-12-31' })
  })

  it('has the gazetteer’s place where there is one of that name and country, and none where there are two', () => {
    const told = { name: 'Vesna', country: 'UA', level: 'town' }
    expect(said('where', told, vesna('x:1', 'UA'), vesna('x:2', 'RU'))).toMatchObject({
      known: { id: 'x:1' },
    })
    expect(said('where', told, vesna('x:1', 'UA'), vesna('x:2', 'UA'))).toMatchObject({ known: null })
    expect(said('where', { ...told, country: null }, vesna('x:1', 'UA'))).toMatchObject({ known: null })
  })

  it('is itself where it is complete already', () => {
    const whole = { ...count, partOf: null }
    expect(said('harm', whole)).toEqual(whole)
    expect(said('kind', 'shelling')).toBe('shelling')
  })

  it.each([
    ['when', { edtf: '5 March' }, /^edtf \| .*not an EDTF value.*write a day/],
    ['when', { edtf: '2031-02-30' }, /^edtf \| .*no such day/],
    ['kind', 'bombardment', /^kind \| .*Invalid option/],
    ['harm', { ...count, low: 5 }, /^high \| at least 5 is more than at most 3/],
    ['harm', { ...count, low: null, high: null }, /^low \| give a number/],
    ['harm', { ...count, low: -1 }, /^low \| low/],
    ['where', { name: '', country: 'UA', level: 'town' }, /^name \| name/],
    ['initiators', { name: 'Rebels', type: 'goblins', certainty: 'stated' }, /^type \| type/],
  ] as const)('of %s %j is refused', (field, value, complaint) => {
    expect(said(field, value)).toMatch(complaint)
  })
})

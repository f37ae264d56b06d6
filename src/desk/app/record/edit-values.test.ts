import { describe, expect, it } from 'vitest'
import { valueFields } from '../../../model/recorded.js'
import { completeValue } from '../../../review/complete-value.js'
import { daysOf, formOf, partsOf, valueOfForm } from './edit-values.js'

const told = {
  kind: 'air-strike',
  status: 'attributed',
  when: { edtf: '2031-05-05/2031-05-06' },
  where: { name: 'Karsova', country: null, level: 'town', relation: 'near' },
  initiators: { name: 'Northern Front', type: 'rebel', certainty: 'suspected' },
  targets: { name: 'fishermen', type: 'civilians', certainty: 'stated' },
  means: 'car bomb',
  harm: { what: 'killed', low: 12, high: null, vague: null, of: 'fishermen', cumulative: true },
  said: { holder: 'police', stance: 'denies', about: 'initiator', via: null, cue: 'denied' },
} as const

describe.each(valueFields)('%s', field => {
  it('comes out of the form as it went in, and the server takes it', () => {
    const given = valueOfForm(field, formOf(field, told[field]))
    expect(given).toEqual({ value: told[field] })
    expect(completeValue(field, told[field])).toHaveProperty('value')
  })
})

it('what the server completed before is left to it again', () => {
  const whole = { ...told.where, known: { id: 'geonames:1' }, relation: undefined }
  expect(valueOfForm('where', formOf('where', whole))).toEqual({
    value: { name: 'Karsova', country: null, level: 'town' },
  })
})

it('an empty form has a choice in every list, and no number', () => {
  expect(formOf('harm', null)).toEqual({
    what: 'killed',
    low: '',
    high: '',
    vague: '',
    of: '',
    cumulative: '',
  })
  expect(partsOf.harm.map(({ name }) => name)).toEqual(Object.keys(formOf('harm', null)))
})

it('nought is a count, and nothing is none', () => {
  const form = { ...formOf('harm', told.harm), low: '0', high: '0' }
  expect(valueOfForm('harm', form)).toMatchObject({ value: { low: 0, high: 0 } })
  expect(valueOfForm('harm', { ...form, high: '' })).toMatchObject({ value: { low: 0, high: null } })
})

it('a country is written as its code is', () => {
  expect(valueOfForm('where', { ...formOf('where', told.where), country: ' sy ' })).toMatchObject({
    value: { country: 'SY' },
  })
})

it.each([
  ['initiators', { name: ' ' }, { name: 'edit.fault.required' }],
  ['means', { means: '' }, { means: 'edit.fault.required' }],
  ['when', { edtf: '5 May' }, { edtf: 'edit.fault.edtf' }],
  ['when', { edtf: '2031-02-30' }, { edtf: 'edit.fault.edtf' }],
  ['where', { country: 'Syria' }, { country: 'edit.fault.country' }],
  ['harm', { low: '-3' }, { low: 'edit.fault.number' }],
  ['harm', { low: '3.5' }, { low: 'edit.fault.number' }],
  ['harm', { low: '20', high: '12' }, { high: 'edit.fault.range' }],
  ['harm', { low: '', high: '', vague: '' }, { low: 'edit.fault.countless' }],
  ['said', { holder: '', cue: '' }, { holder: 'edit.fault.holder' }],
] as const)('%s with %j is refused at its part', (field, change, faults) => {
  expect(valueOfForm(field, { ...formOf(field, told[field]), ...change })).toEqual({ faults })
})

it('an EDTF value says which days it covers', () => {
  expect(daysOf('2031-05')).toEqual({ first: '2031-05-01', last: '2031-05-31' })
  expect(daysOf('2031-05-03/..')).toEqual({ first: '2031-05-03', last: null })
  expect(daysOf('Thursday')).toBeNull()
  expect(daysOf('')).toBeNull()
})

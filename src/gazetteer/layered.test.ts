import { expect, test } from 'vitest'
import type { GazetteerPlace } from '../model/values.js'
import { loadGazetteer } from './index.js'

const place = (id: string, name: string, country: string): GazetteerPlace => ({
  id,
  name,
  country,
  admin1: null,
  level: 'town',
  latitude: 10,
  longitude: 20,
  population: 10,
})
const hamlet = place('geonames:90000001', 'Velatovo', 'NN')
const aleppo = loadGazetteer().lookup('Aleppo')[0]
const own = {
  version: 'abc',
  lookup: (name: string): readonly GazetteerPlace[] =>
    name === 'Velatovo' ? [hamlet] : [place(aleppo?.id ?? '', 'Other name', 'NN'), hamlet],
}
const gazetteer = loadGazetteer(own)

test('what only the user has is found', () => expect(gazetteer.lookup('Velatovo')).toEqual([hamlet]))

test('what both have is the built-in one, and the user’s others follow', () => {
  const found = gazetteer.lookup('Aleppo')
  expect(found[0]).toEqual(aleppo)
  expect(found.filter(({ id }) => id === aleppo?.id)).toHaveLength(1)
  expect(found.at(-1)).toEqual(hamlet)
})

test('words that are no names in small letters are none of the user’s either', () =>
  expect(gazetteer.lookup('us')).toEqual([]))

test('the version changes with the user’s, and is the built-in one where nothing is loaded', () => {
  expect(gazetteer.version).toBe(`${loadGazetteer().version}+own-abc`)
  expect(loadGazetteer({ version: '', lookup: () => [] }).version).toBe(loadGazetteer().version)
})

test('the user’s places in disputed areas are marked too', () => {
  const camp = { ...hamlet, country: 'EH' }
  expect(loadGazetteer({ version: '1', lookup: () => [camp] }).lookup('Velatovo')[0]?.disputed).toContain(
    'Western Sahara',
  )
})

import { describe, expect, test } from 'vitest'
import { loadGazetteer } from './index.js'

const gazetteer = loadGazetteer()
const found = (name: string) => gazetteer.lookup(name)[0]

describe('places that more than one side claims keep the country of their gazetteer, and are marked', () => {
  test.each([
    ['Sevastopol', 'UA', 'Crimea: administered by Russia'],
    ['Golan Heights', 'SY', 'Golan Heights: administered by Israel'],
    ['Majdal Shams', 'IL', 'Golan Heights'],
    ['Srinagar', 'IN', 'Kashmir'],
    ['Gilgit', 'PK', 'Kashmir'],
    ['Hebron', 'PS', 'West Bank'],
    ['Khan Yunis', 'PS', 'Gaza Strip'],
    ['Laayoune', 'EH', 'Western Sahara'],
    ['Tskhinvali', 'GE', 'South Ossetia'],
    ['Tiraspol', 'MD', 'Transnistria'],
    ['Kyrenia', 'CY', 'Northern Cyprus'],
    ['Pristina', 'XK', 'Kosovo'],
    ['Taipei', 'TW', 'Taiwan'],
    ['Hargeysa', 'SO', 'Somaliland'],
    ['Luhansk', 'UA', 'Donetsk and Luhansk'],
  ])('%s', (name, country, text) => {
    expect(found(name)?.country).toBe(country)
    expect(found(name)?.disputed).toContain(text)
  })

  test.each(['Kyiv', 'Damascus', 'Larnaca', 'Mogadishu', 'Gori', 'New Delhi', 'Tel Aviv', 'Cyprus'])(
    '%s is not',
    name => expect(found(name)).not.toHaveProperty('disputed'),
  )
})

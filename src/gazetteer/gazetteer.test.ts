import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PlaceLevel } from '../model/vocabulary.js'
import { loadGazetteer } from './index.js'
import { readTable } from './table.js'

const gazetteer = loadGazetteer()
const first = (name: string): string | undefined => {
  const place = gazetteer.lookup(name)[0]
  return place && `${place.name} ${place.country} ${place.level}`
}

describe('places by name', () => {
  test.each([
    ['Syria', 'Syria SY country'],
    ['the UK', 'United Kingdom GB country'],
    ['Ivory Coast', 'Ivory Coast CI country'],
    ['DRC', 'Democratic Republic of the Congo CD country'],
    ['Raqqa', 'Ar Raqqah SY town'],
    ['Kobane', '‘Ayn al ‘Arab SY town'],
    ['Bombay', 'Mumbai IN town'],
    ['Gaza Strip', 'Gaza Strip PS region'],
    ['Donbas', 'Donbas UA region'],
    ['Helmand', 'Helmand AF province'],
    ['Strait of Hormuz', 'Strait of Hormuz null water'],
  ])('%s', (name, expected) => expect(first(name)).toBe(expected))

  test('a town of a hundred thousand comes before a region of its name, a smaller one after it', () => {
    const levels = (name: string, country: string) =>
      gazetteer.lookup(name).flatMap(place => (place.country === country ? [place.level] : []))
    expect(levels('Kandahar', 'AF').slice(0, 2)).toEqual(['town', 'province'])
    expect(levels('Abyan', 'YE')[0]).toBe('province')
  })

  test("a name in another script's many spellings is found after those written alike", () => {
    expect(gazetteer.lookup('Khan Sheikhun').map(({ country }) => country)).toContain('SY')
  })

  test('what is no name, or a word in small letters, is no place', () => {
    expect(gazetteer.lookup('zzzzqqq')).toEqual([])
    expect(gazetteer.lookup('')).toEqual([])
    expect(gazetteer.lookup('us')).toEqual([])
  })

  test('an id finds a country', () => expect(first('iso:SY')).toBe('Syria SY country'))
})

test.each([
  ['Syrian', 'SY'],
  ['Turks', 'TR'],
  ['south korean', 'KR'],
  ['British', 'GB'],
  ['Kurdish', null],
  ['polish', null],
])('%s is of %s', (word, country) => expect(gazetteer.demonym(word)).toBe(country))

test.each([
  ['Moscow', 'RU'],
  ['the Kremlin', 'RU'],
  ['Downing Street', 'GB'],
  ['Raqqa', null],
])('%s stands for %s', (name, country) => expect(gazetteer.capital(name)).toBe(country))

describe('the tables', () => {
  const table = (name: string) => readTable(new URL(`./${name}`, import.meta.url)).rows
  test('a place has an id of its own, a level of the codebook, and a point on Earth', () => {
    const rows = table('places.tsv')
    expect(new Set(rows.map(row => row('id'))).size).toBe(rows.length)
    for (const row of rows) {
      expect(PlaceLevel.safeParse(row('level')).success, row('id')).toBe(true)
      expect(row('country'), row('id')).toMatch(/^(?:[A-Z]{2})?$/)
      expect(Math.abs(Number(row('latitude'))), row('id')).toBeLessThanOrEqual(90)
      expect(Math.abs(Number(row('longitude'))), row('id')).toBeLessThanOrEqual(180)
    }
  })
  test('a country stands once', () => {
    const codes = table('countries.tsv').map(row => row('code'))
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThan(240)
  })
  test('every row has the cells that its header names', () => {
    for (const name of ['places.tsv', 'countries.tsv', 'town-names.tsv', 'actors.tsv', 'leaders.tsv']) {
      const [header = '', ...lines] = readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')
        .replace(/\n$/, '')
        .split('\n')
      const cells = header.split('\t').length
      for (const line of lines) expect(line.split('\t').length, `${name}: ${line}`).toBe(cells)
    }
  })
})

import { describe, expect, test } from 'vitest'
import { loadActors } from './index.js'
import { readTable } from './table.js'

const actors = loadActors()

describe('actors by name', () => {
  test.each([
    ['IS', 'actor:islamic-state'],
    ['Isis', 'actor:islamic-state'],
    ['the Islamic State group', 'actor:islamic-state'],
    ['is', undefined],
    ['who', undefined],
    ['WHO', 'actor:world-health-organization'],
    ['Hizbollah', 'actor:hezbollah'],
    ['Houthi rebels', 'actor:houthis'],
    ['Nobody in Particular', undefined],
  ])('%s', (name, id) => expect(actors.lookup(name)?.id).toBe(id))

  test('an alias that two claim names neither', () => expect(actors.lookup('JEM')).toBeNull())
})

describe('what follows from a country', () => {
  test.each([
    ['Saudi Arabia', 'state:SA'],
    ['US', 'state:US'],
    ['us', undefined],
    ['Syrian government', 'government:SY'],
    ['government of Iraq', 'government:IQ'],
    ['Turkish troops', 'forces:TR'],
    ['Russia’s air force', 'forces:RU'],
    ['US special forces', 'forces:US'],
    ['North Korean soldiers', 'forces:KP'],
    ['Syrian rebels', undefined],
    ['Turkish teachers', undefined],
  ])('%s', (name, id) => expect(actors.lookup(name)?.id).toBe(id))
})

test('an id stands once in its table', () => {
  for (const name of ['actors.tsv', 'leaders.tsv']) {
    const ids = readTable(new URL(`./${name}`, import.meta.url)).rows.map(row => row('id'))
    expect(new Set(ids).size).toBe(ids.length)
  }
})

import { describe, expect, test } from 'vitest'
import type { ActorRow } from '../ports.js'
import { loadActors } from './index.js'

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

  test('a name that two claim names neither', () => {
    expect(actors.lookup('JEM')).toBeNull()
    expect(actors.claimants('JEM').map(({ id }) => id)).toEqual([
      'actor:jaish-e-mohammed',
      'actor:justice-and-equality-movement',
    ])
  })

  test.each([
    ['SPLA', '2009', 'actor:sudan-peoples-liberation-movement-army'],
    ['SPLA', '2014-03-05', 'actor:south-sudan-peoples-defence-forces'],
    ['Taliban', '2021-08', undefined],
    ['Taliban', '2022', 'actor:taliban-government'],
    ['Taliban', null, undefined],
    // Its names are its own as long as nobody else claims them.
    ['al-Qaeda in Iraq', '2031', 'actor:al-qaeda-in-iraq'],
  ])('%s at %s', (name, at, id) => expect(actors.lookup(name, at)?.id).toBe(id))
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

describe('actors of the user', () => {
  const row: ActorRow = {
    id: 'valley-defence-union',
    name: 'Valley Defence Union',
    aliases: 'VDU',
    type: 'militia',
    country: 'KE',
    side: 'government',
    wikidata: '',
    from: '2031',
    to: '',
  }

  test('stand beside the built-in ones, and change the version', () => {
    const own = loadActors([row])
    expect(own.lookup('VDU')).toMatchObject({ type: 'militia', country: 'KE', side: 'government', to: null })
    expect(own.lookup('Isis')?.id).toBe('actor:islamic-state')
    expect(own.version).not.toBe(actors.version)
    expect(loadActors([{ ...row, aliases: '' }]).version).not.toBe(own.version)
    expect(loadActors([]).version).toBe(actors.version)
  })

  test('take the place of a built-in one with their id', () => {
    const own = loadActors([{ ...row, id: 'islamic-state' }])
    expect(own.lookup('VDU')?.id).toBe('actor:islamic-state')
    expect(own.lookup('Daesh')).toBeNull()
  })
})

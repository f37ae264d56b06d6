import { describe, expect, test } from 'vitest'
import { ActorType } from '../model/vocabulary.js'
import { interCodes, interOf } from './inter.js'

describe('ACLED inter codes', () => {
  test.each([
    ['state-forces', 1],
    ['state', 1],
    ['rebel', 2],
    ['terror-group', 2],
    ['militia', 3],
    ['identity-group', 4],
    ['rioters', 5],
    ['protesters', 6],
    ['civilians', 7],
    ['media', 7],
    ['external-forces', 8],
    ['place', null],
    ['unknown', null],
  ] as const)('%s: %s', (type, code) => expect(interOf(type)).toBe(code))

  test('each code is that of some type', () => {
    const given = new Set(ActorType.options.map(interOf).filter(code => code !== null))
    expect([...given].sort()).toEqual(Object.keys(interCodes).map(Number))
  })
})

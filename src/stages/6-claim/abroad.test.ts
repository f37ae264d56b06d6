import { describe, expect, test } from 'vitest'
import type { Labels } from '../../model/labels.js'
import type { Referents } from '../../model/referents.js'
import type { Sourced } from '../../model/sourced.js'
import type { ActorValue, PlaceValue } from '../../model/values.js'
import type { ActorType, EventKind } from '../../model/vocabulary.js'
import { homeOf, typeAbroad } from './abroad.js'

const sourced = <T>(value: T): Sourced<T> => ({
  value,
  basis: { kind: 'stated', by: 'actor:forces' },
  evidence: [{ start: 0, end: 1, exact: 'x' }],
  score: null,
})
const actor = (type: ActorType, registry: string | null, country: string | null): Sourced<ActorValue> =>
  sourced({ name: 'Norland', type, registry, country })
const places = (...countries: readonly (string | null)[]): Sourced<PlaceValue>[] =>
  countries.map(country => sourced({ name: 'Dell', country, level: 'town', known: null }))

const troops = actor('state-forces', 'forces:TR', 'TR')
const state = actor('state', 'state:TR', 'TR')

describe('the type of who acts abroad', () => {
  test.each<[string, Sourced<ActorValue>, EventKind, boolean, (string | null)[], string | null, ActorType]>([
    ['forces in another country', troops, 'armed-clash', true, ['SY'], null, 'external-forces'],
    ['forces aimed at there', troops, 'bombing', false, ['SY'], null, 'external-forces'],
    ['forces at home', troops, 'armed-clash', true, ['TR'], 'SY', 'state-forces'],
    ['forces on both sides of a border', troops, 'shelling', true, ['SY', 'TR'], null, 'state-forces'],
    ['no place of its own: the report’s', troops, 'armed-clash', true, [], 'SY', 'external-forces'],
    ['no place at all', troops, 'armed-clash', true, [], null, 'state-forces'],
    ['only a place of no country', troops, 'deployment', true, [null], null, 'state-forces'],
    ['a state that strikes', state, 'air-strike', true, ['SY'], null, 'external-forces'],
    ['a state that is struck', state, 'air-strike', false, ['SY'], null, 'state'],
    ['a state that talks', state, 'meeting', true, ['SY'], null, 'state'],
    ['its minister', actor('state', 'person:x', 'TR'), 'air-strike', true, ['SY'], null, 'state'],
    ['forces of no country', actor('state-forces', null, null), 'raid', true, ['SY'], null, 'state-forces'],
    ['a rebel group', actor('rebel', 'actor:x', 'TR'), 'raid', true, ['SY'], null, 'rebel'],
  ])('%s', (_, who, kind, initiates, countries, home, type) => {
    const typed = typeAbroad(who, { kind, initiates, where: places(...countries), home })
    expect(typed.value.type).toBe(type)
    expect(typed.basis.by).toBe(type === who.value.type ? 'actor:forces' : 'actor:forces+type:abroad')
  })
})

test.each([
  [['SY', 'SY', 'TR'], 'SY'],
  [['SY', 'TR'], null],
  [['SY', null, null], 'SY'],
  [[], null],
])('a report of places in %j is of %s', (countries, home) => {
  const mentions = countries.map((_, i) => ({ id: `m${i}` }))
  const values = new Map(places(...countries).map((place, i) => [`m${i}`, place]))
  expect(homeOf({ mentions } as unknown as Labels, { places: values } as unknown as Referents)).toBe(home)
})

import { describe, expect, it } from 'vitest'
import { loadActors, loadGazetteer } from '../../gazetteer/index.js'
import { asRead, type RecordedEvent } from '../../model/recorded.js'
import type { ActorType } from '../../model/vocabulary.js'
import { madeUp } from '../../store/made-up.js'
import { personFinder } from './persons.js'

const personsOf = personFinder({ actors: loadActors(), gazetteer: loadGazetteer() })

/** What is told of a name: as an actor of a type, by a rule. */
const told = (name: string, type: ActorType, by = 'actor:person', registry: string | null = null) =>
  ({ value: { name, type, certainty: 'stated', registry }, basis: { kind: 'stated', by } }) as const
/** An event in which somebody acts, somebody says so, and somebody is harmed. */
function event(some: {
  readonly actor?: ReturnType<typeof told>
  readonly holder?: readonly [name: string, by?: string]
  readonly of?: string
  readonly place?: string
}): RecordedEvent {
  const { actor, holder, of, place = 'Osk' } = some
  const [plain] = madeUp({ name: 'r', text: `Shelled ${place}.`, events: [{ trigger: 'Shelled', place }] })
    .reading.events
  if (!plain) throw new Error('a made-up report tells what it is given')
  const { kind } = plain
  const counted = { what: 'killed', low: 1, high: 1, vague: null, cumulative: false, partOf: null } as const
  const [name, by] = holder ?? []
  const holderType = by === undefined ? null : ({ type: 'other', by } as const)
  const said = {
    holder: name ?? null,
    holderType,
    stance: 'says',
    about: 'event',
    via: null,
    cue: null,
  } as const
  return asRead({
    ...plain,
    initiators: actor ? [{ ...kind, ...actor }] : [],
    harm: of === undefined ? [] : [{ ...kind, value: { ...counted, of } }],
    said: holder ? [{ ...kind, value: said }] : [],
  })
}

describe('a person', () => {
  it.each([
    ['one by name', event({ actor: told('Dana Orlo', 'person') })],
    ['one who holds an office or fights', event({ actor: told('Dana Orlo', 'state') })],
    [
      'one of the registry',
      event({ actor: told('Dana Orlo', 'state', 'actor:registry', 'person:dana-orlo') }),
    ],
    ['what nobody knows', event({ actor: told('Dana Orlo', 'unknown', 'made-up') })],
    ['a voice of whom nothing is known', event({ holder: ['Dana Orlo'] })],
    [
      'a voice told by what stands beside its name',
      event({ holder: ['Dana Orlo', 'holder:head/baker+holder:beside-name'] }),
    ],
    ['who is harmed', event({ of: 'Dana Orlo' })],
    ['who is harmed, among other words', event({ of: 'the baker Dana Orlo and two others' })],
  ])('%s', (_, one) => {
    expect(personsOf([one])).toEqual(['Dana Orlo'])
  })
})

describe('no person', () => {
  it.each([
    ['a group', event({ actor: told('Red Front', 'rebel', 'actor:introduced') })],
    ['a state', event({ actor: told('Syria', 'state', 'actor:registry', 'state:SY') })],
    ['a number that a sentence begins with', event({ actor: told('Hundreds', 'person') })],
    ['the end of a sentence', event({ holder: ['Osk Council. Dana'] })],
    ['people without names', event({ actor: told('two bakers', 'person', 'actor:noun') })],
    ['a calling at the beginning of a sentence', event({ actor: told('Gunmen', 'unknown', 'actor:noun') })],
    ['a voice by what it is called', event({ holder: ['Osk Police', 'holder:words/police'] })],
    ['a group of the registry, as a voice', event({ holder: ['Syrian Democratic Forces'] })],
    ['a state, as a voice', event({ holder: ['Turkey'] })],
    ['a capital that speaks', event({ holder: ['Washington'] })],
    ['a people that is harmed', event({ of: 'Syrians' })],
    ['a group some of whom are harmed', event({ of: 'members of the Islamic State' })],
    ['a place of the event', event({ holder: ['New Osk'], place: 'New Osk' })],
  ])('%s', (_, one) => {
    expect(personsOf([one])).toEqual([])
  })
})

it('a name that another report gives to a group is not blurred as a person’s', () => {
  const group = event({ actor: told('Red Dawn', 'rebel', 'actor:introduced') })
  expect(personsOf([event({ holder: ['Red Dawn'] }), group])).toEqual([])
})

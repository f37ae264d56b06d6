import { describe, expect, test } from 'vitest'
import type { Event } from '../../../model/event.js'
import type { ActorType, Certainty, EventKind } from '../../../model/vocabulary.js'
import type { Gazetteer } from '../../../ports.js'
import { templatesOf } from './templates.js'

const text = (exact: string) => ({ start: 0, end: exact.length, exact })
const sourced = <T>(value: T, exact = 'words') => ({
  value,
  basis: { kind: 'stated' as const, by: 'test' },
  evidence: [text(exact)] as const,
  score: null,
})
const actor = (
  name: string,
  type: ActorType,
  certainty: Certainty = 'stated',
  registry: string | null = null,
) => sourced({ name, type, certainty, registry })
const place = (name: string, country: string | null) =>
  sourced({ name, country, level: 'town' as const, known: null })
const day = (edtf: string) =>
  sourced({
    edtf,
    earliest: edtf,
    latest: edtf,
    anchor: 'text' as const,
    timex: { type: 'DATE' as const, value: edtf, mod: null },
  })
const harm = (what: 'killed' | 'injured' | 'harmed', low: number | null, of: string) =>
  sourced({ what, low, high: low, vague: null, cumulative: false, partOf: null, of })
const said = (holder: string) =>
  sourced({ holder, stance: 'says' as const, about: 'initiator' as const, via: null, cue: null })

const event = (kind: EventKind, trigger: string, told: Partial<Event> = {}): Event => ({
  id: 'event:0123456789abcdef',
  report: 'report:0123456789abcdef',
  triggers: [text(trigger)],
  kind: sourced(kind, trigger),
  status: sourced('asserted' as const),
  when: [],
  where: [],
  initiators: [actor('gunmen', 'unknown')],
  targets: [],
  means: [],
  harm: [],
  said: [],
  claims: ['claim:0123456789abcdef'],
  partOf: null,
  ...told,
})

/** A gazetteer that knows the names of two countries, and one people. */
const gazetteer: Gazetteer = {
  version: 'test',
  lookup: name =>
    ({ 'iso:PE': 'Peru', 'iso:US': 'United States' })[name] === undefined
      ? []
      : [
          {
            id: name,
            name: name === 'iso:PE' ? 'Peru' : 'United States',
            country: name.slice(4),
            admin1: null,
            level: 'country',
            latitude: null,
            longitude: null,
            population: null,
          },
        ],
  demonym: word => (word === 'Norteno' ? 'US' : null),
  capital: () => null,
}
const templates = (...events: Event[]) =>
  templatesOf(events, { published: '2031-05-05', home: 'PE', gazetteer })
/** What a slot of the only template says. */
const slot = (name: keyof ReturnType<typeof templates>[number], ...events: Event[]) => {
  const all = templates(...events)
  expect(all.length).toBe(1)
  return all[0]?.[name]?.map(({ value, xref }) => (xref ? [value, xref] : value))
}

describe('what is an incident', () => {
  test.each<[string, Event, string[]]>([
    ['a shooting', event('shooting', 'shot'), ['ATTACK']],
    ['a bombing', event('bombing', 'bombing'), ['BOMBING']],
    ['an attack with dynamite', event('attack', 'attacked', { means: [sourced('dynamite')] }), ['BOMBING']],
    ['an attack with a grenade', event('attack', 'attacked', { means: [sourced('grenade')] }), ['ATTACK']],
    ['an abduction', event('abduction', 'kidnapped'), ['KIDNAPPING']],
    ['a fire', event('property-destruction', 'burned'), ['ARSON']],
    ['looting', event('property-destruction', 'looted'), ['ROBBERY']],
    ['a strike', event('strike', 'strike'), []],
    [
      'a strike by rebels',
      event('strike', 'strike', { initiators: [actor('Red Front', 'rebel')] }),
      ['FORCED WORK STOPPAGE'],
    ],
    ['a battle', event('armed-clash', 'fought'), []],
    ['a meeting', event('meeting', 'met'), []],
    ['denied', event('attack', 'attacked', { status: sourced('negated') }), []],
    ['long ago', event('attack', 'attacked', { when: [day('2030-05-03')] }), []],
    ['elsewhere', event('attack', 'attacked', { where: [place('Vantry', 'US')] }), []],
    ['on soldiers alone', event('attack', 'attacked', { targets: [actor('soldiers', 'state-forces')] }), []],
    ['of nobody on nobody', event('attack', 'attacked', { initiators: [] }), []],
  ])('%s', (_, told, types) => {
    expect(
      templates(told).flatMap(({ incident_type = [] }) => incident_type.map(({ value }) => value)),
    ).toEqual(types)
  })

  test('tellings that nothing tells apart are one; another place makes two', () => {
    const at = (name: string) => event('attack', 'attacked', { where: [place(name, 'PE')] })
    expect(templates(at('Vantry'), event('shooting', 'shot')).length).toBe(1)
    expect(templates(at('Vantry'), at('Kesh')).length).toBe(2)
  })
})

describe('the slots', () => {
  const attack = (told: Partial<Event> = {}) => event('attack', 'attacked', told)
  test.each<[string, Parameters<typeof slot>[0], Event, unknown[]]>([
    [
      'the day told',
      'incident_date',
      attack({ when: [day('2031-05-03')] }),
      [{ from: '2031-05-03', to: '2031-05-03' }],
    ],
    ['by the dateline', 'incident_date', attack(), [{ from: null, to: '2031-05-05' }]],
    ['a town', 'incident_location', attack({ where: [place('Vantry', 'PE')] }), [['PERU', 'Vantry']]],
    ['where the report is about', 'incident_location', attack(), [['PERU']]],
    ['a threat', 'incident_stage', attack({ status: sourced('prospective') }), ['THREATENED']],
    ['a failure', 'incident_stage', event('attack', 'attempted attack'), ['ATTEMPTED']],
    [
      'a weapon',
      'instrument_type',
      attack({ means: [sourced('submachine guns')] }),
      [['MACHINE GUN', 'submachine guns']],
    ],
    ['the unnamed', 'perp_individual_id', attack(), ['gunmen']],
    [
      'soldiers',
      'perp_category',
      attack({ initiators: [actor('army', 'state-forces')] }),
      ['STATE-SPONSORED VIOLENCE'],
    ],
    [
      'a group that nobody registered',
      'perp_org_id',
      attack({ initiators: [actor('Red Front', 'rebel')] }),
      ['Red Front'],
    ],
    [
      'who says it was they',
      'perp_org_confidence',
      attack({ initiators: [actor('Red Front', 'rebel', 'claimed', 'red-front')] }),
      [['CLAIMED OR ADMITTED', 'Red Front']],
    ],
    [
      'whom the police suspect',
      'perp_org_confidence',
      attack({ initiators: [actor('Red Front', 'rebel', 'suspected', 'red-front')], said: [said('police')] }),
      [['SUSPECTED OR ACCUSED BY AUTHORITIES', 'Red Front']],
    ],
    [
      'a thing',
      'phys_tgt_type',
      attack({ targets: [actor('two bridges', 'thing')] }),
      [['TRANSPORTATION ROUTE', 'two bridges']],
    ],
    [
      'how many things',
      'phys_tgt_number',
      attack({ targets: [actor('two bridges', 'thing')] }),
      [[{ min: 2, max: 2 }, 'two bridges']],
    ],
    [
      'a thing that burned',
      'phys_tgt_effect',
      event('property-destruction', 'burned', { targets: [actor('a bus', 'thing')] }),
      [['SOME DAMAGE', 'a bus']],
    ],
    [
      'another nation',
      'phys_tgt_foreign_nation',
      attack({ targets: [actor('Norteno embassy', 'thing')] }),
      [['UNITED STATES', 'Norteno embassy']],
    ],
    [
      'a name',
      'hum_tgt_name',
      attack({ targets: [actor('President Pedro Casta', 'person')] }),
      ['Pedro Casta'],
    ],
    [
      'a title',
      'hum_tgt_description',
      attack({ targets: [actor('President Pedro Casta', 'person')] }),
      [['President', 'Pedro Casta']],
    ],
    [
      'a trade',
      'hum_tgt_type',
      attack({ targets: [actor('a judge', 'person')] }),
      [['LEGAL OR JUDICIAL', 'a judge']],
    ],
    [
      'how many',
      'hum_tgt_number',
      attack({ harm: [harm('killed', 2, 'millers')] }),
      [[{ min: 2, max: 2 }, 'millers']],
    ],
    [
      'several',
      'hum_tgt_number',
      attack({ harm: [harm('injured', null, 'millers')] }),
      [['plural', 'millers']],
    ],
    ['the dead', 'hum_tgt_effect', attack({ harm: [harm('killed', 2, 'millers')] }), [['DEATH', 'millers']]],
    [
      'nobody hurt',
      'hum_tgt_effect',
      attack({ harm: [harm('harmed', 0, 'millers')] }),
      [['NO INJURY OR DEATH', 'millers']],
    ],
    [
      'the murdered',
      'hum_tgt_effect',
      event('assassination', 'murdered', { targets: [actor('a judge', 'person')] }),
      [['DEATH', 'a judge']],
    ],
  ])('%s: %s', (_, name, told, expected) => expect(slot(name, told)).toEqual(expected))

  test('whoever is set free', () => {
    const judge = { targets: [actor('a judge', 'person')] }
    const events = [event('abduction', 'kidnapped', judge), event('release', 'freed', judge)]
    expect(slot('hum_tgt_effect', ...events)).toEqual([['REGAINED FREEDOM', 'a judge']])
  })
})

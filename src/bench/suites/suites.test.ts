// Each suite's way from what was read to what is scored: what the gold says, read by a reader that makes no mistake, is 100.
import { describe, expect, test } from 'vitest'
import type { Event } from '../../model/event.js'
import type { Attribution, Labels, Mention } from '../../model/labels.js'
import type { Report } from '../../model/report.js'
import type { Sourced } from '../../model/sourced.js'
import type { Quote } from '../../model/span.js'
import type { GazetteerPlace, HarmValue, PlaceValue } from '../../model/values.js'
import type { ActorType, EventKind } from '../../model/vocabulary.js'
import type { Gazetteer } from '../../ports.js'
import type { Measure } from '../measure.js'
import { scoreReport } from '../scorers/record/score-report.js'
import { labelOf, scoreSnippets } from './case2021.js'
import { labelOfSubEvent } from './case2021-labels.js'
import { type EcbRow, goldChains, lemmaChains, scoreChains } from './ecbplus.js'
import { type GeoRow, placesOf, samePlace, scorePlaces } from './geo.js'
import { GvdbRow, goldVictims, scoreVictims, victimsOf } from './gvdb.js'
import { goldRoles, MucRow, rolesOf, scoreRoles } from './muc4-grit.js'
import { attributionsOf, goldAttributions, PolnearRow, scoreAttributions } from './polnear.js'
import { entitiesOf, goldEntities, Re3dRow, scoreEntities } from './re3d.js'
import { codedEvents, scoreRecord } from './record.js'
import { goldTimexes, isDate, scoreTimexSuite, TimexRow, tempeval } from './timex.js'

const text =
  'The Red Front shelled a mill near Vantry on 3 March 2031 with mortars and killed two millers, police said.'
const quote = (exact: string): Quote => {
  const start = text.indexOf(exact)
  expect(start, exact).toBeGreaterThanOrEqual(0)
  return { start, end: start + exact.length, exact }
}
const span = (exact: string) => ({ start: quote(exact).start, end: quote(exact).end })
const made = { by: 'test', score: null }
const sourced = <T>(value: T, exact: string): Sourced<T> => ({
  value,
  basis: { kind: 'stated', by: 'test' },
  evidence: [quote(exact)],
  score: null,
})
const actor = (name: string, type: ActorType, registry: string | null = null) =>
  sourced({ name, type, certainty: 'stated' as const, registry }, name)
const event = (kind: EventKind, trigger: string, told: Partial<Event> = {}): Event => ({
  id: 'event:0123456789abcdef',
  report: 'report:0123456789abcdef',
  triggers: [quote(trigger)],
  kind: sourced(kind, trigger),
  status: sourced('asserted', trigger),
  when: [],
  where: [],
  initiators: [],
  targets: [],
  means: [],
  harm: [],
  said: [],
  claims: ['claim:0123456789abcdef'],
  partOf: null,
  ...told,
})
const shelling = event('shelling', 'shelled', {
  initiators: [actor('Red Front', 'rebel', 'red-front')],
  targets: [actor('a mill', 'thing')],
  means: [sourced('mortars', 'mortars')],
  harm: [
    sourced(
      { what: 'killed', low: 2, high: 2, vague: null, of: 'millers', cumulative: false, partOf: null },
      'two millers',
    ),
  ],
})
const mention = (kind: Mention['kind'], exact: string, i = 1): Mention => ({
  id: `m${i}`,
  quote: quote(exact),
  kind,
  ...made,
})
const labels = (some: Partial<Labels>): Labels => ({
  triggers: [],
  mentions: [],
  roles: [],
  harms: [],
  attributions: [],
  same: [],
  ...some,
})

/** The numbers of measures that have one, by metric. */
const values = (measures: readonly Measure[]): Record<string, number | null> =>
  Object.fromEntries(measures.map(({ metric, value }) => [metric, value]))
const expectFull = (measures: readonly Measure[]): void => {
  expect(measures.length).toBeGreaterThan(0)
  for (const { metric, value, note } of measures)
    expect([metric, note ?? value]).toEqual([metric, note ? 'no gold' : 100])
  expect(measures[0]?.value).toBe(100)
}
const expectNotYet = (measures: readonly Measure[]): void => {
  for (const { metric, value, note } of measures) {
    expect([metric, value, note === 'no gold' ? 'not yet' : note]).toEqual([metric, null, 'not yet'])
  }
  expect(measures[0]?.note).toBe('not yet')
}

describe('record', () => {
  const report: Report = {
    id: 'report:0123456789abcdef',
    snapshot: `snapshot:${'0'.repeat(64)}`,
    name: 'r1',
    body: text,
    outlet: null,
    headline: null,
    published: null,
    regions: [],
  }

  test('what was read, as coded, scores 100 against itself', () => {
    const coded = codedEvents({ report, events: [shelling] })
    expect(coded).toMatchObject([
      { kind: 'shelling', initiators: [{ name: 'Red Front' }], harm: [{ low: 2 }] },
    ])
    const measures = scoreRecord([scoreReport(text, coded, coded)])
    expectFull(measures)
    expect(values(measures)['record F1']).toBe(100)
    expectNotYet(scoreRecord([scoreReport(text, coded, [])]))
  })
})

describe('muc4_grit', () => {
  const entity = (...names: string[]) => names.map(s => ({ s }))
  const row = MucRow.parse({
    id: 'm1',
    text: text.toLowerCase(),
    extracts: {
      PerpInd: [],
      PerpOrg: [entity('red front')],
      Target: [entity('mill', 'mill near vantry')],
      Victim: [entity('two millers', 'millers')],
      Weapon: [entity('mortars')],
    },
  })

  test('actors, targets, harm and means fill the roles', () => {
    const gold = goldRoles(row)
    expectFull(scoreRoles([{ gold, system: rolesOf([shelling, shelling]) }]))
    expectFull(scoreRoles([{ gold, system: gold }]))
    expectNotYet(scoreRoles([{ gold, system: rolesOf([]) }]))
  })

  test.each([
    ['person', null, 'PerpInd'],
    ['unknown', null, 'PerpInd'],
    ['rebel', null, 'PerpInd'],
    ['rebel', 'red-front', 'PerpOrg'],
    ['state', null, 'PerpOrg'],
  ] as const)('an initiator that is a %s, known as %s, is a %s', (type, registry, role) => {
    const initiators = [actor('Red Front', type, registry)]
    const { PerpInd, PerpOrg } = rolesOf([event('shelling', 'shelled', { initiators })])
    expect({ PerpInd, PerpOrg }).toEqual({ PerpInd: [], PerpOrg: [], [role]: [['Red Front']] })
  })

  test('a person aimed at is a victim; only violence that was not denied counts, and no battle', () => {
    const targets = [actor('police', 'person')]
    expect(rolesOf([event('shooting', 'shelled', { targets })]).Victim).toEqual([['police']])
    expect(rolesOf([event('accusation', 'said', { targets })]).Victim).toEqual([])
    expect(rolesOf([event('armed-clash', 'shelled', { targets })]).Victim).toEqual([])
    const status = sourced('negated' as const, 'shelled')
    expect(rolesOf([event('shooting', 'shelled', { targets, status })]).Victim).toEqual([])
  })
})

describe('gvdb', () => {
  const row = GvdbRow.parse({
    id: 'g1',
    text,
    victims: [
      { name: { text: ' Ada Example ' }, outcome: ['killed', 'hospitalized'] },
      { outcome: ['killed'] },
      { outcome: ['hospitalized'] },
      { name: null },
    ],
  })
  const harm = (what: 'killed' | 'injured', low: number | null, told: Partial<HarmValue> = {}) =>
    sourced(
      { what, low, high: low, vague: null, of: null, cumulative: false, partOf: null, ...told },
      'two millers',
    )
  const shot = (...harms: readonly ReturnType<typeof harm>[]) => event('shooting', 'killed', { harm: harms })

  test('who was killed in hospital is killed; who has no outcome is neither', () => {
    expect(goldVictims(row)).toEqual({ killed: 2, injured: 1, names: ['Ada Example'] })
  })

  test('the gold is 100 against itself, and no answer is no number', () => {
    const gold = goldVictims(row)
    expectFull(scoreVictims([{ gold, system: gold }]))
    expectNotYet(scoreVictims([{ gold, system: victimsOf([]) }]))
  })

  test.each([
    ['counts are added up', [shot(harm('killed', 2), harm('killed', 1), harm('injured', 4))], 3, 4],
    ['parts are not', [shot(harm('killed', 5), harm('killed', 2, { partOf: quote('killed') }))], 5, 0],
    [
      'a running total is taken alone',
      [shot(harm('killed', 2), harm('killed', 9, { cumulative: true }))],
      9,
      0,
    ],
    ['one shooting told twice is one', [shot(harm('killed', 2)), shot(harm('killed', 2))], 2, 0],
    ['a count without a number is none', [shot(harm('killed', null))], 0, 0],
    ['the least of an at least', [shot(harm('killed', 3, { high: null }))], 3, 0],
    ['only violence counts', [event('accusation', 'said', { harm: [harm('killed', 2)] })], 0, 0],
  ])('%s', (_, events, killed, injured) => expect(victimsOf(events)).toMatchObject({ killed, injured }))

  test('names are those of whoever is aimed at or harmed, each person once', () => {
    const targets = [
      sourced({ ...actor('police', 'person').value, name: 'Ada Example' }, 'police'),
      actor('two millers', 'civilians'),
    ]
    const harmed = [harm('killed', 1, { of: 'Ada Mary Example' })]
    const { names } = victimsOf([event('shooting', 'killed', { targets, harm: harmed })])
    expect(names).toEqual(['Ada Mary Example'])
  })

  test('a number that is not the gold’s is wrong, and a name too many is extra', () => {
    const gold = goldVictims(row)
    const measures = scoreVictims([
      { gold, system: { killed: 1, injured: 1, names: ['Ada Example', 'Bo Sample'] } },
    ])
    expect(values(measures)).toMatchObject({ 'killed, exact': 0, 'injured, exact': 100 })
    expect(measures.at(-1)).toMatchObject({ p: 50, r: 100 })
  })
})

describe('tempeval3 and wikiwars', () => {
  const row = TimexRow.parse({
    id: 't1',
    text,
    dct: { value: '2031-03-04' },
    timexes: [
      { ...span('on 3 March 2031'), value: '2031-03-03' },
      { ...span('March'), value: '2031-03' },
    ],
  })

  test('of nested expressions the outermost is the gold', () => {
    expect(goldTimexes(row)).toEqual([{ ...span('on 3 March 2031'), value: '2031-03-03' }])
  })

  test('the gold is 100 against itself, and no answer is no number', () => {
    const gold = goldTimexes(row)
    expectFull(scoreTimexSuite([{ gold, system: gold }], tempeval))
    expectNotYet(scoreTimexSuite([{ gold, system: [] }], tempeval))
  })

  test.each([
    ['2031', true],
    ['2031-03-03', true],
    ['2031-W10', true],
    ['2031-SU', true],
    ['BC0490', true],
    ['203', true],
    ['2031-03-03TNI', false],
    ['PRESENT_REF', false],
    ['XXXX-XX-XX', false],
    ['P1W', false],
    [null, false],
  ])('%s is a date: %s', (value, expected) => {
    expect(isDate(value)).toBe(expected)
  })
})

describe('geo_trnews and geo_lgl', () => {
  const place = (id: string, name: string, level: GazetteerPlace['level']): GazetteerPlace => ({
    id,
    name,
    country: 'FR',
    admin1: null,
    level,
    latitude: level === 'country' ? null : 48,
    longitude: level === 'country' ? null : 2,
    population: null,
  })
  const vantry = place('geonames:7', 'Vantry', 'town')
  const france = place('iso:FR', 'France', 'country')
  const gazetteer: Gazetteer = {
    version: 'test',
    lookup: name => [vantry, france].filter(known => known.name === name),
    demonym: () => null,
    capital: () => null,
  }
  const gold: GeoRow['toponyms'] = [
    { ...span('Vantry'), lat: 48, lon: 2, geonameid: '7', fcode: 'PPL', country: 'France' },
    { ...span('mill'), lat: 46, lon: 2, geonameid: '9', fcode: 'PCLI', country: 'France' },
  ]
  const value = (known: GazetteerPlace): PlaceValue => ({
    name: known.name,
    country: 'FR',
    level: known.level,
    known,
  })

  test('the right places score 100 and stand 0 km off', () => {
    const mentions = [
      mention('place', 'Vantry', 1),
      mention('place', 'mill', 2),
      mention('actor', 'police', 3),
    ]
    const places = new Map([
      ['m1', sourced(value(vantry), 'Vantry')],
      ['m2', sourced(value(france), 'mill')],
    ])
    const referents = { places, times: new Map(), actors: new Map(), counts: new Map(), holders: new Map() }
    const found = placesOf({ labels: labels({ mentions }), referents })
    const measures = scorePlaces([{ gold, found, onGold: [vantry, france], gazetteer }])
    expectFull(measures.filter(({ unit }) => unit !== 'km'))
    expect(measures.filter(({ unit }) => unit === 'km').map(({ value }) => value)).toEqual([0, 0])
    expectNotYet(scorePlaces([{ gold, found: [], onGold: [null, null], gazetteer }]))
  })

  test('a country is known by its code, anything else by its GeoNames id', () => {
    const [town, country] = gold
    if (!town || !country) throw new Error('no gold')
    expect(samePlace(town, vantry, gazetteer)).toBe(true)
    expect(samePlace(town, france, gazetteer)).toBe(false)
    expect(samePlace(country, vantry, gazetteer)).toBe(false)
    expect(samePlace({ ...country, country: 'Orland' }, france, gazetteer)).toBe(false)
    expect(samePlace(town, null, gazetteer)).toBe(false)
  })
})

describe('polnear', () => {
  const row = PolnearRow.parse({
    id: 'p1',
    text,
    attributions: [
      { source: [span('police')], cue: [span('said')], content: [span('killed'), span('mortars')] },
      { source: [], cue: [span('with')], content: [span('shelled')] },
    ],
  })
  const attribution: Attribution = {
    id: 'a1',
    holder: quote('police'),
    cue: quote('said'),
    content: [quote('killed'), quote('mortars')],
    via: null,
    stance: 'says',
    covers: [],
    ...made,
  }

  const hedge: Attribution = { ...attribution, holder: null, cue: quote('with'), content: [quote('shelled')] }
  const gold = goldAttributions(row)

  test('holder, cue and content are source, cue and content', () => {
    const system = attributionsOf({ attributions: [attribution, hedge] })
    expectFull(scoreAttributions([{ text, gold, system }]))
    expectNotYet(scoreAttributions([{ text, gold, system: attributionsOf({ attributions: [] }) }]))
  })

  test('an attribution to somebody else is found, and its holder is wrong', () => {
    const wrong = [
      { ...attribution, holder: quote('Vantry') },
      { ...hedge, holder: quote('police') },
    ]
    const system = attributionsOf({ attributions: wrong })
    expect(values(scoreAttributions([{ text, gold, system }]))).toMatchObject({
      'attribution F1, content overlap': 100,
      'attribution F1, holder and content overlap': 0,
    })
  })
})

describe('re3d', () => {
  const entity = (exact: string, type: string, gold?: boolean) => ({ ...span(exact), type, gold })
  const row = Re3dRow.parse({
    id: 'e1',
    text,
    entities: [
      entity('The Red Front', 'Organisation', true),
      entity('police', 'Person'),
      entity('Vantry', 'Location', true),
      entity('3 March 2031', 'Temporal', true),
      entity('mortars', 'Weapon', true),
      entity('two', 'Quantity', true),
      entity('a mill', 'Location', false),
    ],
  })

  test('mentions answer for the types that they can have', () => {
    const kinds = [
      ['actor', 'The Red Front'],
      ['actor', 'police'],
      ['place', 'Vantry'],
      ['time', '3 March 2031'],
      ['means', 'mortars'],
      ['count', 'two'],
    ] as const
    const gold = goldEntities(row)
    const system = entitiesOf({ mentions: kinds.map(([kind, exact], i) => mention(kind, exact, i)) })
    expectFull(scoreEntities([{ gold, system }]))
    expectNotYet(scoreEntities([{ gold, system: entitiesOf({ mentions: [] }) }]))
  })
})

describe('case2021_task2', () => {
  test('the main event gives the label', () => {
    expect(labelOf([event('accusation', 'said'), event('shelling', 'shelled')])).toBe('ART_MISS_ATTACK')
    expect(labelOf([event('accusation', 'said')])).toBe('OTHER')
    const planned = event('protest', 'The', { status: sourced('prospective', 'The') })
    expect(labelOf([planned, event('arrest', 'killed')])).toBe('ARREST')
    expect(labelOf([event('arrest', 'killed'), event('shelling', 'shelled')])).toBe('ART_MISS_ATTACK')
    expect(labelOf([])).toBeNull()
  })

  test('the 25 labels are distinct; others are not scored', () => {
    const all = Object.values(labelOfSubEvent)
    expect(new Set(all).size).toBe(25)
    const gold = [...all, 'DIPLO'].map(label => ({
      gold: label,
      system: label === 'DIPLO' ? 'OTHER' : label,
    }))
    expectFull(scoreSnippets(gold))
    expectNotYet(scoreSnippets(gold.map(item => ({ ...item, system: null }))))
  })
})

describe('ecbplus', () => {
  const row = (id: string, sentence: string, marked: readonly [string, string][]): EcbRow => ({
    id,
    subtopic: '1_a',
    text: sentence,
    sentences: [{ sent: 0, start: 0, end: sentence.length }],
    mentions: marked.map(([exact, chain], i) => ({
      id: `${i}`,
      kind: chain === 'town' ? 'location' : 'event',
      sent: 0,
      spans: [{ start: sentence.indexOf(exact), end: sentence.indexOf(exact) + exact.length }],
      chain,
      validated: chain !== 'unchecked',
    })),
  })
  const rows = [
    row('1', 'Rebels attacked Vantry and fled .', [
      ['attacked', 'raid'],
      ['Vantry', 'town'],
      ['fled', 'flight'],
    ]),
    row('2', 'They had attacked the town , police said .', [
      ['attacked', 'raid'],
      ['said', 'unchecked'],
    ]),
  ]

  test('event mentions of validated sentences are clustered over reports', () => {
    expect(goldChains(rows)).toEqual([['1 0', '2 0'], ['1 2']])
    expectFull(scoreChains(goldChains(rows), goldChains(rows), '', ''))
  })

  test('the baseline joins what has one head lemma', () => {
    expect(lemmaChains(rows)).toEqual(goldChains(rows))
  })
})

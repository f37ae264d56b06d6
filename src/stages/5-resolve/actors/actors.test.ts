import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadActors, loadGazetteer } from '../../../gazetteer/index.js'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import { quoteAt } from '../../../text/quote.js'
import { introducedNames } from './aliases.js'
import { namingRules } from './identify.js'
import { resolveActors } from './index.js'
import { typeOfNoun } from './nouns.js'
import { headNoun, plainName, untitled } from './words.js'

const nothing: Labels = { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [] }
const known = { gazetteer: loadGazetteer(), actors: loadActors() }

/** Resolves the actors marked [so] and places marked {so} in a text. */
function resolve(marked: string, by = known): string[] {
  const body = marked.replace(/[[\]{}]/g, '')
  const mentions = [...marked.matchAll(/[[{]([^\]}]+)[\]}]/g)].map((match, i) => {
    const start = match.index - 2 * i
    const quote = quoteAt(body, { start, end: start + (match[1]?.length ?? 0) })
    const kind = match[0].startsWith('[') ? ('actor' as const) : ('place' as const)
    return { id: `m${i}`, quote, kind, by: 'test', score: null }
  })
  const labels = { ...nothing, mentions }
  const { value } = resolveActors({ body } as Report, labels, by)
  return mentions.flatMap(({ id, kind }) => {
    const actor = value.get(id)?.value
    return kind === 'place' ? [] : [actor ? `${actor.name} / ${actor.type}` : 'abstained']
  })
}

describe('the name', () => {
  test.each([
    ['an alias', 'The Islamic State group fled. [Isis] lost.', ['Islamic State group / terror-group']],
    [
      'an abbreviation of the registry',
      'The Syrian Democratic Forces won. The [SDF] rested.',
      ['Syrian Democratic Forces / militia'],
    ],
    [
      'an abbreviation of the text',
      'The Valley Defence Union (VDU) met. [VDU] left.',
      ['Valley Defence Union / organisation'],
    ],
    ['no fuller name', '[Isis] lost.', ['Isis / terror-group']],
    ['a capital', 'Russia struck. [Moscow] denied it.', ['Russia / state']],
    ['a capital that is only a town', 'A bomb went off in [Moscow].', ['Moscow / place']],
    ['a capital, by the name used', 'The US was told. [Washington] agreed.', ['US / state']],
    ['an adjective', '[Turkish] strikes.', ['Turkey / state']],
    ['a short form', 'The United States came. The [US] left.', ['United States / state']],
    ['a last name', 'Ada Mary Example spoke. [Example] left.', ['Ada Mary Example / person']],
    ['a title', 'the interior minister, Ada Example, spoke. [Mr Example] left.', ['Ada Example / state']],
    ['two persons of one name', 'Ada Example and Bo Example spoke. [Example] left.', ['Example / person']],
    ['members of a group', '[Islamic State fighters] fled.', ['Islamic State fighters / terror-group']],
    [
      'the group',
      '[Boko Haram] struck. [The group] fled.',
      ['Boko Haram / terror-group', 'Boko Haram / terror-group'],
    ],
    [
      'he, where there is one person',
      '[Ada Example] spoke. [She] left.',
      ['Ada Example / person', 'Ada Example / person'],
    ],
    [
      'he, where there are two',
      '[Ada Example] met [Bo Sample]. [He] left.',
      ['Ada Example / person', 'Bo Sample / person', 'abstained'],
    ],
    ['other pronouns', '[They] left and [we] stayed.', ['abstained', 'abstained']],
    ['a leader’s surname', '[Putin] left.', ['Putin / state']],
    ['a surname that another has', 'Ada Putin, a nurse, sang. [Putin] left.', ['Ada Putin / person']],
    ['no name that begins a sentence', 'But Ada Example spoke. [Example] left.', ['Ada Example / person']],
    [
      'the forces of a person',
      '[the forces of President Example]',
      ['forces of President Example / state-forces'],
    ],
    ['the unnamed', '[The two gunmen] fled.', ['two gunmen / unknown']],
  ])('%s', (_, text, expected) => expect(resolve(text)).toEqual(expected))
})

test.each(namingRules)('$rule', ({ example, gives }) => {
  expect(resolve(example)[0]).toMatch(new RegExp(`^${gives} / `))
})

describe('the type', () => {
  test.each([
    ['Turkish troops', 'state-forces'],
    ['Syrian rebels', 'rebel'],
    ['US-backed rebel fighters', 'rebel'],
    ['Kurdish fighters', 'militia'],
    ['hundreds of demonstrators', 'protesters'],
    ['a mob', 'rioters'],
    ['residents of the town', 'civilians'],
    ['2,000 US troops', 'state-forces'],
    ['hospital', 'place'],
    ['passenger airliner', 'thing'],
    ['Reuters', 'media'],
    ['UN', 'organisation'],
  ])('%s: %s', (name, type) => expect(resolve(`[${name}]`)[0]).toMatch(new RegExp(` / ${type}$`)))

  test.each([
    ['a part of a whole', '15 percent of the city', 'place'],
    ['members of a whole', 'dozens of members of the militia', 'militia'],
    ['a list, by its first', 'fighters and their families', 'rebel'],
    ['backed by a power', 'Norland-backed fighters', 'militia'],
    ['of several powers', 'international forces', 'external-forces'],
    ['of several powers, and no force', 'international rights group', 'organisation'],
    ['what a group has', 'four Isis vehicles', 'thing'],
    ['a group, described', 'the militia Hezbollah', 'militia'],
    ['a direction', 'eastern Valland', 'place'],
    ['who was aimed at', 'all those in need', 'civilians'],
    ['shooters of no known side', 'gunmen', 'unknown'],
    ['an institution, not a person', 'National Police', 'state-forces'],
  ])('%s', (_, name, type) => expect(resolve(`[${name}]`)[0]).toMatch(new RegExp(` / ${type}$`)))

  test.each([
    ['an office after the name', '[Ada Example], the justice minister, left.', 'state'],
    ['an office with what it is of', '[Ada Example], a judge of the high court, left.', 'state'],
    ['an office before the name', 'Norland’s justice minister, [Ada Example], left.', 'state'],
    ['a group after the name', '[Ada Example], a commander of the PKK, left.', 'rebel'],
    ['a group before the name', 'PKK commander [Ada Example] left.', 'rebel'],
    ['a party', '[Ada Example], leader of the Valley Party, left.', 'organisation'],
    ['a calling', 'the journalist [Ada Example] left.', 'media'],
    ['nothing', '[Ada Example], a resident of the town, left.', 'person'],
  ])('of a person: %s', (_, text, type) => expect(resolve(text)[0]).toBe(`Ada Example / ${type}`))

  test.each([
    [
      'the army of the one state whose army was named',
      '[The Syrian army] came. [The army] left.',
      'Syrian army / state-forces',
    ],
    ['no army named', '[Syrian troops] came. [The army] left.', 'army / state-forces'],
    ['two armies', '[The Syrian army] met [the Iraqi army]. [The army] left.', 'army / state-forces'],
    ['an army without the article', '[The Syrian army] came. [army] lorries', 'army / state-forces'],
  ])('of “the army”: %s', (_, text, expected) => expect(resolve(text).at(-1)).toBe(expected))

  test('fighters have the type of the armed group named last', () => {
    expect(resolve('[Boko Haram] fled. [Fighters] hid. [Its fighters] came.')).toEqual([
      'Boko Haram / terror-group',
      'Fighters / terror-group',
      'Its fighters / terror-group',
    ])
    expect(resolve('[Fighters] hid.')).toEqual(['Fighters / rebel'])
  })
})

describe('a name that several have', () => {
  const read = (body: string, name: string, published: string | null) => {
    const start = body.lastIndexOf(name)
    const quote = quoteAt(body, { start, end: start + name.length })
    const mentions = [{ id: 'm', quote, kind: 'actor' as const, by: 'test', score: null }]
    const labels = { ...nothing, mentions }
    const report = { body, published: published && { edtf: published } } as unknown as Report
    const { value, notes } = resolveActors(report, labels, known)
    return [value.get('m')?.value.registry, value.get('m')?.basis.by, ...notes.map(({ code }) => code)]
  }

  test.each([
    [
      'at different times, by the date',
      'The Taliban met.',
      'Taliban',
      '2031-03',
      ['actor:taliban-government', 'actor:registry'],
    ],
    [
      'at different times, without a date',
      'The Taliban met.',
      'Taliban',
      null,
      [null, 'actor:ambiguous', 'actor-ambiguous'],
    ],
    ['at one time', 'The JEM met.', 'JEM', '2031', [null, 'actor:ambiguous', 'actor-ambiguous']],
    [
      'at one time, one of them told by another name too',
      'The Justice and Equality Movement met. JEM left.',
      'JEM',
      '2031',
      ['actor:justice-and-equality-movement', 'actor:registry'],
    ],
    ['as a surname', 'Clinton met them.', 'Clinton', '1995', ['person:bill-clinton', 'actor:person']],
    [
      'as a surname, without a date',
      'Clinton met them.',
      'Clinton',
      null,
      [null, 'actor:ambiguous', 'actor-ambiguous'],
    ],
    [
      'as a surname, with the first name',
      'Hillary Clinton spoke. Clinton left.',
      'Clinton',
      null,
      ['person:hillary-clinton', 'actor:person'],
    ],
  ])('%s', (_, body, name, published, expected) => expect(read(body, name, published)).toEqual(expected))

  test('is told once, with the words and with everyone who has it', () => {
    const body = 'JEM met JEM.'
    const mentions = [0, 8].map((start, i) => ({
      id: `m${i}`,
      quote: quoteAt(body, { start, end: start + 3 }),
      kind: 'actor' as const,
      by: 'test',
      score: null,
    }))
    const { notes } = resolveActors({ body } as Report, { ...nothing, mentions }, known)
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatchObject({ at: { exact: 'JEM', start: 0 } })
    expect(notes[0]?.message).toContain('Jaish-e-Mohammed (actor:jaish-e-mohammed)')
  })
})

test.each([
  ['the two gunmen', 'two gunmen'],
  ['The\nRebels’', 'Rebels'],
  ['Iraq’s', 'Iraq'],
  ['a Norlandic "spy"', 'Norlandic "spy"'],
  ['the spy"', 'spy'],
  ['a man', 'man'],
])('%j is plainly %j', (mention, name) => expect(plainName(mention)).toBe(name))

test.each([
  ['soldiers loyal to the government', 'soldiers'],
  ['two men in a car', 'men'],
  ['rebels', 'rebels'],
])('%s turns on %s', (name, head) => expect(headNoun(name)).toBe(head))

test.each([
  ['President Ada Example', 'Ada Example', 'official'],
  ['Lt Col Bo Sample', 'Bo Sample', 'soldier'],
  ['Mr Example', 'Example', 'other'],
  ['Ada Example', 'Ada Example', null],
])('%s', (text, name, office) => expect(untitled(text)).toEqual({ name, office }))

test.each([
  ['policemen', 'state-forces'],
  ['militias', 'militia'],
  ['Protesters', 'protesters'],
  ['flibbertigibbet', null],
])('%s are %s', (noun, type) => expect(typeOfNoun(noun)).toBe(type))

test('an abbreviation is introduced only by words that it spells', () => {
  expect(
    introducedNames('the Front for the Valley (FFV) and a town (GMT) and Union of Hill Towns (UHT)'),
  ).toEqual(
    new Map([
      ['FFV', 'Front for the Valley'],
      ['UHT', 'Union of Hill Towns'],
    ]),
  )
})

test('whatever the words, a value has a name or there is none', () => {
  const word = fc.constantFrom(
    'the',
    'Isis',
    'Moscow',
    'Mr',
    'Example',
    '(',
    'ABC',
    ')',
    'he',
    '’s',
    '\n',
    'fighters',
    '2,000',
    '🙂',
    'القاعدة',
    '[',
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.nat(), fc.nat(), (parts, from, length) => {
      const body = parts.join(' ')
      const start = from % body.length
      const quote = quoteAt(body, { start, end: Math.min(body.length, start + 1 + (length % 30)) })
      const mentions = [{ id: 'm0', quote, kind: 'actor' as const, by: 'test', score: null }]
      const labels = { ...nothing, mentions }
      const actor = resolveActors({ body } as Report, labels, known).value.get('m0')
      expect(actor === undefined || actor.value.name.trim() !== '').toBe(true)
    }),
  )
})

test('a word as long as a report is no name to search for', () => {
  const body = `${'A'.repeat(100_000)} spoke`
  const mentions = [
    {
      id: 'm0',
      quote: quoteAt(body, { start: 0, end: 100_000 }),
      kind: 'actor' as const,
      by: 'test',
      score: null,
    },
  ]
  const labels = { ...nothing, mentions }
  expect(resolveActors({ body } as Report, labels, known).value.get('m0')?.value.type).toBe('unknown')
})

test('a name is looked into once, however often a report tells of it', () => {
  const asked = (times: number): number => {
    let count = 0
    const demonym = (name: string): string | null => {
      count++
      return known.gazetteer.demonym(name)
    }
    const gazetteer = { ...known.gazetteer, demonym }
    resolve('Mayor Ada Example spoke. [Example], [the red bridge] and [Isis] burned. '.repeat(times), {
      ...known,
      gazetteer,
    })
    return count
  }
  expect(asked(1)).toBeGreaterThan(0)
  expect(asked(50)).toBe(asked(1))
})

test('“he” is the one person named nearby', () => {
  const far = 'Nothing else was heard of it. '.repeat(20)
  expect(resolve(`[Bo Sample] fled. ${far} [Ada Example] spoke. [He] left.`).at(-1)).toBe(
    'Ada Example / person',
  )
  expect(resolve(`[Bo Sample] fled. [Ada Example] spoke. [He] left.`).at(-1)).toBe('abstained')
  expect(resolve(`[Ada Example] spoke. ${far} [He] left.`).at(-1)).toBe('abstained')
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadActors, loadGazetteer } from '../../../gazetteer/index.js'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import { quoteAt } from '../../../text/quote.js'
import { introducedNames } from './aliases.js'
import { resolveActors } from './index.js'
import { typeOfNoun } from './nouns.js'
import { headNoun, plainName, untitled } from './words.js'

const known = { gazetteer: loadGazetteer(), actors: loadActors() }

/** Resolves the actors marked [so] and places marked {so} in a text. */
function resolve(marked: string): string[] {
  const body = marked.replace(/[[\]{}]/g, '')
  const mentions = [...marked.matchAll(/[[{]([^\]}]+)[\]}]/g)].map((match, i) => {
    const start = match.index - 2 * i
    const quote = quoteAt(body, { start, end: start + (match[1]?.length ?? 0) })
    const kind = match[0].startsWith('[') ? ('actor' as const) : ('place' as const)
    return { id: `m${i}`, quote, kind, by: 'test', score: null }
  })
  const labels = { mentions, roles: [], triggers: [] } as unknown as Labels
  const { value } = resolveActors({ body } as Report, labels, known)
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
    ['the unnamed', '[The two gunmen] fled.', ['two gunmen / militia']],
  ])('%s', (_, text, expected) => expect(resolve(text)).toEqual(expected))
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

  test('a state’s forces where the report’s places are another country’s', () => {
    expect(resolve('[Turkish troops] entered {Afrin} and {Manbij}.')).toEqual([
      'Turkish troops / external-forces',
    ])
    expect(resolve('[Turkish troops] entered {Ankara}.')).toEqual(['Turkish troops / state-forces'])
  })
})

test.each([
  ['the two gunmen', 'two gunmen'],
  ['The\nRebels’', 'Rebels'],
  ['Iraq’s', 'Iraq'],
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
      const labels = { mentions, roles: [], triggers: [] } as unknown as Labels
      const actor = resolveActors({ body } as Report, labels, known).value.get('m0')
      expect(actor === undefined || actor.value.name.trim() !== '').toBe(true)
    }),
  )
})

test('a word as long as a report is no name to search for', () => {
  const body = `${'A'.repeat(100_000)} spoke`
  const mentions = [
    { id: 'm0', quote: quoteAt(body, { start: 0, end: 100_000 }), kind: 'actor', by: 'test', score: null },
  ]
  const labels = { mentions, roles: [], triggers: [] } as unknown as Labels
  expect(resolveActors({ body } as Report, labels, known).value.get('m0')?.value.type).toBe('unknown')
})

import { describe, expect, test } from 'vitest'
import { quoteFinder } from './coded-quotes.js'
import { CodingFile, codedEvents } from './coding.js'
import { importedReading, importedReport } from './reading.js'

const text = '🔥 Rebels shelled Ost. The army shelled Ost too, a@1 said.'
const shelling = { id: 'e1', kind: 'shelling', trigger: ['shelled'], status: 'asserted' }
const read = (...events: readonly object[]) =>
  codedEvents(CodingFile.parse({ report: 'a', coder: 'b', events }), text)
const faultsOf = (...events: readonly object[]) => {
  const found = read(...events)
  return 'faults' in found ? found.faults.map(({ event, field }) => `${event} ${field}`) : []
}

describe('quotes', () => {
  const find = quoteFinder(text)
  test.each<[string, unknown, number | RegExp]>([
    ['words at their first place', 'shelled', 10],
    ['at their second', 'shelled@2', 32],
    ['with an @ of their own', 'a@1@1', 49],
    ['offsets in code points', { start: 2, end: 8, exact: 'Rebels' }, 3],
    ['words that are not there', 'bombed', /not in the text/],
    ['a third place that is not there', 'Ost@3', /not in the text/],
    ['no words', '@2', /without words/],
    ['offsets that moved', { start: 3, end: 9, exact: 'Rebels' }, /the text has "ebels "/],
    ['offsets past the end', { start: 50, end: 500, exact: 'x' }, /no words at 50..500/],
    ['offsets the wrong way', { start: 8, end: 2, exact: 'x' }, /no words/],
    ['a number', 7, /neither/],
  ])('%s', (_, quote, expected) => {
    const found = find(quote)
    if (typeof expected === 'number') expect(found).toMatchObject({ start: expected })
    else expect('wrong' in found && found.wrong).toMatch(expected)
  })
})

test('what need not be there may be left out', () => {
  expect(read(shelling)).toMatchObject([
    { kind: { value: 'shelling', basis: { by: 'import:coding' } }, when: [], partOf: null },
  ])
})

test('two events that the same words tell have ids of their own', () => {
  const events = read(shelling, { ...shelling, id: 'e2', kind: 'threat', partOf: 'e1' })
  if ('faults' in events) throw new Error()
  const { report } = importedReport(
    {
      bytes: new TextEncoder().encode(text),
      source: 'a',
      mediaType: 'text/plain',
      charset: null,
      capturedAt: '2031-03-06T07:08:09Z',
      given: { name: 'a', published: null, outlet: null, headline: null },
    },
    text,
    'import:coding',
  )
  const versions = { code: '1', reader: 'r', gazetteer: '1', actors: '1' }
  const { events: made, claims } = importedReading(report, events, versions)
  expect(new Set([...made, ...claims].map(({ id }) => id)).size).toBe(4)
  expect(made[1]?.partOf).toBe(made[0]?.id)
})

const place = { name: 'Ost', country: 'SY', level: 'town', quotes: ['Ost'] }
const actor = { name: 'Rebels', type: 'rebel', certainty: 'stated', quotes: ['Rebels'] }
const harm = { what: 'killed', low: 1, high: 2, vague: null, of: null, quotes: ['Ost'] }
const line = { holder: 'army', stance: 'says', about: 'event', via: null, cue: 'said', quotes: ['said'] }
test.each<[string, object, string[]]>([
  ['a kind that is none', { kind: 'bombardment' }, ['e1 kind']],
  ['a status that is none', { status: 'likely' }, ['e1 status']],
  ['no trigger', { trigger: [] }, ['e1 trigger']],
  ['a field that is none', { mood: 'grim' }, ['e1 null']],
  ['a time that is no EDTF', { when: { edtf: '5 March', quotes: ['Ost'] } }, ['e1 when']],
  ['a place without words', { where: [{ ...place, quotes: [] }] }, ['e1 where.0.quotes']],
  ['a country that is no code', { where: [{ ...place, country: 'Syria' }] }, ['e1 where.0.country']],
  ['a level that is none', { where: [{ ...place, level: 'city' }] }, ['e1 where.0.level']],
  ['a type that is none', { targets: [{ ...actor, type: 'army' }] }, ['e1 targets.0.type']],
  ['an actor without a name', { initiators: [{ ...actor, name: '' }] }, ['e1 initiators.0.name']],
  ['words that are not there', { means: ['knives'] }, ['e1 means']],
  ['low above high', { harm: [{ ...harm, low: 3 }] }, ['e1 harm.0']],
  ['half a person', { harm: [{ ...harm, low: 0.5 }] }, ['e1 harm.0.low']],
  ['no number and no word', { harm: [{ ...harm, low: null, high: null }] }, ['e1 harm.0']],
  ['nobody who says so', { said: [{ ...line, holder: null, cue: null }] }, ['e1 said.0']],
  ['a stance that is none', { said: [{ ...line, stance: 'thinks' }] }, ['e1 said.0.stance']],
  ['part of nothing', { partOf: 'e9' }, ['e1 partOf']],
])('%s is named, by event and field', (_, wrong, expected) => {
  expect(faultsOf({ ...shelling, ...wrong })).toEqual(expected)
})

test('a coding with one fault is not taken in part, and every fault is named', () => {
  expect(faultsOf(shelling, { ...shelling, kind: 'x' }, { ...shelling, id: 'e3', trigger: ['no'] })).toEqual([
    'e1 kind',
    'e3 trigger',
  ])
  expect(faultsOf(shelling, shelling)).toEqual(['e1 id'])
  expect(faultsOf([])).toEqual(['events[0] null'])
})

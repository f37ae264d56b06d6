import { expect, test } from 'vitest'
import type { RegisteredActor } from '../../ports.js'
import type { Known } from './known.js'
import { findMentions } from './mentions.js'
import { tagSentence } from './tag.js'

const towns: Readonly<Record<string, number>> = { arzan: 200_000, dell: 900, norland: 5_000_000 }

const freeDellFront: RegisteredActor = {
  id: 'fdf',
  name: 'Free Dell Front',
  aliases: [],
  type: 'rebel',
  country: 'NN',
  side: null,
  wikidata: null,
  from: null,
  to: null,
}
const known: Known = {
  gazetteer: {
    version: 'test',
    lookup: name => {
      const population = towns[name.toLowerCase()]
      if (population === undefined) return []
      const level = name === 'Norland' ? 'country' : 'town'
      const place = { id: `herodotus:${name}`, name, country: 'NN', admin1: null, level } as const
      return [{ ...place, latitude: null, longitude: null, population }]
    },
    demonym: word => (word === 'Norlandic' ? 'NN' : null),
    capital: () => null,
  },
  actors: {
    version: 'test',
    lookup: () => null,
    claimants: name => (name === 'Free Dell Front' ? [freeDellFront] : []),
  },
  findTimes: () => [],
  findCounts: () => [],
}

const found = (body: string): string[] =>
  findMentions(
    body,
    [tagSentence(body, { start: 0, end: body.length, region: 'prose', tokens: [] })],
    known,
  ).map(({ kind, quote }) => `${kind} ${quote.exact}`)

const rows: readonly [rule: string, text: string, mentions: readonly string[]][] = [
  ['a known town, whatever its part', 'Arzan fell silent.', ['place Arzan']],
  ['a small town only where a place would stand', 'They met in Dell.', ['place Dell']],
  ['not after "of" or "on"', 'They spoke of Dell.', ['actor Dell']],
  ['else it is somebody', 'Dell spoke first.', ['actor Dell']],
  ['a country is a place and acts', 'Norland sent aid.', ['actor Norland', 'place Norland']],
  ['an unknown name after "in"', 'They met in Xanvar.', ['place Xanvar']],
  ['a name with what it is', 'The crowds filled Xanvar province.', ['place Xanvar province']],
  ['a kind of place alone is none', 'He studied at University.', ['actor University']],
  ['an adjective of a people is no place', 'Norlandic troops left.', ['actor Norlandic']],
  ['the place in the name of a group is none', 'The Free Dell Front left.', ['actor Free Dell Front']],
  ['a verb within a name', 'The White Cross fed them.', ['actor White Cross']],
  [
    'a preposition within a name',
    'Later some Bakers Without Borders made bread and soup.',
    ['actor Bakers Without Borders'],
  ],
  ['in capitals, only what the tagger takes for a name', 'TROOPS LEFT ARZAN.', ['place ARZAN']],
  ['the longest name of a weapon', 'A car bomb exploded.', ['means car bomb']],
  ['weapons that open a sentence', 'Shells fell on it.', ['actor Shells', 'means Shells']],
  ['a person is no aircraft', 'A suicide bomber fled.', []],
]

test.each(rows)('mentions: %s', (_, text, mentions) => {
  expect(found(text)).toEqual(mentions)
})

test('two full stops without a blank between them hide no empty word', () => {
  const body = 'Same Tricks..You know what happens'
  const { words } = tagSentence(body, { start: 0, end: body.length, region: 'prose', tokens: [] })
  expect(words.map(({ text }) => text)).toEqual([
    'Same',
    'Tricks',
    '.',
    '.',
    'You',
    'know',
    'what',
    'happens',
  ])
})

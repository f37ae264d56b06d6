import { expect, test } from 'vitest'
import type { Trigger } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import type { GazetteerPlace } from '../../model/values.js'
import type { EventKind, HarmKind } from '../../model/vocabulary.js'
import type { Known } from './known.js'
import { findMentions } from './mentions.js'
import { linkRoles } from './roles.js'
import { tagSentence } from './tag.js'

const places: Readonly<Record<string, GazetteerPlace['level']>> = {
  Arzan: 'town',
  Belmar: 'town',
  Orsk: 'province',
  Norland: 'country',
  Sudland: 'country',
}
const spansOf = (body: string, pattern: RegExp): Span[] =>
  [...body.matchAll(pattern)].map(match => ({ start: match.index, end: match.index + match[0].length }))

const known: Known = {
  gazetteer: {
    version: 'test',
    lookup: name => {
      const level = places[name]
      if (!level) return []
      const place = { id: `herodotus:${name}`, name, country: 'NN', admin1: null, level }
      return [{ ...place, latitude: null, longitude: null, population: 200_000 }]
    },
    demonym: word => (word === 'Norlandic' ? 'NN' : null),
    capital: () => null,
  },
  actors: { version: 'test', lookup: () => null, claimants: () => [] },
  findTimes: body => spansOf(body, /\b(Monday|Tuesday|Friday|in 2041|nine days)\b/g),
  findCounts: body => spansOf(body, /\b(at least )?(\d+|two|three|dozens)\b/gi),
}

/** Reads a text in which `*` stands around the words that tell the event; gives the parts of the last as "role words". */
function readText(kind: EventKind, marked: string): { parts: string[]; certainties: string[] } {
  const body = marked.replaceAll('*', '')
  const triggers: Trigger[] = [...marked.matchAll(/\*([^*]+)\*/g)].map(([, exact = ''], i) => {
    const start = [...marked.matchAll(/\*/g)][2 * i]?.index ?? 0
    const from = start - 2 * i
    const quote = { start: from, end: from + exact.length, exact }
    return { id: `t${i + 1}`, quote, kind, status: 'asserted', cues: [], by: 'test', score: null }
  })
  const ends = [...spansOf(body, /[.!?](?= |$)/g).map(({ end }) => end), body.length]
  const starts = [0, ...ends.map(end => end + 1)]
  const tagged = [...new Set(ends)].map((end, i) =>
    tagSentence(body, { start: starts[i] ?? 0, end, region: 'prose', tokens: [] }),
  )
  const { mentions, roles, harms } = linkRoles(body, tagged, triggers, findMentions(body, tagged, known))
  const words = (id: string): string => mentions.find(mention => mention.id === id)?.quote.exact ?? '?'
  const isOfLast = ({ trigger }: { trigger: string }): boolean => trigger === triggers.at(-1)?.id
  const parts = [
    ...roles.filter(isOfLast).map(({ role, mention }) => `${role} ${words(mention)}`),
    ...harms
      .filter(isOfLast)
      .map(({ what, count, of }) => `${what} ${words(count)}${of ? ` / ${of.exact}` : ''}`),
  ]
  const certainties = roles.map(({ certainty, mention }) => `${certainty} ${words(mention)}`)
  return { parts: [...new Set(parts)].sort(), certainties }
}

const frames: readonly [rule: string, kind: EventKind, text: string, parts: readonly string[]][] = [
  ['an active verb', 'shelling', 'Rebels *shelled* the barracks.', ['initiator Rebels', 'target barracks']],
  [
    'a passive with its agent',
    'shelling',
    'The barracks were *shelled* by rebels.',
    ['initiator rebels', 'target barracks'],
  ],
  [
    'a passive cut short',
    'attack',
    'Three soldiers *killed* in Arzan were buried.',
    ['killed Three / soldiers', 'place Arzan', 'target Three soldiers'],
  ],
  [
    'a second verb shares the subject',
    'arrest',
    'Police stormed the hall and *arrested* the mayor.',
    ['captured the / mayor', 'initiator Police', 'target mayor'],
  ],
  [
    'an infinitive shares the subject',
    'shelling',
    'Rebels tried to *shell* the barracks.',
    ['initiator Rebels', 'target barracks'],
  ],
  [
    'an infinitive of a deed handed over',
    'displacement',
    'The army urged residents to *flee*.',
    ['initiator residents'],
  ],
  [
    'a participle that opens the sentence',
    'shelling',
    'After *shelling* the barracks, rebels withdrew.',
    ['initiator rebels', 'target barracks'],
  ],
  [
    'a clause after "who"',
    'shelling',
    'The rebels who *shelled* the barracks withdrew.',
    ['initiator rebels', 'target barracks'],
  ],
  [
    'a subject with an aside',
    'demand',
    'The minister, Karl Osten, *urged* the rebels to leave.',
    ['initiator Karl Osten', 'target rebels'],
  ],
  ['an adjective before the noun', 'air-strike', 'Norlandic air *strikes* went on.', ['initiator Norlandic']],
  ['a possessor', 'attack', "The militia's *attack* failed.", ['initiator militia']],
  ['a possessor to whom it is done', 'arrest', "The mayor's *arrest* shocked many.", ['target mayor']],
  ['a common noun before the noun', 'raid', 'A police *raid* followed.', ['initiator police']],
  [
    'on and by after a noun',
    'attack',
    'An *attack* on the barracks by rebels failed.',
    ['initiator rebels', 'target barracks'],
  ],
  [
    'all sides of a fight',
    'armed-clash',
    '*Clashes* between rebels and troops broke out in Arzan.',
    ['initiator rebels', 'initiator troops', 'place Arzan'],
  ],
  [
    'all parties of a meeting',
    'meeting',
    'The president *met* with rebel leaders.',
    ['initiator president', 'initiator rebel leaders'],
  ],
  [
    'the power and its force',
    'deployment',
    'Norland *sent* troops to Arzan.',
    ['initiator Norland', 'initiator troops', 'place Arzan'],
  ],
  ['a verb that does its object', 'protest', 'Students held a *protest*.', ['initiator Students']],
  ['a verb that suffers its object', 'attack', 'The army suffered an *attack*.', ['target army']],
  ['taking part', 'armed-clash', 'The brigade took part in the *fighting*.', ['initiator brigade']],
  [
    'what a verb wields is no target',
    'bombing',
    'Rebels *planted* a bomb.',
    ['initiator Rebels', 'means bomb'],
  ],
  ['things act not', 'bombing', 'A parcel *exploded* in Arzan.', ['place Arzan']],
  [
    'in a bombing the killed are harm alone',
    'bombing',
    'A bomb *killed* two farmers.',
    ['killed two / farmers', 'means bomb'],
  ],
  [
    'a pronoun for the subject before',
    'arrest',
    'The militia entered Arzan. It *arrested* the mayor.',
    ['captured the / mayor', 'initiator militia', 'target mayor'],
  ],
  [
    'a pronoun for nobody named',
    'shelling',
    'They *shelled* the barracks.',
    ['initiator They', 'target barracks'],
  ],
]

test.each(frames)('parts: %s', (_, kind, text, parts) => {
  expect(readText(kind, text).parts).toEqual(parts)
})

const settings: readonly [rule: string, kind: EventKind, text: string, parts: readonly string[]][] = [
  ['the place that hangs on the word', 'protest', 'A *protest* in Arzan ended.', ['place Arzan']],
  ['the first of two nested', 'protest', 'A *protest* in Arzan in Norland ended.', ['place Arzan']],
  [
    'both of two joined',
    'protest',
    'A *protest* in Arzan and Belmar ended.',
    ['place Arzan', 'place Belmar'],
  ],
  [
    'not what hangs on another event',
    'bombing',
    'After *attacks* in Arzan, rebels *bombed* a bridge.',
    ['initiator rebels', 'target a bridge'],
  ],
  ['what "of" adds', 'protest', 'A *protest* in the city of Arzan ended.', ['place Arzan']],
  [
    'a place may be target and place',
    'shelling',
    'Rebels *shelled* Arzan.',
    ['initiator Rebels', 'place Arzan', 'target Arzan'],
  ],
  [
    'the place left',
    'displacement',
    'Residents *fled* from Arzan to Belmar.',
    ['initiator Residents', 'place Arzan'],
  ],
  [
    'accusations have none',
    'accusation',
    'The mayor *blamed* rebels in Arzan.',
    ['initiator mayor', 'target rebels'],
  ],
  ['the time of its clause', 'protest', 'A *protest* ended on Monday.', ['time Monday']],
  [
    'a time that opens the sentence',
    'protest',
    'On Monday students *marched*.',
    ['initiator students', 'time Monday'],
  ],
  [
    'not the time of another noun',
    'arrest',
    "Police *arrested* two men over Friday's raid.",
    ['captured two / men', 'initiator Police', 'target two men'],
  ],
  ['a duration dates nothing', 'protest', 'The *protest* lasted nine days.', []],
  [
    'the weapon of its clause',
    'bombing',
    'A car bomb *attack* hit Arzan.',
    ['means car bomb', 'place Arzan', 'target Arzan'],
  ],
  [
    'not the thing aimed at',
    'shoot-down',
    'Rebels *downed* a drone.',
    ['initiator Rebels', 'target a drone'],
  ],
]

test.each(settings)('settings: %s', (_, kind, text, parts) => {
  expect(readText(kind, text).parts).toEqual(parts)
})

const harm: readonly [rule: string, kind: EventKind, text: string, parts: readonly string[]][] = [
  [
    'done to the object',
    'attack',
    'The *attack* killed at least 12 farmers.',
    ['killed at least 12 / farmers'],
  ],
  ['told of them', 'attack', '12 farmers were wounded in the *attack*.', ['injured 12 / farmers']],
  [
    'dead and wounded beside numbers',
    'attack',
    'The *attack* left 12 dead and 30 wounded.',
    ['injured 30', 'killed 12'],
  ],
  ['deaths of', 'attack', 'The *attack* caused the deaths of 12 farmers.', ['killed 12 / farmers']],
  [
    'a part of a count',
    'attack',
    'The *attack* killed 12 people, including three children.',
    ['killed 12 / people', 'killed three / children'],
  ],
  [
    'a quotation that opens is closed',
    'attack',
    'Rebels *killed* a Norlandic "spy".',
    ['initiator Rebels', 'killed a / Norlandic "spy"', 'target a Norlandic "spy"'],
  ],
  ['no weapon does it', 'shelling', 'Shells *hit* the hall.', ['means Shells', 'target hall']],
  ['nor what a caption shows', 'shelling', 'Smoke over Arzan after *shelling*.', ['place Arzan']],
  ['one person', 'attack', 'The *attack* killed a farmer.', ['killed a / farmer']],
  [
    'shown being done to somebody',
    'execution',
    'The film shows Marlow being *beheaded* by a guard.',
    ['initiator a guard', 'killed Marlow / Marlow', 'target Marlow'],
  ],
  [
    'a verb that looks like a noun, after a date',
    'abduction',
    'On 3 May 2030 gunmen *abducted* two nurses.',
    ['captured two / nurses', 'initiator gunmen', 'target two nurses'],
  ],
  [
    'told by somebody cited',
    'abduction',
    'The radio reported, citing residents, that rebels had *abducted* two nurses.',
    ['captured two / nurses', 'initiator rebels', 'target two nurses'],
  ],
  ['nothing from a time', 'attack', 'The *attack* killed Friday.', ['time Friday']],
  ['nothing from "whose"', 'attack', 'A cook, whose brother was killed, fled the *attack*.', []],
  ['nothing from "deadly"', 'attack', 'The deadly *attack* went on.', []],
  ['nothing from a bare noun', 'attack', 'PERSON KILLED IN *ATTACK*.', []],
  [
    'no harm goes back to no event',
    'attack',
    'An *attack* shook Arzan. No farmer was killed.',
    ['place Arzan'],
  ],
  ['killed or wounded', 'attack', 'The *attack* killed or wounded 12 farmers.', ['harmed 12 / farmers']],
  [
    'those who flee',
    'displacement',
    '5000 residents *fled*.',
    ['displaced 5000 / residents', 'initiator 5000 residents'],
  ],
  ['that there was harm at all', 'execution', 'The *executions* went on.', ['killed executions']],
  ['nothing where nobody is counted', 'attack', 'The *attack* killed farmers.', []],
  [
    'the sentence before did it',
    'attack',
    'An *attack* shook Arzan. Later 12 farmers died.',
    ['killed 12 / farmers', 'place Arzan'],
  ],
]

test.each(harm)('harm: %s', (_, kind, text, parts) => {
  expect(readText(kind, text).parts).toEqual(parts)
})

const certainty: readonly [rule: string, text: string, expected: string][] = [
  ['plainly told', 'Rebels carried out the *attack*.', 'stated Rebels'],
  ['blamed', 'Officials blamed rebels for the *attack*.', 'suspected rebels'],
  ['accused of a deed', 'Officials accused rebels of *attacking* the hall.', 'suspected rebels'],
  ['suspected', 'Suspected rebels *attacked* the hall.', 'suspected Suspected rebels'],
  ['claimed', 'Rebels claimed responsibility for the *attack*.', 'claimed Rebels'],
  ['claimed as a deed', 'IS claimed responsibility for *attacking* the hall.', 'claimed IS'],
  ['denied', 'Rebels denied responsibility for the *attack*.', 'denied Rebels'],
]

test.each(certainty)('certainty: %s', (_, text, expected) => {
  expect(readText('attack', text).certainties).toContain(expected)
})

test('a harm is told once for each event', () => {
  const kinds: HarmKind[] = ['killed']
  const { parts } = readText('attack', 'The *attack* killed 12 farmers; 12 farmers were killed.')
  expect(parts.filter(part => kinds.some(what => part.startsWith(what)))).toEqual(['killed 12 / farmers'])
})

import { expect, test } from 'vitest'
import type { Labels, Mention, Role, Trigger } from '../../../model/labels.js'
import type { Referents } from '../../../model/referents.js'
import { quoteAt } from '../../../text/quote.js'
import { CodedEvent } from './coding.js'
import { mistakesOf } from './mistakes.js'

const text =
  'The army shelled Vantry on 3 May and killed two millers, police said. Later gunmen raided Kesh, and a mill burned.'
const quote = (exact: string) => {
  const start = text.indexOf(exact)
  expect(start, exact).toBeGreaterThanOrEqual(0)
  return quoteAt(text, { start, end: start + exact.length })
}
const made = { by: 'test', score: null }
const trigger = (exact: string, status: Trigger['status'] = 'asserted'): Trigger => ({
  id: `t${text.indexOf(exact)}`,
  quote: quote(exact),
  kind: 'shelling',
  status,
  cues: [],
  ...made,
})
const mention = (kind: Mention['kind'], exact: string): Mention => ({
  id: `m${text.indexOf(exact)}`,
  quote: quote(exact),
  kind,
  ...made,
})
const role = (name: Role['role'], of: string, who: string): Role => ({
  role: name,
  trigger: trigger(of).id,
  mention: `m${text.indexOf(who)}`,
  certainty: 'stated',
  ...made,
})

const event = (told: Record<string, unknown> = {}): CodedEvent =>
  CodedEvent.parse({ kind: 'shelling', trigger: ['shelled'], status: 'asserted', ...told })
const named = (name: string) => ({ name, quotes: [name] })
const place = (name: string, country: string | null) => ({ ...named(name), country })
const harm = (what: string, low: number) => ({ what, low, high: low, quotes: ['two millers'] })
const voice = (holder: string | null, stance = 'says', about = 'event') => ({
  holder,
  stance,
  about,
  quotes: ['police said'],
})

interface Read {
  readonly labels?: Partial<Labels>
  /** The mentions that have a value. */
  readonly resolved?: readonly string[]
}

function mistakes(
  gold: readonly CodedEvent[],
  system: readonly CodedEvent[],
  { labels, resolved }: Read = {},
) {
  const has = new Map(
    (resolved ?? []).map(exact => [`m${text.indexOf(exact)}`, { value: { edtf: '2031-05-03' } }]),
  )
  return mistakesOf(gold, system, {
    report: {
      id: 'report:0123456789abcdef',
      snapshot: `snapshot:${'0'.repeat(64)}`,
      name: 'r1',
      body: text,
      outlet: null,
      headline: null,
      published: null,
      regions: [],
    },
    labels: { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [], ...labels },
    referents: { times: has, places: has, actors: has, counts: has } as unknown as Referents,
  }).map(({ slot, what, step }) => `${slot} | ${what} | ${step}`)
}

const read: Partial<Labels> = { triggers: [trigger('shelled')] }
const vantry = { ...read, mentions: [mention('place', 'Vantry')] }
const may = { ...read, mentions: [mention('time', '3 May')] }
const army = { ...read, mentions: [mention('actor', 'army')] }
const third = { when: { edtf: '2031-05-03', quotes: ['3 May'] } }

test.each<[string, CodedEvent[], CodedEvent[], Read, string[]]>([
  ['nothing', [event(third)], [event(third)], {}, []],
  [
    'an event without a trigger, with its values',
    [event()],
    [],
    {},
    [
      'event | missed: no trigger (shelling) | reader: trigger',
      ...Array(2).fill('its values | of a missed event | reader: trigger'),
    ],
  ],
  [
    'two events read as one',
    [event(), event({ trigger: ['raided'], kind: 'raid', status: 'negated' })],
    [event({ trigger: ['shelled', 'raided'] })],
    { labels: { triggers: [trigger('shelled'), trigger('raided')] } },
    [
      'event | missed: its words went to another event | assemble',
      ...Array(2).fill('its values | of a missed event | assemble'),
    ],
  ],
  [
    'one event read as two',
    [event({ trigger: ['shelled', 'killed'] })],
    [event(), event({ trigger: ['killed'], kind: 'attack' })],
    {},
    [
      'event | invented: split from another | assemble',
      ...Array(2).fill('its values | of an invented event | assemble'),
    ],
  ],
  [
    'another kind',
    [event({ kind: 'attack' })],
    [event()],
    { labels: read },
    ['kind | attack read as shelling | reader: trigger'],
  ],
  [
    'a voice unheard',
    [event({ status: 'attributed' })],
    [event()],
    { labels: read },
    ['status | attributed read as asserted | reader: attribution'],
  ],
  [
    'a plan taken for done',
    [event({ status: 'prospective' })],
    [event()],
    { labels: read },
    ['status | prospective read as asserted | reader: status'],
  ],
  [
    'the status of one telling lost among others',
    [event({ status: 'negated' })],
    [event()],
    { labels: { triggers: [trigger('shelled', 'negated')] } },
    ['status | negated read as asserted | assemble'],
  ],
  [
    'a time not found',
    [event(third)],
    [event()],
    { labels: read },
    ['when | missed: words not found | reader: mention'],
  ],
  [
    'a time not tied',
    [event(third)],
    [event()],
    { labels: may },
    ['when | missed: not tied to its event | reader: role'],
  ],
  [
    'a time misread',
    [event(third)],
    [event({ when: { edtf: '2030-05-03' } })],
    { labels: { ...may, roles: [role('time', 'shelled', '3 May')] }, resolved: ['3 May'] },
    ['when | wrong value | resolve'],
  ],
  [
    'a wrong country',
    [event({ where: [place('Vantry', 'XA')] })],
    [event({ where: [place('Vantry', 'XB')] })],
    {},
    ['where | wrong country | resolve'],
  ],
  [
    'no country',
    [event({ where: [place('Vantry', 'XA')] })],
    [event({ where: [place('Vantry', null)] })],
    {},
    ['where | no country | resolve'],
  ],
  [
    'a place not resolved',
    [event({ where: [place('Vantry', 'XA')] })],
    [event()],
    { labels: vantry },
    ['where | missed: no value for its words | resolve'],
  ],
  [
    'a place not tied',
    [event({ where: [place('Vantry', 'XA')] })],
    [event()],
    { labels: vantry, resolved: ['Vantry'] },
    ['where | missed: not tied to its event | reader: role'],
  ],
  [
    'the parts swapped',
    [event({ initiators: [named('army')] })],
    [event({ targets: [named('army')] })],
    { labels: army },
    [
      'initiators | missed: given the other part | reader: role',
      'targets | invented: has the other part | reader: role',
    ],
  ],
  [
    'an actor unseen',
    [event({ initiators: [named('army')] })],
    [event()],
    { labels: read },
    ['initiators | missed: words not found | reader: mention'],
  ],
  [
    'whoever is only cited',
    [event({ said: [voice('police')] })],
    [event({ said: [voice('police')], targets: [named('police')] })],
    {},
    ['targets | invented: only cited | reader: role'],
  ],
  [
    'a number',
    [event({ harm: [harm('killed', 2)] })],
    [event({ harm: [harm('killed', 3)] })],
    {},
    ['harm | wrong number | resolve'],
  ],
  [
    'killed for injured',
    [event({ harm: [harm('injured', 2)] })],
    [event({ harm: [harm('killed', 2)] })],
    {},
    ['harm | injured read as killed | reader: role'],
  ],
  [
    'a stance',
    [event({ said: [voice('police', 'denies')] })],
    [event({ said: [voice('police')] })],
    {},
    ['said | denies read as says | reader: attribution'],
  ],
  [
    'a name of the holder',
    [event({ said: [voice('police')] })],
    [event({ said: [voice('the army')] })],
    {},
    ['said | holder named otherwise | resolve'],
  ],
  [
    'what a voice is about',
    [event({ said: [voice('police', 'says', 'harm')] })],
    [event({ said: [voice('police')] })],
    {},
    ['said | about harm read as about event | reader: attribution'],
  ],
  [
    'a hedge',
    [event({ said: [voice(null)] })],
    [event()],
    {},
    ['said | missed: hedge | reader: attribution'],
  ],
  [
    'a voice unheard of',
    [event({ said: [voice('police')] })],
    [event()],
    {},
    ['said | missed: voice not found | reader: attribution'],
  ],
])('%s', (_, gold, system, reading, expected) => {
  expect(mistakes(gold, system, reading)).toEqual(expected)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../model/claim.js'
import type { Labels } from '../../model/labels.js'
import type { Report } from '../../model/report.js'
import type { Sourced } from '../../model/sourced.js'
import type { EventActor, HarmValue } from '../../model/values.js'
import type { EventKind, PlaceLevel, Status } from '../../model/vocabulary.js'
import { edtfBounds } from '../../text/edtf.js'
import { claimId } from '../../text/ids.js'
import { evidence, quoteAt } from '../../text/quote.js'
import { assembleEvents } from './index.js'

const nothing: Labels = { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [] }

interface Told {
  readonly kind?: EventKind
  readonly status?: Status
  readonly when?: string | undefined
  readonly where?: readonly [name: string, country: string, level: PlaceLevel] | undefined
  readonly by?: string
  readonly to?: string
  /** A place by name that it is aimed at, of which no registry knows. */
  readonly at?: string
  readonly killed?: number
}

/** A report whose triggers are marked in its text, `[shelled]`, with what each tells, in order. */
function told(marked: string, ...tellings: readonly Told[]): { report: Report; claims: Claim[] } {
  const body = marked.replace(/[[\]]/g, '')
  const report: Report = {
    id: 'report:0123456789abcdef',
    snapshot: `snapshot:${'0'.repeat(64)}`,
    name: 'test',
    body,
    outlet: null,
    headline: null,
    published: null,
    regions: [],
  }
  const starts = [...marked.matchAll(/\[([^\]]+)\]/g)].map((match, i) => ({
    start: match.index - 2 * i,
    words: match[1] ?? '',
  }))
  const claims = tellings.map((telling, i) => {
    const { start, words } = starts[i] ?? { start: 0, words: '' }
    return claim(report, start, start + words.length, telling)
  })
  return { report, claims }
}

function claim(report: Report, start: number, end: number, telling: Told): Claim {
  const trigger = quoteAt(report.body, { start, end })
  const of = <T>(value: T): Sourced<T> => ({
    value,
    basis: { kind: 'stated', by: 'test' },
    evidence: evidence(trigger),
    score: null,
  })
  const actor = (name: string | undefined): Sourced<EventActor>[] =>
    name ? [of({ name, type: 'rebel', certainty: 'stated', registry: name })] : []
  const { when, where, killed } = telling
  const harm: HarmValue = {
    what: 'killed',
    low: killed ?? null,
    high: killed ?? null,
    vague: null,
    of: null,
    cumulative: false,
    partOf: null,
  }
  return {
    id: claimId(report.id, trigger),
    report: report.id,
    trigger,
    holder: { kind: 'report' },
    kind: of(telling.kind ?? 'shelling'),
    status: of(telling.status ?? 'asserted'),
    when: when
      ? [
          of({
            edtf: when,
            ...edtfBounds(when),
            anchor: 'none',
            timex: { type: 'DATE', value: when, mod: null },
          }),
        ]
      : [],
    where: where ? [of({ name: where[0], country: where[1], level: where[2], known: null })] : [],
    initiators: actor(telling.by),
    targets: telling.at
      ? [of({ name: telling.at, type: 'place', certainty: 'stated', registry: null })]
      : actor(telling.to),
    means: [],
    harm: killed === undefined ? [] : [of(harm)],
    said: [],
  }
}

/** The triggers of each event. */
const eventsOf = ({ report, claims }: { report: Report; claims: Claim[] }, labels = nothing): string[][] =>
  assembleEvents(report, claims, labels).map(({ triggers }) => triggers.map(({ exact }) => exact))

/** What a reader says that finds these claims, and pairs of them the same. */
const sameBy = (claims: readonly Claim[], ...pairs: readonly (readonly [number, number])[]): Labels => ({
  ...nothing,
  triggers: claims.map(({ trigger }, i) => ({
    id: `t${i}`,
    quote: trigger,
    kind: 'shelling',
    status: 'asserted',
    cues: [],
    by: 'test',
    score: null,
  })),
  same: pairs.map(([a, b]) => ({ kind: 'trigger', a: `t${a}`, b: `t${b}`, by: 'test', score: null })),
})

const velat = ['Velat', 'SY', 'town'] as const
const osk = ['Osk', 'SY', 'town'] as const

describe('claims about one occurrence become one event', () => {
  it.each<[string, { report: Report; claims: Claim[] }]>([
    [
      'in one place',
      told(
        'They [shelled] Velat. Much later in a long report, of another matter, Velat was [hit].',
        { where: velat },
        { where: velat },
      ),
    ],
    [
      'on one day',
      told(
        'They [shelled] the town. Much later in a long report, of another matter: it was [hit].',
        { when: '2031-03-04' },
        { when: '2031-03-04' },
      ),
    ],
    [
      'by the same against the same',
      told(
        'They [shelled] them. Much later in a long report, of another matter: they [hit] them.',
        { by: 'DLF', to: 'army' },
        { by: 'DLF', to: 'army' },
      ),
    ],
    [
      'in a town, told of two of its tellings',
      told(
        'They [shelled] Velat on Monday, and Velat was [pounded].',
        { where: velat, when: '2031-03-03' },
        { where: velat },
      ),
    ],
  ])('%s', (_, tellings) => {
    expect(eventsOf(tellings)).toHaveLength(1)
  })
})

describe('claims that cannot be of one occurrence stay apart, however close', () => {
  it.each<[string, { report: Report; claims: Claim[] }]>([
    [
      'other kinds',
      told('They [shelled] and [stormed] Velat.', { where: velat }, { kind: 'armed-clash', where: velat }),
    ],
    [
      'other days',
      told('They [shelled] it Monday, [shelled] it Tuesday.', { when: '2031-03-03' }, { when: '2031-03-04' }),
    ],
    ['other towns', told('They [shelled] Velat, [shelled] Osk.', { where: velat }, { where: osk })],
    [
      'other countries',
      told(
        'They [shelled] Velat, [shelled] Turkey.',
        { where: velat },
        { where: ['Turkey', 'TR', 'country'] },
      ),
    ],
    ['other parties', told('The DLF [shelled], the army [shelled].', { by: 'DLF' }, { by: 'army' })],
    [
      'a threat and its doing',
      told('They vowed to [shell] and [shelled] it.', { status: 'prospective' }, {}),
    ],
    ['what did not happen', told('They [shelled] Velat, did not [shell] it.', {}, { status: 'negated' })],
    [
      'no tie',
      told(
        'They [shelled] Velat. Much later in a long report, of another matter: guns [shelled] a hill.',
        {},
        {},
      ),
    ],
  ])('%s', (_, tellings) => {
    expect(eventsOf(tellings)).toHaveLength(2)
  })
})

describe('an event', () => {
  it('collects values and chooses none: two tolls stay two, each with its words', () => {
    const { report, claims } = told(
      'They [shelled] Velat, killing 9; the [attack] on Velat killed 12.',
      { killed: 9, where: velat },
      { killed: 12, where: velat },
    )
    const [event, ...others] = assembleEvents(report, claims, nothing)
    expect(others).toEqual([])
    expect(event?.harm.map(({ value, evidence: [{ exact }] }) => [value.low, exact])).toEqual([
      [9, 'shelled'],
      [12, 'attack'],
    ])
  })

  it('counts the same number told again once, and equal numbers of one telling apart', () => {
    const { report, claims } = told(
      'They [shelled] Velat; the [attack] on Velat killed two soldiers and two children.',
      { killed: 2, where: velat },
      { killed: 2, where: velat },
    )
    const [first, second] = claims
    const both = second && { ...second, harm: [...second.harm, ...second.harm] }
    const events = assembleEvents(report, first && both ? [first, both] : [], nothing)
    expect(events[0]?.harm.map(({ value, evidence: words }) => [value.low, words.length])).toEqual([
      [2, 2],
      [2, 1],
    ])
  })

  it('keeps a value told twice once, with both its words', () => {
    const { report, claims } = told(
      'They [shelled] Velat; Velat was [hit].',
      { where: velat },
      { where: velat },
    )
    expect(
      assembleEvents(report, claims, nothing)[0]?.where.map(({ evidence: words }) => words.length),
    ).toEqual([2])
  })

  it('has the strongest status told', () => {
    const { report, claims } = told(
      'They [shelled] Velat; the [attack] on Velat was told.',
      { status: 'attributed', where: velat },
      { status: 'asserted', where: velat },
    )
    expect(assembleEvents(report, claims, nothing)[0]?.status.value).toBe('asserted')
  })

  it('joins what the reader says is the same, and what was joined to either before', () => {
    const tellings = told(
      'They [shelled] Velat. Far away and much later, of [shells] that fell. [Hit].',
      { where: velat },
      { by: 'DLF' },
      {},
    )
    const labels = sameBy(tellings.claims, [0, 2], [2, 1])
    expect(eventsOf(tellings, labels)).toEqual([['shelled', 'shells', 'Hit']])
  })

  it.each<[string, Told, Told]>([
    ['towns', { where: velat }, { where: osk }],
    ['days', { when: '2031-03-03' }, { when: '2031-03-05' }],
    ['parties', { by: 'DLF' }, { by: 'army' }],
  ])('is never of two %s, whatever the reader says', (_, one, other) => {
    const tellings = told('A bomb [exploded]. Two days later a bomb [went off].', one, other)
    expect(eventsOf(tellings, sameBy(tellings.claims, [0, 1]))).toHaveLength(2)
  })

  it('is the same whatever the order of the claims', () => {
    const { report, claims } = told(
      'They [shelled] Velat, [shelled] Osk, [fought]; the [attack] on Velat; the [battle].',
      { where: velat },
      { where: osk },
      { kind: 'armed-clash', where: osk },
      { where: velat },
      { kind: 'armed-clash', where: osk },
    )
    const ids = (order: Claim[]): string[] =>
      assembleEvents(report, order, nothing)
        .map(({ id, triggers }) => `${id} ${triggers.length}`)
        .sort()
    const expected = ids(claims)
    fc.assert(
      fc.property(fc.shuffledSubarray(claims, { minLength: claims.length }), order => {
        expect(ids(order)).toEqual(expected)
      }),
    )
  })
})

describe('an event keeps why its tellings are together, and why others are not', () => {
  it.each<[string, Told, Told, string]>([
    ['a place', { where: velat }, { where: velat }, 'event:same-place'],
    ['a day', { when: '2031-03-04' }, { when: '2031-03-04' }, 'event:same-day'],
    ['both parties', { by: 'DLF', to: 'army' }, { by: 'DLF', to: 'army' }, 'event:same-parties'],
  ])('joined by %s', (_, first, second, by) => {
    const { report, claims } = told('They [shelled] it. It was [hit].', first, second)
    const [a, b] = claims.map(({ id }) => id)
    expect(assembleEvents(report, claims, nothing)[0]?.joined).toEqual([{ claim: b, to: a, by }])
  })

  it.each<[string, Told, Told, string]>([
    ['time', { when: '2031-03-03' }, { when: '2031-03-04' }, 'other-time'],
    ['place', { where: velat }, { where: osk }, 'other-place'],
    ['parties', { by: 'DLF' }, { by: 'army' }, 'other-parties'],
    ['the place aimed at', { at: 'Velat' }, { at: 'town of Osk' }, 'other-target-place'],
  ])('kept apart by %s, though the reader says that they are one', (_, first, second, clash) => {
    const { report, claims } = told('They [shelled] it. It was [hit].', first, second)
    const [a, b] = claims.map(({ id }) => id)
    const events = assembleEvents(report, claims, sameBy(claims, [0, 1]))
    expect(events.map(({ apart }) => apart)).toEqual([undefined, [{ claim: b, from: a, tie: 'test', clash }]])
  })

  it('joins by no tie what a reader leaves apart that has grouped all tellings', () => {
    const tellings = told(
      'They [shelled] Velat, and [shelled] Velat. They [struck] Osk; the [strike].',
      { where: velat },
      { where: velat },
      { where: osk },
      { where: osk },
    )
    const labels = { ...sameBy(tellings.claims, [2, 3]), sameIsWhole: true as const }
    expect(eventsOf(tellings, labels)).toEqual([['shelled'], ['shelled'], ['struck', 'strike']])
  })

  it('says nothing of claims that have nothing in common', () => {
    const { report, claims } = told(
      'They [shelled] it. Guns [shelled] a hill.',
      { where: velat },
      { where: osk },
    )
    for (const { joined, apart } of assembleEvents(report, claims, nothing)) {
      expect([joined, apart]).toEqual([undefined, undefined])
    }
  })
})

describe('an event is part of fighting that is called an offensive or the like', () => {
  const wholesale: Told = { kind: 'armed-clash', where: ['Syria', 'SY', 'country'], by: 'DLF', when: '2031' }
  const strike: Told = { where: velat, by: 'DLF', when: '2031-03-04' }
  const campaignOf = (marked: string, whole: Told, part: Told): boolean => {
    const { report, claims } = told(marked, whole, part)
    const [campaign, event] = assembleEvents(report, claims, nothing)
    expect(campaign?.partOf).toBeNull()
    return event?.partOf === campaign?.id
  }
  const offensive = 'The [offensive] began. They [shelled] Velat.'

  it.each<[string, string, Told, Told]>([
    ['whose place and time hold it, with one of its sides', offensive, wholesale, strike],
    ['of which no time is told', offensive, { ...wholesale, when: undefined }, strike],
    ['and a town that is taken', offensive, wholesale, { ...strike, kind: 'territory-capture' }],
  ])('%s', (_, marked, whole, part) => {
    expect(campaignOf(marked, whole, part)).toBe(true)
  })

  it.each<[string, string, Told, Told]>([
    ['a clash that is no campaign', 'A [clash] began. They [shelled] Velat.', wholesale, strike],
    ['another time', offensive, wholesale, { ...strike, when: '2030-03-04' }],
    ['a time that it only overlaps', offensive, wholesale, { ...strike, when: '2030-12/2031-01' }],
    ['another country', offensive, wholesale, { ...strike, where: ['Ankara', 'TR', 'town'] }],
    ['no place', offensive, wholesale, { ...strike, where: undefined }],
    ['others who do it', offensive, wholesale, { ...strike, by: 'army' }],
    ['a plan', offensive, wholesale, { ...strike, status: 'prospective' }],
    ['a campaign that is only planned', offensive, { ...wholesale, status: 'prospective' }, strike],
    ['a meeting', offensive, wholesale, { ...strike, kind: 'meeting' }],
  ])('and not in the case of %s', (_, marked, whole, part) => {
    expect(campaignOf(marked, whole, part)).toBe(false)
  })
})

describe('a time that is also told as a bound', () => {
  const velat = ['Velat', 'SY', 'town'] as const
  it.each([
    ['of the start', '2031-09-30/..'],
    ['of the end', '../2031-09-30'],
  ])('is the bound alone: %s', (_, bound) => {
    const { report, claims } = told(
      'They [shelled] it. They began [shelling] it.',
      { where: velat, when: '2031-09-30' },
      { where: velat, when: bound },
    )
    const events = assembleEvents(report, claims, nothing)
    expect(events.map(({ when }) => when.map(({ value }) => value.edtf))).toEqual([[bound]])
  })
})

describe('places aimed at', () => {
  it.each<[string, Told, Told]>([
    ['one within the other by its name', { at: 'Velat' }, { at: 'market in Velat' }],
    ['one in which the other was hit', { at: 'Velat' }, { where: ['Velat', 'SY', 'town'] }],
    ['one without a name', { at: 'Velat' }, { at: 'depot' }],
    ['all in capitals, which show no names', { at: 'VELAT' }, { at: 'DEPOT' }],
  ])('keep nothing apart: %s', (_, one, other) => {
    const tellings = told('They [shelled] it. It was [hit].', one, other)
    expect(eventsOf(tellings, sameBy(tellings.claims, [0, 1]))).toHaveLength(1)
  })
})

describe('tellings of one sentence that the reader links', () => {
  it('stand together before they are joined to what was told before', () => {
    const tellings = told(
      'A [strike] [hit] Velat. A [strike] [hit] Osk.',
      {},
      { where: velat },
      {},
      { where: ['Osk', 'SY', 'town'] },
    )
    const labels = sameBy(tellings.claims, [0, 1], [1, 2], [2, 3])
    expect(eventsOf(tellings, labels)).toEqual([
      ['strike', 'hit'],
      ['strike', 'hit'],
    ])
  })
})

describe('entries of a log', () => {
  const log = (first: string, second: string): string =>
    `${first}\nThey [shelled] Velat.\n\n${second}\nThey [shelled] Velat.\n`
  it.each([
    ['9 May, 14:20', '8 May, 21:05', 2],
    ['May 9', 'May 8', 2],
    ['Friday 9 May 2031', 'Thursday 8 May 2031', 2],
    ['9 May 14:20 GMT', '9 May 11:00 GMT', 1],
    ['14:20', '11:05', 1],
    ['On 9 May they came.', 'On 8 May they came.', 1],
  ])('under %s and %s', (first, second, expected) => {
    const tellings = told(log(first, second), { where: velat }, { where: velat })
    expect(eventsOf(tellings)).toHaveLength(expected)
  })

  it('are told of together where both name the day', () => {
    const day = { where: velat, when: '2031-05-08' }
    expect(eventsOf(told(log('9 May', '8 May'), day, day))).toHaveLength(1)
  })
})

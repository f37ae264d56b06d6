// What every format writes passes its own check, is the same twice, and keeps what it was asked to keep out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Occurrence, Source } from '../src/export/format.js'
import { formats } from '../src/export/formats.js'
import { type MadeUpEvent, madeUpReport } from '../src/export/made-up.js'
import { policyNames } from '../src/export/policies.js'
import { withoutPrivatePersons } from '../src/export/redact-persons.js'
import type { ToldReport } from '../src/export/told.js'
import { settingsFor } from '../src/export/try-out.js'
import { About, ActorType, type RecordedEvent } from '../src/model/index.js'
import { EventKind, HarmKind, PlaceLevel, Stance, Status } from '../src/model/vocabulary.js'
import { faultsIn, filesOf } from './checked.js'

/** What breaks files: formulas, separators, quotes, ends of lines of every kind, control characters, both directions of writing. */
const hostile = [
  '=1+1',
  '-2+3',
  '+4',
  '@SUM',
  '＝cmd',
  "'quoted'",
  '"quoted"',
  'a,b',
  'a;b',
  'a\tb',
  'a\nb',
  'a\rb',
  'a\r\nb',
  'a\u2028b',
  'a\u0085b',
  'nul\u0000nul',
  'esc\u001b[31m',
  '\u202eevil\u202c',
  '😀👩‍👧',
  'é̂',
  'قال',
  '戦闘',
  '<b>&amp;',
  '\\n\\u0000',
  'Dana Orlo',
] as const

const days = [
  '2031-03-04',
  '2031-03-03/2031-03-05',
  '2031-03',
  '2031',
  '../2031-03-01',
  '2031-03-01/..',
  '2031-03-04~',
  null,
]
const known = {
  id: 'geonames:1',
  name: 'Vareth; "Old"',
  country: 'SY',
  admin1: '09',
  level: 'town',
  latitude: -1.25,
  longitude: 179.999,
  population: null,
} as const

/** A report of hostile words, each at a place of its own, and events that point at any of them. */
const told: fc.Arbitrary<ToldReport> = fc
  .record({
    words: fc.array(fc.constantFrom(...hostile), { minLength: 6, maxLength: 14 }),
    name: fc.constantFrom(...hostile),
    outlet: fc.constantFrom(...hostile, 'Wire'),
  })
  .chain(({ words, name, outlet }) => {
    const placed = words.map((word, i) => `${word}~${i}~`)
    const word = fc.constantFrom(...placed)
    const few = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 2 })
    const count = fc.option(fc.nat({ max: 40 }))
    const actor = fc.tuple(word, fc.record({ type: fc.constantFrom(...ActorType.options) }))
    const event: fc.Arbitrary<MadeUpEvent> = fc.record({
      trigger: word,
      kind: fc.constantFrom(...EventKind.options),
      status: fc.constantFrom(...Status.options),
      when: few(fc.tuple(word, fc.constantFrom(...days))),
      where: few(
        fc.tuple(
          word,
          fc.record({
            country: fc.constantFrom('SY', 'US', null),
            level: fc.constantFrom(...PlaceLevel.options),
            known: fc.constantFrom(known, null),
          }),
        ),
      ),
      initiators: few(actor),
      targets: few(actor),
      means: few(word),
      harm: few(
        fc.tuple(
          word,
          fc
            .record({ what: fc.constantFrom(...HarmKind.options), low: count, more: count })
            .map(({ what, low, more }) => ({
              what,
              low,
              high: more === null ? null : (low ?? 0) + more,
              of: 'soldiers',
            })),
        ),
      ),
      said: few(
        fc.tuple(
          word,
          fc.record({ stance: fc.constantFrom(...Stance.options), about: fc.constantFrom(...About.options) }),
        ),
      ),
    })
    return fc
      .record({
        events: fc.uniqueArray(event, { selector: ({ trigger }) => trigger, minLength: 1, maxLength: 4 }),
        wordless: fc.nat({ max: 8 }),
      })
      .map(({ events, wordless }) => {
        const made = madeUpReport({ name, outlet, text: placed.join(' ') }, events)
        return { ...made, events: made.events.map((event, i) => (i === wordless ? reviewed(event) : event)) }
      })
  })

/** As a reviewer left it, who set a number and a place that no words tell. */
function reviewed(event: RecordedEvent): RecordedEvent {
  const decided = {
    how: 'corrected',
    review: 'review:00000000000000aa',
    reviewer: '=ana; "x"',
    at: '2031-04-01T00:00:00Z',
  } as const
  const set = {
    evidence: null,
    basis: { kind: 'reviewed', by: decided.review },
    score: null,
    decided,
  } as const
  const [harm] = event.harm
  const [place] = event.where
  return {
    ...event,
    harm: harm ? [{ ...harm, ...set, contested: ['review:00000000000000bb'] }, ...event.harm.slice(1)] : [],
    where: place ? [{ ...place, ...set }, ...event.where.slice(1)] : [],
    decided: { ...decided, how: 'accepted' },
  }
}

/** Reports that tell of the same, in the order of their events: the first of each of one occurrence, and so on. */
function sourceOf(reports: readonly ToldReport[]): Source {
  const most = Math.max(...reports.map(({ events }) => events.length))
  const occurrences = Array.from({ length: most }, (_, i) =>
    reports.flatMap(({ report, events, capture }) => {
      const event = events[i]
      return event ? [{ event, report, capture }] : []
    }),
  )
  return {
    reports: () => reports,
    async *occurrences() {
      for (const [first, ...others] of occurrences) if (first) yield [first, ...others] satisfies Occurrence
    },
  }
}

const several = fc.uniqueArray(told, { selector: ({ report }) => report.id, minLength: 1, maxLength: 3 })
const runs = { numRuns: 60, seed: 7 }

describe.each(formats.map(format => ({ name: format.name, format })))('$name', ({ format }) => {
  it('passes its own check, whatever the words, the policy and who decided', async () => {
    await fc.assert(
      fc.asyncProperty(
        several,
        fc.constantFrom(...policyNames),
        fc.constantFrom('utf-16' as const, 'code-points' as const),
        fc.boolean(),
        async (reports, policy, unit, quotes) => {
          const files = await filesOf(
            format,
            sourceOf(reports),
            settingsFor(policy, { unit, quotes: quotes || format.kind === 'folder' }),
          )
          expect(await faultsIn(format, files)).toEqual([])
        },
      ),
      runs,
    )
  })

  it('writes the same bytes again', async () => {
    await fc.assert(
      fc.asyncProperty(several, async reports => {
        const [once, again] = [
          await filesOf(format, sourceOf(reports), settingsFor('range')),
          await filesOf(format, sourceOf(reports), settingsFor('range')),
        ]
        expect(again).toEqual(once)
      }),
      { ...runs, numRuns: 15 },
    )
  })

  it('without private persons has none of their names', async () => {
    const report = madeUpReport(
      { name: 'r', text: 'Police shot Dana Orlo in Ost on Monday, killing Dana Orlo, said Ilan Vess.' },
      [
        {
          trigger: 'shot',
          kind: 'shooting',
          when: [['Monday', '2031-03-03']],
          where: [['Ost', { country: 'SY' }]],
          initiators: [['Police', { type: 'state-forces' }]],
          targets: [['Dana Orlo', { type: 'person' }, 'actor:person']],
          harm: [['Dana Orlo@2', { low: 1, high: 1, of: 'Dana Orlo' }]],
          said: [['Ilan Vess', {}]],
        },
      ],
    )
    const files = await filesOf(
      format,
      withoutPrivatePersons(sourceOf([report]), () => {}),
      settingsFor('lowest'),
    )
    expect(Object.values(files).join('\n')).not.toMatch(/Dana|Orlo|Ilan|Vess/)
    expect(await faultsIn(format, files)).toEqual([])
  })
})

// Export, then import, then export again: the same bytes for what keeps all that is told, the same cells for rows.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brat } from '../export/brat.js'
import { codingFolder } from '../export/coding-folder.js'
import type { FolderFormat } from '../export/format.js'
import { type MadeUpEvent, madeUpReport, type Words } from '../export/made-up.js'
import type { ToldReport } from '../export/told.js'
import { settingsFor } from '../export/try-out.js'
import type { Reading } from '../model/reading.js'
import { asRead } from '../model/recorded.js'
import type { Snapshot } from '../model/snapshot.js'
import {
  About,
  ActorType,
  Certainty,
  EventKind,
  HarmKind,
  PlaceLevel,
  Stance,
  Status,
} from '../model/vocabulary.js'
import { bratEvents } from './brat.js'
import { CodingFile, codedEvents } from './coding.js'
import { type DraftEvent, importedReading, importedReport } from './reading.js'

// Letters of two UTF-16 units, words that stand twice, line breaks within quotes, white space that ends no line.
const text = `🔥 Rebels shelled Ost on Monday, and the army shelled Ost.
“At least 12 people”, monitors said,\u2028were hurt in the 😀 market\nof Ost; an aide said 3 of them.`
const words = [
  'Rebels',
  'shelled',
  'shelled@2',
  'Ost',
  'Ost@2',
  'Ost@3',
  'Monday',
  'army',
  'market\nof Ost',
  '12',
  '3',
]
const said = ['monitors', 'said', 'said@2', 'said,\u2028were', 'an aide', '😀 market', 'At least 12 people']
const oneWord = fc.constantFrom(...words, ...said)
const someWords: fc.Arbitrary<Words> = fc
  .uniqueArray(oneWord, { minLength: 1, maxLength: 3 })
  .map(([first = 'Ost', ...rest]) => [first, ...rest] as const)
const name = fc.constantFrom('Ost', 'the army', 'O"st', 'Öst\u2028x')
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const edtf = fc.constantFrom(
  '2031-03-05',
  '2031-03',
  '2031-03-01/..',
  '203X',
  '2031-21',
  'XXXX-03-05',
  '2031-03-05~',
)
const known = {
  id: 'geonames:99000001',
  name: 'Ost',
  country: 'SY',
  admin1: null,
  level: 'town',
  latitude: 1,
  longitude: 2,
  population: null,
} as const
const list = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 2 })

/** Makes the values of one event differ: brat cannot tell two that are alike on the same first words, each with further ones. */
const numbered = <T extends object, K extends keyof T>(
  values: readonly (readonly [Words, T])[],
  key: K,
  side: string,
) => values.map(([words, value], i) => [words, { ...value, [key]: `${value[key]} ${side} ${i}` }] as const)

const actor = fc.tuple(
  someWords,
  fc.record({
    name,
    type: fc.constantFrom(...ActorType.options),
    certainty: fc.constantFrom(...Certainty.options),
    registry: maybe(fc.constant('actor:red-front')),
  }),
)
const madeUp: fc.Arbitrary<MadeUpEvent> = fc
  .record({
    kind: fc.constantFrom(...EventKind.options),
    status: fc.constantFrom(...Status.options),
    when: fc.uniqueArray(fc.tuple(someWords, maybe(edtf)), { maxLength: 2, selector: ([, time]) => time }),
    where: list(
      fc.tuple(
        someWords,
        fc.record({
          name,
          country: fc.constantFrom('SY', null),
          level: fc.constantFrom(...PlaceLevel.options),
          known: fc.constantFrom(known, null),
        }),
      ),
    ),
    initiators: list(actor),
    targets: list(actor),
    means: fc.uniqueArray(oneWord, { maxLength: 2 }),
    harm: list(
      fc.tuple(
        someWords,
        fc.record({
          what: fc.constantFrom(...HarmKind.options),
          low: maybe(fc.nat(20)),
          high: maybe(fc.integer({ min: 20, max: 40 })),
          vague: fc.constant('dozens'),
          of: maybe(name),
        }),
      ),
    ),
    said: list(
      fc.tuple(
        someWords,
        fc.record({
          holder: maybe(name),
          stance: fc.constantFrom(...Stance.options),
          about: fc.constantFrom(...About.options),
          via: maybe(name),
          cue: fc.constantFrom('said', 'claimed'),
        }),
      ),
    ),
  })
  .map(event => ({
    ...event,
    trigger: 'Ost',
    initiators: numbered(event.initiators, 'name', 'by'),
    targets: numbered(event.targets, 'name', 'on'),
    where: numbered(event.where, 'name', 'at'),
    harm: numbered(event.harm, 'of', 'of'),
    said: numbered(event.said, 'via', 'via'),
  }))

/** Reports whose events begin at different words; each later one may be part of the first. */
const reports: fc.Arbitrary<ToldReport> = fc
  .uniqueArray(fc.tuple(oneWord, list(oneWord), madeUp, fc.boolean()), {
    minLength: 1,
    maxLength: 4,
    selector: ([first]) => first,
  })
  .map(events =>
    madeUpReport(
      { name: 'a-report', text },
      events.map(([first, more, event, isPart], i) => ({
        ...event,
        trigger: [first, ...new Set(more.filter(one => one !== first))] as const,
        ...(isPart && i > 0 && { partOf: 0 }),
      })),
    ),
  )

async function written(format: FolderFormat, told: ToldReport): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  const source = { reports: () => [told], async *occurrences() {} }
  for await (const { name, content } of format.write(source, settingsFor('range')))
    files[name] = (files[name] ?? '') + content
  return files
}

const versions = { code: '1', reader: 'import:test 1', gazetteer: '1', actors: 'none' }
function told(
  bytes: string,
  body: string,
  drafts: readonly DraftEvent[],
  published: string | null,
): ToldReport {
  const given = { name: 'a-report', published, outlet: null, headline: null }
  const capture: Omit<Snapshot, 'id'> = {
    bytes: new TextEncoder().encode(bytes),
    source: 'a',
    mediaType: 'text/plain',
    charset: null,
    capturedAt: '2031-03-06T07:08:09Z',
    given,
  }
  const { report } = importedReport(capture, body, 'import:test')
  const reading: Reading = importedReading(report, drafts, versions)
  return { report, events: reading.events.map(asRead), capture: null }
}

describe('codings', () => {
  test('come back byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(reports, async report => {
        const files = await written(codingFolder, report)
        const row = files['reports.jsonl'] ?? ''
        const coding = CodingFile.parse(JSON.parse(files['codings/a-report.json'] ?? ''))
        const { text: body, published } = JSON.parse(row)
        const events = codedEvents(coding, body)
        if ('faults' in events) throw new Error(JSON.stringify(events.faults))
        expect(await written(codingFolder, told(row, body, events, published))).toEqual(files)
      }),
      { numRuns: 200 },
    )
  })
})

describe('brat', () => {
  // What an import makes anew: the event's id, and the rule, which is the import itself.
  const plain = (ann: string): string =>
    ann.replace(/"event":"event:[0-9a-f]{16}"/g, '"event":""').replace(/"rule":"[^"]*"/g, '"rule":""')

  test('comes back line for line but for ids and rules, and the second time byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(reports, async report => {
        const annOf = async (of: ToldReport): Promise<string> =>
          Object.entries(await written(brat, of)).find(([name]) => name.endsWith('.ann'))?.[1] ?? ''
        const again = async (ann: string): Promise<string> => {
          const { events, faults } = bratEvents(ann, text, () => [known])
          expect(faults).toEqual([])
          return annOf(told(text, text, events, null))
        }
        const [first, second] = [await annOf(report), await again(await annOf(report))]
        expect(plain(second)).toBe(plain(first))
        expect(await again(second)).toBe(second)
      }),
      { numRuns: 200 },
    )
  })
})

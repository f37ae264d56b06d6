// Rows that go out, come in and go out again: the same in every column that an import reads (docs/import.md lists the others).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acled } from '../export/acled/index.js'
import { subEventOf } from '../export/acled/types.js'
import { csvRows } from '../export/csv-rows.js'
import type { FileFormat, Occurrence } from '../export/format.js'
import { ged } from '../export/ged/index.js'
import type { MadeUpEvent } from '../export/made-up.js'
import { settingsFor, sourceOf, telling } from '../export/try-out.js'
import { asRead } from '../model/recorded.js'
import type { EventActor, GazetteerPlace, PlaceValue } from '../model/values.js'
import { type ActorType, EventKind } from '../model/vocabulary.js'
import { acledImport } from './acled.js'
import { acledKinds } from './acled-kinds.js'
import { gedImport } from './ged.js'
import { importedReading, importedReport } from './reading.js'
import { rowText } from './row-text.js'
import type { TableImport } from './table.js'

const place = (name: string, level: GazetteerPlace['level'], at: number): GazetteerPlace => ({
  id: `geonames:${at}`,
  name,
  country: 'SY',
  admin1: '09',
  level,
  latitude: at,
  longitude: 37.123456,
  population: null,
})
const gazetteer = [
  place('Ost', 'town', 36.1),
  place('Ost', 'town', 33),
  place('Ost', 'district', 36.4),
  place('Vel', 'district', 35),
  place('Aleppo Governorate', 'province', 36),
  place('Badia', 'region', 34),
  place('Lake Vel', 'water', 35.5),
]
const places = (name: string): readonly GazetteerPlace[] => gazetteer.filter(known => known.name === name)

async function cellsOf(format: FileFormat, ...all: readonly Occurrence[]) {
  let text = ''
  const policy = format.policy ?? 'range'
  for await (const piece of format.write(sourceOf(...all), settingsFor(policy))) text += piece
  const rows: Record<string, string>[] = []
  let columns: readonly string[] | null = null
  for await (const row of csvRows([text])) {
    if (!('cells' in row)) throw new Error(row.broken)
    if (columns) rows.push(Object.fromEntries(columns.map((name, i) => [name, row.cells[i] ?? ''])))
    else columns = row.cells
  }
  return rows
}

function imported(form: TableImport, cells: Record<string, string>): Occurrence {
  const row = rowText(cells, form.prose)
  const taken = form.row(row, places)
  if ('faults' in taken) throw new Error(JSON.stringify(taken.faults))
  const capture = {
    bytes: new TextEncoder().encode(JSON.stringify(cells)),
    source: 'a.csv#2',
    mediaType: 'text/plain' as const,
    charset: null,
    capturedAt: '2031-03-06T07:08:09Z',
    given: { name: taken.name, published: null, outlet: form.source, headline: null },
  }
  const { report } = importedReport(capture, row.body, form.name, taken.published)
  const versions = { code: '1', reader: form.name, gazetteer: '1', actors: 'none' }
  const [event] = importedReading(report, [taken.event], versions).events
  if (!event) throw new Error('there is no event')
  return [{ event: asRead(event), report, capture }]
}

/** Checks that rows come back the same in the columns that are carried, and that there were enough of them to tell. */
async function holdsFor(
  [format, form]: readonly [FileFormat, TableImport],
  event: fc.Arbitrary<MadeUpEvent>,
  lost: readonly string[],
): Promise<void> {
  const carried = (cells: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(cells).filter(([name]) => !lost.includes(name)))
  let rows = 0
  await fc.assert(
    fc.asyncProperty(event, async made => {
      for (const row of await cellsOf(format, [telling(text, made)])) {
        rows++
        const [again] = await cellsOf(format, imported(form, row))
        expect(carried(again)).toEqual(carried(row))
      }
    }),
    { numRuns: 500 },
  )
  expect(rows).toBeGreaterThan(100)
}

const text = 'Rebels, the army and villagers were in Ost on Monday: 12 people, 3 of them children.'
type Actors = fc.Arbitrary<readonly Partial<EventActor>[]>
const actor = (...types: readonly ActorType[]): Actors =>
  fc.constantFrom(...types).map(type => [{ type, name: `Front of ${type}` }] as const)
const times = (...edtf: readonly string[]) =>
  fc.constantFrom(...edtf).map(time => [['Monday', time]] as const)
const where: fc.Arbitrary<readonly Partial<PlaceValue>[]> = fc.constantFrom<readonly Partial<PlaceValue>[]>(
  ...gazetteer.map(known => [{ name: known.name, country: 'SY', level: known.level, known }] as const),
  ...gazetteer
    .filter(({ level }) => level === 'town')
    .map(known => [{ country: 'SY', level: known.level, known, relation: 'near' }] as const),
  [{ country: 'SY', level: 'town', known: null }] as const,
)
const words = <T extends object>(of: string, values: readonly T[]) =>
  values.map(value => [of, value] as const)
const toll = fc.option(
  fc.nat(40).map(low => ({ low, high: low })),
  { nil: null },
)

describe('ACLED', () => {
  const lost = ['event_id_cnty', 'assoc_actor_1', 'assoc_actor_2', 'source', 'notes', 'tags', 'timestamp']
  const kinds = EventKind.options.filter(kind => {
    const sub = subEventOf(kind)
    return sub !== null && acledKinds[sub] !== null
  })
  const armed = actor('state-forces', 'rebel', 'militia', 'identity-group', 'external-forces')
  const event: fc.Arbitrary<MadeUpEvent> = fc
    .record({
      kind: fc.constantFrom(...kinds),
      time: times(
        '2031-03-05',
        '2031-03-05~',
        '2031-03-03/2031-03-09',
        '2031-03',
        '2031-02',
        '2031-03-01/2031-03-10',
        '2031-03-21/2031-03-31',
      ),
      where,
      doer: fc.oneof(armed, actor('civilians', 'protesters', 'rioters', 'organisation', 'unknown')),
      against: fc.oneof(armed, actor('civilians', 'person', 'protesters', 'rioters', 'thing')),
      toll,
    })
    .map(({ kind, time, where, doer, against, toll }) => ({
      trigger: 'were in',
      kind,
      when: time,
      where: words('Ost', where),
      initiators: words('Rebels', doer),
      targets: words('villagers', against),
      harm: toll ? words('12 people', [toll]) : [],
    }))

  test('rows come back the same', () => holdsFor([acled, acledImport], event, lost))
})

describe('UCDP GED', () => {
  const lost = [
    ...[
      'id',
      'relid',
      'code_status',
      'source_article',
      'source_office',
      'source_headline',
      'where_description',
    ],
    ...['conflict_dset_id', 'dyad_dset_id', 'side_a_dset_id', 'side_b_dset_id', 'event_clarity'],
  ]
  const state: Actors = fc.constantFrom<readonly Partial<EventActor>[]>(
    [{ name: 'Syria', type: 'state' }] as const,
    [{ name: 'Yemen (North Yemen)', type: 'state' }] as const,
  )
  const group = actor('rebel', 'militia', 'terror-group', 'identity-group')
  const event: fc.Arbitrary<MadeUpEvent> = fc
    .record({
      kind: fc.constantFrom('armed-clash', 'attack', 'shelling', 'massacre', 'air-strike'),
      time: times(
        '2031-03-05',
        '2031-03-05~',
        '2031-03-03/2031-03-09',
        '2031-03-03/2031-03-05',
        '2031-03',
        '2031',
        '2031-03-11/2031-03-20',
      ),
      where,
      doer: fc.oneof(state, group),
      against: fc.oneof(state, group, actor('civilians')),
      tolls: fc.array(fc.nat(40), { minLength: 1, maxLength: 3 }),
    })
    .map(({ kind, time, where, doer, against, tolls }) => ({
      trigger: 'were in',
      kind,
      when: time,
      where: words('Ost', where),
      initiators: words('Rebels', doer),
      targets: words('villagers', against),
      harm: [
        ...words(
          '12 people',
          tolls.map(low => ({ low, high: low + 2 })),
        ),
        ['3 of them children', { low: 3, high: 3, of: 'children', partOf: null }] as const,
      ],
    }))

  test('rows come back the same', () => holdsFor([ged, gedImport], event, lost))
})

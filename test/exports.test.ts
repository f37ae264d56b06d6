// What goes out of one made-up report, in every format that keeps all that is told. UPDATE_GOLDENS=1 rewrites: the diff is the review.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { brat } from '../src/export/brat.js'
import { cameo } from '../src/export/cameo.js'
import type { FileFormat, FormatSettings, Gap, Source } from '../src/export/format.js'
import { geojson } from '../src/export/geojson.js'
import { madeUpReport } from '../src/export/made-up.js'
import { plover } from '../src/export/plover.js'
import { policyOf } from '../src/export/policies.js'
import { tableCsv, tableJsonl, tableParquet } from '../src/export/table.js'
import { defaultSettings, type ToldReport } from '../src/export/told.js'
import { webAnnotation } from '../src/export/web-annotation.js'

const vareth = {
  id: 'geonames:99000001',
  name: 'Vareth',
  country: null,
  admin1: null,
  level: 'town',
  latitude: -1.25,
  longitude: -45.5,
  population: null,
} as const

// Quotes that cross and nest, a line break within one, letters of two UTF-16 units before and between, two directions of
// writing, and words that a spreadsheet takes for a formula.
const report = madeUpReport(
  {
    name: 'wall / 1',
    outlet: 'Vareth "Echo", daily',
    source: 'https://news.example/wall?id=1',
    text: `🔥🔥 Shells fell on Vareth on Monday, killing at least 12 people, monitors said.
The Norland army denied shelling Vareth and the nearby
village of Ost, and spoke of an attack of its enemies.
“=1+1” was sprayed on a wall with 😀 paint, wrote Dana Orlo, a baker.
قال شهود إن جنودًا اعتقلوا ليلى حداد في مدينة فارث يوم الأحد.
The army and the -Red Front- will meet in Ost on 9 March.`,
  },
  [
    {
      trigger: ['fell', 'shelling', 'attack'],
      kind: 'shelling',
      status: 'disputed',
      when: [['Monday', '2031-03-03']],
      where: [
        ['Vareth', { known: vareth }],
        ['nearby\nvillage of Ost', { level: 'district', relation: 'near' }],
      ],
      initiators: [
        [
          'The Norland army',
          { name: 'Norland army', type: 'state-forces', certainty: 'denied' },
          'actor:noun',
        ],
      ],
      targets: [['shelling Vareth', { name: 'Vareth', type: 'place' }]],
      means: ['Shells'],
      harm: [['at least 12 people', { low: 12, of: 'people' }]],
      said: [
        [
          ['monitors', 'said'],
          { about: 'harm', cue: 'said', holderType: { type: 'monitor', by: 'holder:head/monitor' } },
        ],
        [['The Norland army denied'], { holder: 'Norland army', stance: 'denies', cue: 'denied' }],
      ],
    },
    {
      trigger: 'sprayed',
      kind: 'property-destruction',
      status: 'attributed',
      initiators: [['Dana Orlo', { type: 'person', certainty: 'claimed' }, 'actor:person']],
      means: ['=1+1', '😀 paint'],
      said: [
        [
          ['Dana Orlo', 'wrote'],
          { cue: 'wrote', holderType: { type: 'witness', by: 'holder:head/baker+holder:beside-name' } },
        ],
      ],
    },
    {
      trigger: 'اعتقلوا',
      kind: 'arrest',
      status: 'attributed',
      when: [['يوم الأحد', '2031-03-02']],
      where: [['مدينة فارث', { name: 'فارث', known: vareth }]],
      initiators: [['جنودًا', { type: 'state-forces', registry: 'forces:IS' }, 'actor:forces']],
      targets: [['ليلى حداد', { type: 'person' }, 'actor:person']],
      harm: [['ليلى حداد', { what: 'captured', low: 1, high: 1, of: 'ليلى حداد' }]],
      said: [[['شهود', 'قال'], { cue: 'قال', holderType: { type: 'witness', by: 'holder:head/witness' } }]],
      partOf: 0,
    },
    {
      trigger: 'meet',
      kind: 'meeting',
      status: 'prospective',
      when: [['9 March', '2031-03-09']],
      where: [['Ost@2']],
      initiators: [
        ['army@2', { name: 'Norland army', type: 'state-forces' }, 'actor:noun'],
        ['-Red Front-', { type: 'rebel', registry: 'actor:red-front' }, 'actor:registry'],
      ],
    },
  ],
)

const sourceOf = (...reports: ToldReport[]): Source => ({
  reports: () => reports,
  async *occurrences() {
    for (const { report, events, capture } of reports)
      for (const event of events) yield [{ event, report, capture }]
  },
})

function settingsOf(given: Partial<FormatSettings> = {}): FormatSettings & { readonly gaps: Gap[] } {
  const gaps: Gap[] = []
  return {
    ...defaultSettings,
    maker: 'herodotus made-up',
    excel: false,
    policy: policyOf('range'),
    division: () => null,
    gap: gap => gaps.push(gap),
    gaps,
    ...given,
  }
}

async function written(
  format: FileFormat,
  given: Partial<FormatSettings> = {},
  source: Source = sourceOf(report),
): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of format.write(source, settingsOf(given))) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

const text = async (...args: Parameters<typeof written>): Promise<string> =>
  (await written(...args)).toString()
const lines = async (...args: Parameters<typeof written>): Promise<ReturnType<typeof JSON.parse>[]> =>
  (await text(...args))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

async function folder(source: Source = sourceOf(report)): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for await (const { name, content } of brat.write(source, settingsOf())) files[name] = String(content)
  return files
}

function expectGolden(name: string, content: string): void {
  const path = join(import.meta.dirname, 'exports', name)
  if (process.env.UPDATE_GOLDENS) {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, content)
  }
  expect(existsSync(path) ? readFileSync(path, 'utf8') : null).toBe(content)
}

describe('one report, byte for byte', () => {
  it.each([tableCsv, tableJsonl, geojson, webAnnotation, plover, cameo])('$name', async format => {
    expectGolden(`${format.name}.${format.extension}`, await text(format))
  })

  it('excel', async () => expectGolden('excel.csv', await text(tableCsv, { excel: true })))

  it('brat', async () => {
    for (const [name, content] of Object.entries(await folder())) expectGolden(`brat/${name}`, content)
  })

  it('parquet is the same file twice', async () => {
    expect((await written(tableParquet)).equals(await written(tableParquet))).toBe(true)
  })
})

describe('nothing to tell', () => {
  it.each([tableCsv, tableJsonl, geojson, webAnnotation, plover, cameo])('$name is whole', async format => {
    const nothing = await text(format, {}, sourceOf())
    if (format.extension.endsWith('json') || format.extension === 'jsonld') JSON.parse(nothing)
    expect(nothing.includes('event:')).toBe(false)
  })

  it('parquet is whole', async () => {
    const file = await written(tableParquet, {}, sourceOf())
    expect(parquetMetadata(arrayBuffer(file)).num_rows).toBe(0n)
  })
})

const arrayBuffer = (bytes: Buffer): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer

describe('the plain table', () => {
  it('read back, its rows hold every value with its words', async () => {
    const rows = await lines(tableJsonl)
    for (const event of report.events) {
      const of = (field: string) => rows.filter(row => row.event === event.id && row.field === field)
      expect(of('trigger')).toHaveLength(event.triggers.length)
      expect(of('when').map(row => row.value)).toEqual(event.when.map(({ value: { edtf } }) => edtf))
      expect(of('harm').map(({ value, low, high, of }) => [value, low, high, of])).toEqual(
        event.harm.map(({ value: { what, low, high, of } }) => [what, low, high, of]),
      )
      expect(of('said').map(row => 1 + (JSON.parse(row.more_quotes ?? '[]') as unknown[]).length)).toEqual(
        event.said.map(({ evidence }) => evidence?.length),
      )
    }
  })

  it.each(['code-points', 'utf-16'] as const)('counts in %s', async unit => {
    const { body } = report.report
    const cut = (start: number, end: number): string =>
      unit === 'utf-16' ? body.slice(start, end) : [...body].slice(start, end).join('')
    const rows = await lines(tableJsonl, { unit })
    expect(rows.map(({ start, end }) => cut(start, end))).toEqual(rows.map(({ quote }) => quote))
  })

  it('as CSV, parsed by the rules of RFC 4180, is the table as JSON lines', async () => {
    const [header = [], ...rows] = parsedCsv(await text(tableCsv))
    const asText = (await lines(tableJsonl)).map(row =>
      Object.values(row).map(cell => (cell === null ? '' : String(cell))),
    )
    expect(header).toEqual(Object.keys((await lines(tableJsonl))[0] ?? {}))
    expect(rows).toEqual(asText)
  })

  it('for Excel has no cell that runs, and numbers stay numbers', async () => {
    const file = await text(tableCsv, { excel: true })
    const [header = [], ...rows] = parsedCsv(file.replace(/^\ufeff/, ''))
    expect(file.startsWith('\ufeff')).toBe(true)
    expect(file.replaceAll('\r\n', '').includes('\r')).toBe(false)
    const cell = (column: string) => rows.map(row => row[header.indexOf(column)])
    expect(cell('quote')).toContain("'=1+1")
    expect(cell('value')).toContain("'-Red Front-")
    expect(cell('longitude')).toContain('-45.5')
    expect(rows.flat().filter(text => /^[=+@]|^-\D/.test(text))).toEqual([])
  })

  it('as Parquet, read by hyparquet, is the table as JSON lines', async () => {
    const rows = await parquetReadObjects({ file: arrayBuffer(await written(tableParquet)) })
    const plain = rows.map(row =>
      Object.fromEntries(
        Object.entries(row).map(([name, cell]) => [
          name,
          typeof cell === 'bigint'
            ? Number(cell)
            : cell instanceof Date
              ? cell.toISOString().slice(0, 10)
              : (cell ?? null),
        ]),
      ),
    )
    expect(plain).toEqual(await lines(tableJsonl))
  })

  it('as Parquet is written in groups', async () => {
    const many = Array.from({ length: 200 }, () => report)
    const { row_groups, num_rows } = parquetMetadata(
      arrayBuffer(await written(tableParquet, {}, sourceOf(...many))),
    )
    expect(row_groups.length).toBeGreaterThan(1)
    expect(row_groups.map(group => Number(group.num_rows)).reduce((a, b) => a + b)).toBe(Number(num_rows))
  })

  it('without quotes holds no words but those of values', async () => {
    const rows = await lines(tableJsonl, { quotes: false })
    expect(rows.filter(({ quote, cue }) => quote !== null || cue !== null)).toEqual([])
    expect(rows[0]).toMatchObject({ start: 10, end: 14 })
  })

  it('says who holds each value, and by what', async () => {
    const rows = await lines(tableJsonl)
    const [first] = report.events
    const held = (field: string) => {
      const row = rows.find(row => row.event === first?.id && row.field === field)
      return [row?.holder, row?.denied_by, row?.held_by]
    }
    expect(held('harm')).toEqual(['monitors', null, 'field'])
    expect(held('kind')).toEqual(['monitors', 'Norland army', 'event'])
    expect(rows.find(row => row.field === 'means' && row.value === '=1+1')?.held_by).toBe('event')
  })
})

/** A reader of RFC 4180 that knows nothing of the writer. */
function parsedCsv(file: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of file.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('GeoJSON', () => {
  it('has the shape of RFC 7946', async () => {
    const { type, features } = JSON.parse(await text(geojson))
    expect(type).toBe('FeatureCollection')
    for (const feature of features) {
      expect(Object.keys(feature)).toEqual(['type', 'id', 'geometry', 'properties'])
      if (feature.geometry !== null) {
        const [longitude, latitude] = feature.geometry.coordinates
        expect([feature.geometry.type, longitude, latitude]).toEqual(['Point', -45.5, -1.25])
      }
    }
  })

  it('has no point for what is not located, and says how exactly the rest is', async () => {
    const { features } = JSON.parse(await text(geojson))
    const told = features.map(({ geometry, properties: { place, geo_precision, where_prec } }: never) => [
      geometry !== null,
      place,
      geo_precision,
      where_prec,
    ])
    expect(told).toEqual([
      [true, 'Vareth', 1, 1],
      [false, 'nearby\nvillage of Ost', 3, 5],
      [false, null, null, null],
      [true, 'فارث', 1, 1],
      [false, 'Ost', 1, 1],
    ])
  })
})

describe('Web Annotation', () => {
  interface Selector {
    readonly type: string
    readonly exact: string
    readonly prefix: string
    readonly suffix: string
    readonly start: number
    readonly end: number
  }
  const targetsOf = async (given: Partial<FormatSettings> = {}) => {
    const { first, total } = JSON.parse(await text(webAnnotation, given))
    expect(first.items).toHaveLength(total)
    return first.items.flatMap(({ target }: { target: { selector: Selector[] }[] }) => target)
  }

  it.each(['code-points', 'utf-16'] as const)('both selectors select the same words, in %s', async unit => {
    const { body } = report.report
    const units = unit === 'utf-16' ? body.split('') : [...body]
    for (const { selector, textLength } of await targetsOf({ unit })) {
      const [quote, position] = selector
      expect(units.slice(position.start, position.end).join('')).toBe(quote.exact)
      expect(body).toContain(quote.prefix + quote.exact + quote.suffix)
      expect((quote.prefix + quote.suffix).isWellFormed()).toBe(true)
      expect(textLength).toBe(units.length)
    }
  })

  it('says which bytes the words stood in, and when', async () => {
    const [{ source, state }] = await targetsOf()
    expect(source).toBe('https://news.example/wall?id=1')
    expect(state).toEqual({
      type: 'TimeState',
      sourceDate: '2031-03-06T07:08:09Z',
      cached: `urn:sha256:${report.report.snapshot.slice('snapshot:'.length)}`,
    })
  })

  it('without quotes points and does not quote', async () => {
    const types = (await targetsOf({ quotes: false })).flatMap(({ selector }: { selector: Selector[] }) =>
      selector.map(({ type }) => type),
    )
    expect(new Set(types)).toEqual(new Set(['TextPositionSelector']))
  })
})

describe('brat', () => {
  const ann = async (): Promise<{ body: string[]; lines: string[] }> => {
    const files = Object.entries(await folder())
    const of = (ending: string) => files.find(([name]) => name.endsWith(ending))?.[1] ?? ''
    return { body: [...of('.txt')], lines: of('.ann').trimEnd().split('\n') }
  }

  it('has words at the offsets, in code points, a line break being a gap', async () => {
    const { body, lines } = await ann()
    const bound = lines.flatMap(line => {
      const [, spans = '', words] = /^T\d+\t[\w-]+ ([\d ;]+)\t(.*)$/.exec(line) ?? []
      const cut = spans.split(';').map(span => {
        const [start, end] = span.split(' ').map(Number)
        return body.slice(start, end).join('')
      })
      return spans ? [[cut.join(' '), words]] : []
    })
    expect(bound.length).toBeGreaterThan(15)
    expect(bound.map(([cut]) => cut)).toEqual(bound.map(([, words]) => words))
    expect(bound.map(([, words]) => words)).toContain('nearby village of Ost')
  })

  it('read back, has the events with their values', async () => {
    const { lines } = await ann()
    const words = new Map(
      lines.flatMap(line =>
        [...(/^(T\d+)\t\S+ [\d ;]+\t(.*)$/gm.exec(line)?.slice(1, 2) ?? [])].map(id => [
          id,
          line.split('\t')[2],
        ]),
      ),
    )
    const events = lines
      .filter(line => line.startsWith('E'))
      .map(line => line.split('\t')[1]?.split(' ') ?? [])
    const [main] = events.filter(([trigger]) => trigger?.startsWith('arrest:'))
    expect(main?.map(arg => arg.split(':')).map(([role, id = '']) => [role, words.get(id)])).toEqual([
      ['arrest', 'اعتقلوا'],
      ['When', 'يوم الأحد'],
      ['Where', 'مدينة فارث'],
      ['Initiator', 'جنودًا'],
      ['Target', 'ليلى حداد'],
      ['Harm', 'ليلى حداد'],
      ['Said', 'شهود'],
    ])
    expect(events).toHaveLength(report.events.flatMap(({ triggers }) => triggers).length)
    expect(lines.filter(line => line.includes('PartOf'))).toHaveLength(1)
  })

  it('knows every type that it uses by its configuration', async () => {
    const files = await folder()
    const known = files['annotation.conf'] ?? ''
    const { lines } = await ann()
    const used = lines.flatMap(line => /^[TERA]\d+\t([\w-]+)/.exec(line)?.[1] ?? [])
    expect(used.filter(type => !new RegExp(`^${type}(?:\t|$)`, 'm').test(known))).toEqual([])
  })

  it('cannot be without the text', async () => {
    const files = brat.write(sourceOf(report), settingsOf({ quotes: false }))[Symbol.asyncIterator]()
    await expect(files.next()).rejects.toThrow('without quotes')
  })
})

describe('PLOVER and CAMEO', () => {
  it('PLOVER has the record’s words, and says what it lacks', async () => {
    const settings = settingsOf()
    const records = await lines(plover, settings)
    expect(records[0]).toMatchObject({
      date: '2031-03-03',
      event: ['ASSAULT'],
      mode: ['heavy-weapons'],
      quad_code: 4,
    })
    expect(records[1]).toMatchObject({
      date: '2031-03-02',
      actor: [{ code: 'ISL', sector: 'MIL' }],
      size: { arrested: 1 },
    })
    expect(records[2]).toMatchObject({ context: ['future'], link: null })
    expect(settings.gaps).toMatchObject([
      { kind: 'cells', because: { event_loc: 'one place is written; told are also nearby\nvillage of Ost' } },
      { kind: 'event', because: expect.stringContaining('requires a date') },
    ])
  })

  it('CAMEO has a row for each pair of what happened, and says what it leaves out', async () => {
    const settings = settingsOf()
    const [header = [], ...rows] = parsedCsv(await text(cameo, settings))
    const of = (column: string) => rows.map(row => row[header.indexOf(column)])
    expect(of('source')).toEqual(['MIL', '---', 'ISLMIL'])
    expect(of('code')).toEqual(['194', '171', '173'])
    expect(of('date')).toEqual(['20310303', '', '20310302'])
    expect(settings.gaps.filter(({ kind }) => kind === 'event')).toHaveLength(1)
  })
})

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { heardOutput } from '../../../test/heard-output.js'
import { buildProgram } from '../program.js'

let folder: string
const at = (name: string): string => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herodotus-import-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
  process.exitCode = 0
})

async function herodotus(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const { output, heard } = heardOutput()
  const program = buildProgram(output)
  await program.parseAsync(['node', 'herodotus', ...args])
  return { code: process.exitCode, ...heard() }
}
const imported = (format: string, ...args: string[]) =>
  herodotus('import', '--format', format, ...args, '--db', at('a.db'))
const shown = async (): Promise<{ event: { kind: { basis: object } }; report: Record<string, unknown> }[]> =>
  (await herodotus('show', '--json', '--db', at('a.db'))).out
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
const verified = async () => (await herodotus('verify', '--db', at('a.db'))).code

const columns =
  'event_id_cnty,event_date,time_precision,sub_event_type,actor1,inter1,country,location,geo_precision,notes,fatalities,timestamp'
const row = (id: string, given: { place?: string; notes?: string; deaths?: string } = {}): string =>
  `${id},2031-03-05,1,Attack,Red Front,2,Syria,${given.place ?? 'Ost'},1,${given.notes ?? 'A note'},${given.deaths ?? '3'},1930000000`
const table = (...rows: readonly (string | Uint8Array)[]): string => {
  writeFileSync(
    at('events.csv'),
    Buffer.concat([columns, ...rows].flatMap(one => [Buffer.from(one), Buffer.from('\n')])),
  )
  return at('events.csv')
}

describe('rows', () => {
  test('become reports of their source, and the record holds', async () => {
    const { code, err } = await imported('acled', table(row('A1'), row('A2')))
    expect(code).toBe(0)
    expect(err).toContain('2 reports with 2 events taken in')
    const [first] = await shown()
    expect(first?.event.kind.basis).toEqual({ kind: 'stated', by: 'import:acled' })
    expect(first?.report).toMatchObject({ name: 'A1', outlet: 'ACLED', published: { edtf: '2031-02-27' } })
    expect(await verified()).toBe(0)
  })

  test('are claims of whoever is said to have coded them', async () => {
    await imported('acled', table(row('A1')), '--source', 'Ost Data Desk')
    expect((await shown())[0]?.report.outlet).toBe('Ost Data Desk')
    await expect(imported('brat', folder, '--source', 'x')).rejects.toMatchObject({
      message: expect.stringContaining('--source'),
    })
  })

  test('are kept with their bytes: the header, and the row as it stands', async () => {
    const quoted = row('A1', { notes: '"Said ""no"",\r\nthen left"' })
    await imported('acled', table(quoted))
    const log = await herodotus('show', '--json', '--db', at('a.db'))
    const { report } = JSON.parse(log.out)
    const { snapshotId } = await import('../../text/ids.js')
    expect(report.snapshot).toBe(snapshotId(Buffer.from(`${columns}\n${quoted}\n`)))
    expect(report.body).toContain('Said "no",\r\nthen left')
  })

  test('that were taken in before add nothing', async () => {
    const file = table(row('A1'))
    await imported('acled', file)
    expect((await imported('acled', file)).err).toContain('1 kept already')
    expect(await shown()).toHaveLength(1)
  })
})

describe('a hostile table', () => {
  const hostile: [string, string | Uint8Array, RegExp][] = [
    ['too few cells', 'A0,2031-03-05', /:3: the row has 2 cells, and there are 12 columns/],
    [
      'a quote that is never closed',
      row('A0', { notes: '"never closed' }),
      /:3: a quotation mark is never closed/,
    ],
    ['a quote within a cell', row('A0', { notes: 'un"even "' }), /:3: a quotation mark stands within/],
    ['a NUL', row('A0', { notes: 'a\0b' }), /:3: there is a NUL in it/],
    ['another encoding', Buffer.from(row('A0', { notes: 'Café' }), 'latin1'), /:3: it is not UTF-8/],
    ['a negative number', row('A0', { deaths: '-3' }), /:3: A0 fatalities: "-3" is no whole number/],
  ]
  test.each(hostile)('%s is one row refused, and the others are taken', async (_, bad, message) => {
    const { code, err } = await imported('acled', table(row('A1'), bad, row('A2')))
    expect(code).toBe(3)
    expect(err).toMatch(message)
    expect((await shown()).map(({ report }) => report.name)).toEqual(['A1', 'A2'])
    expect(await verified()).toBe(0)
  })

  test('with a byte order mark, CRLF and formulas is read as what it says', async () => {
    writeFileSync(at('excel.csv'), `\ufeff${columns}\r\n${row('A1', { place: "'=Ost" })}\r\n`)
    expect((await imported('acled', at('excel.csv'))).code).toBe(0)
    expect((await shown())[0]?.report.body).toContain('location: =Ost\n')
  })

  test.each<[string, string | Uint8Array, RegExp]>([
    ['UTF-16', Buffer.from(`\ufeff${columns}\n`, 'utf16le'), /NUL/],
    ['semicolons', columns.replaceAll(',', ';'), /parted by commas, not by ";"/],
    ['a column that is missing', 'a,b\n1,2\n', /these columns are missing: event_id_cnty/],
    ['a column that stands twice', `${columns},notes\n`, /notes: the column is there twice/],
    ['nothing', '', /there is no row/],
  ])('%s is told at once, and nothing is kept', async (_, content, message) => {
    writeFileSync(at('bad.csv'), content)
    const { code, err } = await imported('acled', at('bad.csv'))
    expect(code).toBe(3)
    expect(err).toMatch(message)
    expect(err).toContain('0 reports with 0 events')
  })

  test('that is not there is told', async () => {
    expect((await imported('ged', at('none.csv'))).err).toContain('there is no such file')
  })
})

describe('what is refused', () => {
  const bad = Array.from({ length: 12 }, (_, i) => row(`B${i}`, { deaths: 'x' }))

  test.each(['refused.csv', 'refused.jsonl'])('is written to %s, the first few told', async name => {
    const { err } = await imported('acled', table(...bad), '--rejected', at(name))
    expect(err.match(/^rejected:/gm)).toHaveLength(10)
    expect(err).toContain(`and 2 more; ${at(name)} has them all`)
    const lines = readFileSync(at(name), 'utf8').trimEnd().split('\n')
    expect(lines.slice(-12)).toHaveLength(12)
    expect(lines.at(-1)).toContain('B11')
    expect(lines.length).toBe(name.endsWith('csv') ? 13 : 12)
  })

  test('and what is taken can be seen before anything is kept', async () => {
    const { code, err, out } = await imported('acled', table(row('A1'), ...bad), '--dry-run', '--json')
    expect(code).toBe(3)
    expect(err).toContain('1 report with 1 event could be taken in; nothing was kept')
    expect(JSON.parse(out)).toMatchObject({ name: 'A1', events: 1, added: null })
    expect(existsSync(at('a.db'))).toBe(false)
  })
})

const text = 'Rebels shelled Ost. Police arrested a man.'
const coding = (report: string, trigger = 'shelled'): string =>
  JSON.stringify({
    report,
    coder: 'ada',
    events: [{ id: 'e1', kind: 'shelling', trigger: [trigger], status: 'asserted' }],
  })
const reportRow = (id: string, body = text): string =>
  JSON.stringify({ id, published: '2031-03-05', outlet: 'Echo', headline: null, text: body })

describe('codings', () => {
  test('take their texts from a reports file, and each fault is named', async () => {
    mkdirSync(at('set/codings'), { recursive: true })
    writeFileSync(
      at('set/reports.jsonl'),
      `${reportRow('one')}\n${reportRow('two')}\n${reportRow('one', 'x')}\n`,
    )
    writeFileSync(at('set/codings/one.json'), coding('one'))
    writeFileSync(at('set/codings/two.json'), coding('two', 'bombed'))
    writeFileSync(at('set/codings/three.json'), coding('three'))
    writeFileSync(at('set/codings/four.json'), '{"report": "four"')
    const { code, err } = await imported('coding', at('set'))
    expect(code).toBe(3)
    expect(err).toContain('1 report with 1 event taken in')
    expect(err).toMatch(/reports.jsonl:3: one: a report of this name stands in .*reports.jsonl:1 too/)
    expect(err).toMatch(/two.json: two e1 trigger: "bombed" is not in the text/)
    expect(err).toMatch(/three.json: three: there is no text of this report/)
    expect(err).toMatch(/four.json: it is no coding/)
    expect(await verified()).toBe(0)
  })

  test('of a report that is kept become its newest reading, with or without a reports file', async () => {
    writeFileSync(at('one.txt'), text)
    writeFileSync(at('one.json'), coding('one'))
    await herodotus('read', at('one.txt'), '--reader', 'lexicon', '--db', at('a.db'))
    const before = (await shown())[0]?.report.id
    const { err } = await imported('coding', at('one.json'))
    expect(err).toContain('1 now the newest reading of a report that was known before')
    expect(await shown()).toMatchObject([
      { event: { kind: { basis: { by: 'import:coding' } } }, report: { id: before } },
    ])
    writeFileSync(at('reports.jsonl'), `${reportRow('one')}\n`)
    await imported('coding', at('one.json'), at('reports.jsonl'))
    expect((await shown()).map(({ report }) => report.id)).toEqual([before])
  })

  test('of another text than the one kept under the name are another report', async () => {
    writeFileSync(at('one.txt'), 'Something else.')
    await herodotus('read', at('one.txt'), '--reader', 'lexicon', '--db', at('a.db'))
    writeFileSync(at('set.jsonl'), `${reportRow('one')}\n${coding('one')}\n`)
    const { code, err } = await imported('coding', at('set.jsonl'))
    expect([code, err]).toEqual([0, expect.not.stringContaining('newest')])
    expect((await shown())[0]?.report.body).toBe(text)
  })

  test.each([
    ['a date that is none', { published: 'soon' }, /published: "soon" is no date/],
    ['no text', { text: '' }, /text: the row has no text/],
    ['half a character', { text: `shelled \ud83d` }, /text: there is half a character/],
  ])('of a row with %s are refused', async (_, given, message) => {
    const broken = JSON.stringify({ ...JSON.parse(reportRow('one')), ...given })
    writeFileSync(at('set.jsonl'), `${broken}\n${coding('one')}\n`)
    expect((await imported('coding', at('set.jsonl'))).err).toMatch(message)
  })

  test('that went out come back the same through the record', async () => {
    writeFileSync(at('one.txt'), text)
    await herodotus(
      'read',
      at('one.txt'),
      '--reader',
      'lexicon',
      '--published',
      '2031-03-05',
      '--db',
      at('a.db'),
    )
    const out = (name: string, db: string) =>
      herodotus('export', '--format', 'coding', '--out', at(name), '--db', at(db))
    await out('first', 'a.db')
    await herodotus('import', '--format', 'coding', at('first'), '--db', at('b.db'))
    await out('second', 'b.db')
    const files = ['reports.jsonl', ...readdirSync(at('first/codings')).map(name => `codings/${name}`)]
    expect(files).toHaveLength(2)
    for (const name of files)
      expect(readFileSync(at(`second/${name}`))).toEqual(readFileSync(at(`first/${name}`)))
  })
})

describe('brat', () => {
  const ann = 'T1\tshelling 7 14\tshelled\nE1\tshelling:T1\n'
  test('pairs are taken, and an unknown type is a line refused', async () => {
    writeFileSync(at('one-0123456789abcdef.txt'), text)
    writeFileSync(at('one-0123456789abcdef.ann'), `${ann}T2\tbarrage 20 26\tPolice\nE2\tbarrage:T2\n`)
    writeFileSync(at('lone.ann'), ann)
    const { code, err } = await imported('brat', folder)
    expect(code).toBe(3)
    expect(err).toMatch(/one-0123456789abcdef.ann:4: one E2: the codebook has no kind "barrage"/)
    expect(err).toMatch(/lone.ann: it is no .ann file with its .txt beside it/)
    expect(await shown()).toMatchObject([{ report: { name: 'one' }, event: { kind: { value: 'shelling' } } }])
    expect(await verified()).toBe(0)
  })
})

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadTools } from '../load-tools.js'
import { readReport } from '../read-report.js'
import type { BenchRow } from './measure.js'
import { captureOf, readParts } from './read-parts.js'
import { type BenchOptions, runBench, suiteNames } from './run.js'
import { renderJson, renderTable } from './table.js'

const tools = await loadTools()
const folder = mkdtempSync(join(tmpdir(), 'herodotus-bench-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A folder of its own with these files, by their paths. */
function dataFolder(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, path, '..'), { recursive: true })
    writeFileSync(join(folder, name, path), content)
  }
  return join(folder, name)
}

async function run(dir: string, options: Partial<BenchOptions> = {}) {
  const rows: BenchRow[] = []
  const notes: string[] = []
  for await (const row of runBench(dir, { tools, note: message => notes.push(message), ...options })) {
    rows.push(row)
  }
  return { rows, notes }
}

const snippet = (id: string, text: string, label: string): string =>
  `${JSON.stringify({ id, text, label })}\n`
const strike = snippet('1', 'Warplanes bombed the town of Vantry.', 'AIR_STRIKE')
const files = {
  'bench/case2021_task2/train.jsonl': strike,
  'bench/case2021_task2/dev.jsonl': strike,
  'bench/case2021_task2/test.jsonl': strike,
}

describe('runBench', () => {
  test('takes the folder of benchmarks or the one above it, and tells what it leaves out', async () => {
    const dir = dataFolder('whole', files)
    const { rows, notes } = await run(dir)
    expect(new Set(rows.map(({ suite }) => suite))).toEqual(new Set(['case2021_task2']))
    expect(notes).toContain(`polnear: left out, no file of it in ${dir}`)
    expect((await run(join(dir, 'bench'))).rows).toEqual(rows)
  })

  test.each([
    [undefined, ['dev.jsonl', 'test.jsonl']],
    ['train', ['train.jsonl']],
    ['all', ['dev.jsonl', 'test.jsonl', 'train.jsonl']],
    ['none', []],
  ])('split %s', async (split, expected) => {
    const { rows } = await run(dataFolder('splits', files), split === undefined ? {} : { split })
    expect([...new Set(rows.map(({ file }) => file))]).toEqual(expected)
  })

  test('reads train where there is nothing else', async () => {
    const { rows } = await run(dataFolder('alone', { 'case2021_task2/train.jsonl': strike }))
    expect(rows[0]?.file).toBe('train.jsonl')
  })

  test('a file that cannot be read gives a row that says so, and the rest goes on', async () => {
    const broken = { 'case2021_task2/a.jsonl': '{"id":', 'case2021_task2/b.jsonl': strike }
    const { rows, notes } = await run(dataFolder('broken', broken))
    expect(rows[0]).toMatchObject({ file: 'a.jsonl', value: null, note: 'failed' })
    expect(rows[1]).toMatchObject({ file: 'b.jsonl', n: 1 })
    expect(notes.find(message => message.includes('a.jsonl'))).toContain('case2021_task2 a.jsonl: ')
  })

  test('a row that holds nothing to read is told of and counts as read empty', async () => {
    const rows = snippet('blank', ' ', 'ARREST') + strike
    const got = await run(dataFolder('blank', { 'case2021_task2/dev.jsonl': rows }))
    expect(got.rows[0]?.n).toBe(2)
    expect(got.notes.find(message => message.startsWith('blank: '))).toBeDefined()
  })

  test('reads no more rows than asked for', async () => {
    const { rows } = await run(dataFolder('many', { 'case2021_task2/dev.jsonl': strike.repeat(5) }), {
      limit: 2,
    })
    expect(rows[0]?.n).toBe(2)
  })

  test('refuses a folder and a suite that are not there', async () => {
    await expect(run(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'no-such-folder' })
    await expect(run(folder, { only: ['muc9'] })).rejects.toMatchObject({ code: 'no-such-suite' })
  })
})

test('reading in parts gives the events of the core path', async () => {
  const text = {
    name: 'r1',
    text: 'Warplanes bombed Aleppo on Monday, killing 12 people, monitors said.\n\nRebels shelled the town.',
    published: '2031-03-05',
  }
  const { reading } = await readReport(captureOf(text), tools)
  const { events, labels, report } = await readParts(text, tools)
  expect(events.length).toBeGreaterThan(0)
  expect({ events, labels, report }).toEqual({
    events: reading.events,
    labels: reading.labels,
    report: reading.report,
  })
})

test('docs/bench.md tells of every suite', () => {
  const page = readFileSync(new URL('../../docs/bench.md', import.meta.url), 'utf8')
  expect(suiteNames.filter(name => !page.includes(`\`${name}\``))).toEqual([])
})

describe('the table', () => {
  const row: BenchRow = {
    suite: 's',
    file: 'dev.jsonl',
    metric: 'F1',
    value: 54.49,
    unit: '%',
    p: 60,
    r: 50,
    anchor: 'a|b',
    n: 12,
    note: null,
  }

  test('is Markdown with columns of one width', () => {
    expect(renderTable([row, { ...row, value: null, note: 'not yet', anchor: null }])).toBe(
      [
        '| suite | file      | metric | value                 | published anchor | n  |',
        '| ----- | --------- | ------ | --------------------- | ---------------- | -- |',
        '| s     | dev.jsonl | F1     | 54.5 (P 60.0, R 50.0) | a\\|b             | 12 |',
        '| s     | dev.jsonl | F1     | not yet               |                  | 12 |',
        '',
      ].join('\n'),
    )
  })

  test.each([
    ['%', '54.5 '],
    ['r', '0.64 '],
    ['points', '0.64 points '],
    ['km', '0.6 km '],
  ] as const)('a number in %s is as fine as it means something', (unit, cell) => {
    const { p, r, ...plain } = row
    const table = renderTable([{ ...plain, unit, value: unit === '%' ? 54.49 : 0.642 }])
    expect(table).toContain(`| F1     | ${cell}`)
  })

  test('one row is one line of JSON', () => {
    expect(JSON.parse(renderJson(row))).toEqual(row)
    expect(renderJson(row).endsWith('}\n')).toBe(true)
  })
})

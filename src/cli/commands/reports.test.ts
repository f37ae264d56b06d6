import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { heardOutput } from '../../../test/heard-output.js'
import { buildProgram } from '../program.js'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'herodotus-reports-'))
  const texts = [
    ['hills', '2031-03-06', 'Hill rebels shelled Velat on Monday, killing 12 people, the army said.'],
    ['bread', '2031-04-02', 'The price of bread is the price of bread.'],
  ] as const
  for (const [name, day, text] of texts) {
    const report = join(folder, `${name}.txt`)
    writeFileSync(report, text)
    await herodotus('read', report, '--published', day, '--reader', 'lexicon')
  }
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
afterEach(() => {
  process.exitCode = 0
})

async function herodotus(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const { output, heard } = heardOutput()
  await buildProgram(output).parseAsync(['node', 'herodotus', ...args, '--db', join(folder, 'a.db')])
  return { code: process.exitCode, ...heard() }
}

test('the last published first, with what each tells and how far that is decided', async () => {
  const { code, out } = await herodotus('reports')
  expect(code).toBe(0)
  expect(out.replace(/report:[0-9a-f]{16}/g, 'ID')).toBe(
    ['2031-04-02', '  bread: no event  ID', '2031-03-06', '  hills: 1 event, 1 undecided  ID', ''].join('\n'),
  )
})

test.each([
  [['--review', 'empty'], ['bread']],
  [['--review', 'undecided'], ['hills']],
  [['--to', '2031-03'], ['hills']],
  [['--words', 'BREAD'], ['bread']],
  [
    ['--sort', 'published'],
    ['hills', 'bread'],
  ],
])('%j lists %j', async (flags, names) => {
  const { out } = await herodotus('reports', ...flags, '--json')
  const lines = out.trim().split('\n')
  expect(lines.map(line => (JSON.parse(line) as { report: { name: string } }).report.name)).toEqual(names)
})

test('where none fits, it says so', async () => {
  const { code, out, err } = await herodotus('reports', '--outlet', 'nowhere')
  expect([code, out]).toEqual([0, ''])
  expect(err).toContain('no report fits')
})

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { heardOutput } from '../../../test/heard-output.js'
import { formats } from '../../export/formats.js'
import { buildProgram } from '../program.js'

let folder: string
const at = (name: string): string => join(folder, name)
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'herodotus-export-'))
  writeFileSync(
    at('report.txt'),
    `Rebels shelled an army base in Aleppo on 4 March 2031, killing 12 soldiers, the army said.

Police arrested two men in Homs on 5 March 2031.

The army will attack Homs.`,
  )
  await herodotus(
    'read',
    at('report.txt'),
    '--published',
    '2031-03-06',
    '--reader',
    'lexicon',
    '--db',
    at('a.db'),
  )
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => {
  process.exitCode = 0
})

async function herodotus(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const { output, heard } = heardOutput()
  const program = buildProgram(output)
  await program.parseAsync(['node', 'herodotus', ...args])
  return { code: process.exitCode, ...heard() }
}
const exported = (...args: string[]) => herodotus('export', ...args, '--db', at('a.db'))

describe('export', () => {
  const files = formats.filter(({ kind }) => kind === 'file')
  test.each(files.map(({ name }) => name))(
    '%s is the same to a file, to standard output, and again',
    async name => {
      const { code, out } = await exported('--format', name)
      await exported('--format', name, '--out', at(`same.${name}`))
      expect(code).toBe(0)
      expect(out.length).toBeGreaterThan(0)
      expect(readFileSync(at(`same.${name}`)).toString()).toBe(out)
      expect((await exported('--format', name)).out).toBe(out)
    },
  )

  test('writes beside a file how it was made, its columns and its gaps', async () => {
    const { err } = await exported('--format', 'acled', '--out', at('a.csv'), '--from', '2031')
    const beside = JSON.parse(readFileSync(at('a.csv.schema.json'), 'utf8'))
    expect(beside).toMatchObject({
      format: 'acled',
      filter: { from: '2031-01-01' },
      policy: { name: 'lowest', version: 2 },
      quotes: true,
    })
    expect(beside.columns).toHaveLength(31)
    expect(beside.unfilled.map(({ name }: { name: string }) => name)).toContain('source_scale')
    expect(beside.gaps).toContainEqual(
      expect.objectContaining({ kind: 'cells', because: expect.any(Object) }),
    )
    expect(err).toContain('a.csv.schema.json')
    expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
  })

  test('writes what a format has no row for, with the reason', async () => {
    const { err } = await exported('--format', 'ged', '--out', at('g.csv'), '--kind', 'arrest')
    expect(err).toMatch(/exported 1 event as ged.*without a row there:\n {2}1 event: /)
    const { gaps, counts } = JSON.parse(readFileSync(at('g.csv.schema.json'), 'utf8'))
    expect(gaps).toEqual([expect.objectContaining({ kind: 'event' })])
    expect(Object.values(counts.events)).toEqual([1])
  })

  test.each([
    ['no folder for a folder', ['--format', 'brat'], /name one with --out/],
    ['--excel where there is no CSV', ['--format', 'geojson', '--excel'], /--excel is for CSV/],
    ['a policy where all is kept', ['--format', 'jsonl', '--policy', 'range'], /keeps all that is told/],
    ['a priority of nobody', ['--format', 'ged', '--policy', 'by-source-priority'], /--priority/],
    ['a priority without its policy', ['--format', 'ged', '--priority', 'Wire'], /by-source-priority/],
  ])('refuses %s', async (_, args, message) => {
    await expect(exported(...args)).rejects.toMatchObject({ message: expect.stringMatching(message) })
  })

  test('leaves nothing behind where it cannot write', async () => {
    const missing = at('nowhere/a.csv')
    await expect(exported('--format', 'acled', '--out', missing)).rejects.toMatchObject({
      code: 'cannot-write',
    })
    expect(existsSync(at('nowhere'))).toBe(false)
  })
})

describe('check', () => {
  test.each(formats.filter(({ check }) => check).map(({ name }) => name))(
    '%s: an export passes, known by what stands beside it and by how it begins',
    async name => {
      const file = at(`passes.${name}`)
      await exported('--format', name, '--out', file)
      expect(await herodotus('check', file)).toMatchObject({
        code: 0,
        out: '',
        err: expect.stringContaining(`as ${name}: nothing`),
      })
      rmSync(`${file}.schema.json`)
      expect((await herodotus('check', file)).err).toContain(`as ${name}: nothing`)
    },
  )

  test('passes for Excel too', async () => {
    await exported('--format', 'acled', '--out', at('excel.csv'), '--excel')
    expect(readFileSync(at('excel.csv')).subarray(0, 3)).toEqual(Buffer.from('\ufeff'))
    expect((await herodotus('check', at('excel.csv'))).code).toBe(0)
  })

  test('names each row at fault by line, and what to do', async () => {
    await exported('--format', 'acled', '--out', at('spoilt.csv'))
    const lines = readFileSync(at('spoilt.csv'), 'utf8').trimEnd().split('\n')
    const spoilt = [
      ...lines,
      lines[1]?.replace('2031-03-04,2031', '2031-02-30,2031'),
      'too,short',
      'un"even',
    ].join('\n')
    writeFileSync(at('spoilt.csv'), spoilt)
    const { code, out, err } = await herodotus('check', at('spoilt.csv'))
    const first = lines.length + 1
    expect(code).toBe(3)
    expect(out).toContain(`spoilt.csv:${first}: event_date: "2031-02-30" is no day\n  write a day`)
    expect(out).toContain(`spoilt.csv:${first}: event_id_cnty:`)
    expect(out).toContain(`spoilt.csv:${first + 1}: the row has 2 cells, and there are 31 columns`)
    expect(out).toContain(`spoilt.csv:${first + 2}: a quotation mark is never closed`)
    expect(err).toContain('in 3 places')
    const json = await herodotus('check', at('spoilt.csv'), '--json')
    expect(JSON.parse(json.out.split('\n')[0] ?? '')).toMatchObject({
      line: first,
      column: expect.any(String),
    })
  })

  test('asks for the form of what it does not know, and tells a file that is not there', async () => {
    writeFileSync(at('other.csv'), 'a,b\n1,2\n')
    await expect(herodotus('check', at('other.csv'))).rejects.toMatchObject({ code: 'unknown-form' })
    await expect(herodotus('check', at('none.csv'))).rejects.toMatchObject({ code: 'cannot-read' })
    writeFileSync(at('empty.csv'), '')
    expect((await herodotus('check', at('empty.csv'), '--format', 'ged')).code).toBe(3)
    const { code, out } = await herodotus('check', at('other.csv'), '--format', 'acled')
    expect(code).toBe(3)
    expect(out).toContain('event_date: the column is missing')
  })
})

test('codings are checked by the rules that an import takes them by', async () => {
  await herodotus('export', '--format', 'coding', '--out', at('coded'), '--db', at('a.db'))
  expect(await herodotus('check', at('coded'))).toMatchObject({
    code: 0,
    err: expect.stringContaining('nothing is wrong'),
  })
  const [name = ''] = readdirSync(at('coded/codings'))
  const coding = readFileSync(at(`coded/codings/${name}`), 'utf8')
  writeFileSync(at(`coded/codings/${name}`), coding.replace(/"kind": ?"[a-z-]+"/, '"kind":"bombardment"'))
  const { code, out } = await herodotus('check', at('coded'))
  expect([code, out]).toEqual([3, expect.stringMatching(/kind.*bombardment/s)])
})

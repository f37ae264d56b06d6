import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { heardOutput } from '../../../test/heard-output.js'
import { Explanation } from '../../explain/explanation.js'
import { buildProgram } from '../program.js'

// More events than there are hexadecimal digits, so that two of their ids begin alike.
const arrests = Array.from({ length: 18 }, (_, i) => `Police arrested a man on ${i + 1} January 2031.`)

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'herodotus-explain-'))
  const report = join(folder, 'report.txt')
  writeFileSync(
    report,
    [
      'Hill \u001b[31mrebels\u001b[0m shelled Velat on Monday, killing 12 people, the army said.',
      ...arrests,
    ].join('\n\n'),
  )
  await herodotus('read', report, '--published', '2031-03-06', '--reader', 'lexicon')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
afterEach(() => {
  process.exitCode = 0
})

async function herodotus(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const { output, heard } = heardOutput()
  const program = buildProgram(output)
  await program.parseAsync(['node', 'herodotus', ...args, '--db', join(folder, 'a.db')])
  return { code: process.exitCode, ...heard() }
}

async function shelling(): Promise<string> {
  const { out } = await herodotus('show', '--kind', 'shelling', '--json')
  return (JSON.parse(out.split('\n')[0] ?? '') as { event: { id: string } }).event.id
}

describe('explain', () => {
  test('a whole event: every field, with what would change it', async () => {
    const { code, out } = await herodotus('explain', (await shelling()).slice(0, 14))
    expect(code).toBe(0)
    for (const field of ['triggers', 'kind', 'status', 'when.0', 'harm.0', 'said.0', 'partOf']) {
      expect(out).toContain(`*${field}*`)
    }
    expect(out.match(/^ {2}change /gm)?.length).toBe(out.match(/^\*/gm)?.length)
  })

  test('one field, the same as JSON, in its documented form', async () => {
    const id = await shelling()
    const { out } = await herodotus('explain', `${id}.status`, '--json')
    const { event, fields } = Explanation.parse(JSON.parse(out))
    expect([event, fields.map(({ field }) => field)]).toEqual([id, ['status']])
    const sheet = await herodotus('explain', `${id}.status`)
    expect(sheet.out).toContain(fields[0]?.change)
  })

  test('what could steer a terminal is shown and not obeyed', async () => {
    const { out } = await herodotus('explain', await shelling())
    expect(out).toContain('\\u{1b}')
    expect(out).not.toContain('\u001b')
  })

  test.each<[string, (id: string) => string, RegExp]>([
    ['no such event', () => 'event:0000', /no event event:0000/],
    ['no such field', id => `${id}.picnic`, /no field picnic\n {2}there is: triggers, kind, status/],
    ['no such value', id => `${id}.when.7`, /no field when\.7; its when has 1 value\n/],
  ])('%s is told, with what there is', async (_, asked, message) => {
    const { code, out, err } = await herodotus('explain', asked(await shelling()))
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
  })

  test('a beginning of several ids lists them', async () => {
    const { out } = await herodotus('show', '--json')
    const ids = [...out.matchAll(/"event":\{"id":"(event:[0-9a-f]{16})"/g)].map(match => match[1] ?? '')
    const start = ids.map(id => id.slice(0, 7)).find((one, i, all) => all.indexOf(one) < i) ?? ''
    const alike = ids.filter(id => id.startsWith(start))
    const { code, err } = await herodotus('explain', start)
    expect(code).toBe(2)
    expect(err).toContain(`is the beginning of ${alike.length} ids`)
    for (const id of alike) expect(err).toContain(`  ${id}  `)
  })
})

import { expect, test } from 'vitest'
import { codingFolder } from './coding-folder.js'
import { madeUpReport } from './made-up.js'
import { settingsFor } from './try-out.js'

const text = '🔥 Rebels shelled Ost on Monday. Police arrested a man there.'
const arrest = { trigger: 'arrested', kind: 'arrest', partOf: 1 } as const
const shelling = { trigger: 'shelled', kind: 'shelling', when: [['Monday', '2031-03-03']] } as const
const told = (name: string) => madeUpReport({ name, text }, [arrest, shelling])

async function filesOf(...names: readonly string[]): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  const source = { reports: () => names.map(told), async *occurrences() {} }
  for await (const { name, content } of codingFolder.write(source, settingsFor('range')))
    files[name] = (files[name] ?? '') + content
  return files
}

test('texts stand in one file, and each coding in its own, events in order of the text', async () => {
  const files = await filesOf('a-1', 'b')
  expect(Object.keys(files)).toEqual(['reports.jsonl', 'codings/a-1.json', 'codings/b.json'])
  const rows = (files['reports.jsonl'] ?? '').trimEnd().split('\n')
  expect(rows.map(row => JSON.parse(row))).toEqual([
    { id: 'a-1', published: '2031-03-05', outlet: null, headline: null, text },
    expect.objectContaining({ id: 'b' }),
  ])
  const { report, events } = JSON.parse(files['codings/a-1.json'] ?? '')
  expect(report).toBe('a-1')
  expect(events).toMatchObject([
    { id: 'e1', kind: 'shelling', trigger: [{ start: 9, end: 16, exact: 'shelled' }], partOf: null },
    { id: 'e2', kind: 'arrest', partOf: 'e1' },
  ])
})

test('reports of one name, and names that no file may have, are kept apart', async () => {
  const files = await filesOf('A/b', 'A b', 'A/b')
  expect(Object.keys(files)).toHaveLength(4)
  expect(Object.keys(files).every(name => /^[a-z0-9/._-]+$/.test(name))).toBe(true)
  const ids = (files['reports.jsonl'] ?? '')
    .trimEnd()
    .split('\n')
    .map(row => JSON.parse(row).id)
  expect(new Set(ids).size).toBe(3)
})

test('a value that a reviewer set without words is left out, and told', async () => {
  const made = told('a')
  const events = made.events.map(event => ({
    ...event,
    when: event.when.map(time => ({ ...time, evidence: null })),
  }))
  const source = { reports: () => [{ ...made, events }], async *occurrences() {} }
  const settings = settingsFor('range')
  const files: string[] = []
  for await (const { content } of codingFolder.write(source, settings)) files.push(String(content))
  expect(JSON.parse(files[1] ?? '').events[0].when).toBeNull()
  expect(settings.gaps).toEqual([expect.objectContaining({ because: { 'when.0': expect.any(String) } })])
})

test('are not written without the words that they point at', async () => {
  const source = { reports: () => [told('a')], async *occurrences() {} }
  const files = codingFolder.write(source, settingsFor('range', { quotes: false }))
  await expect(async () => {
    for await (const _ of files);
  }).rejects.toThrow('without quotes')
})

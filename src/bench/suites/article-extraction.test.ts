import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadTools } from '../../load-tools.js'
import { articleExtraction } from './article-extraction.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herodotus-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const paragraphs = [
  'Shells fell on the mills of Vantry before dawn on Monday, and two millers were killed.',
  'The governor said that the Red Front had fired them from the hills across the river.',
  'Nobody in the hills could be reached, and the bridge to the town has been closed since.',
]
const page = `<html><body><nav><a href="/">Home</a> <a href="/war">War</a></nav><article><h1>Two killed at the mills</h1>
  ${paragraphs.map(text => `<p>${text}</p>`).join('')}</article><footer>All rights reserved</footer></body></html>`

test('a page that is read whole scores 100, gzipped or not, and one without an article is read empty', async () => {
  writeFileSync(join(folder, 'a.html'), page)
  writeFileSync(join(folder, 'b.html.gz'), gzipSync(page))
  writeFileSync(join(folder, 'c.html'), '<nav><a href="/">Home</a></nav>')
  const rows = ['a.html', 'b.html.gz', 'c.html'].map(html => ({
    id: html,
    url: `https://paper.example/${html}`,
    html,
    articleBody: paragraphs.join('\n\n'),
  }))
  const run = async (some: typeof rows): Promise<{ value: unknown; notes: string[] }> => {
    writeFileSync(join(folder, 'dev.jsonl'), some.map(row => JSON.stringify(row)).join('\n'))
    const notes: string[] = []
    const file = { name: 'dev.jsonl', path: join(folder, 'dev.jsonl'), split: 'dev' }
    const bench = {
      tools: await loadTools(),
      limit: 9,
      progress: () => {},
      note: (said: string) => notes.push(said),
    }
    const [measure] = await articleExtraction.run(file, bench)
    return { value: measure, notes }
  }
  expect((await run(rows.slice(0, 2))).value).toMatchObject({ value: 100, p: 100, r: 100, n: 2 })
  const { value, notes } = await run(rows)
  expect(value).toMatchObject({ p: 100, n: 3 })
  expect(notes).toHaveLength(1)
})

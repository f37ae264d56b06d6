// Writes what train.py learns from: words as the program cuts them, what its lexicon says of them, and the labels.
//   npx tsx training/prepare.ts DATA WORK TOKENIZER
// DATA holds corpus/ and bench/; WORK the coded texts that restore.py restored, coded/train and coded/held; TOKENIZER is the
// encoder's tokenizer.json. WORK/prepared gets coded.jsonl, held.jsonl and a file a public set; what is there is left.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { loadTools } from '../src/load-tools.js'
import { exampleOf, type Row, reading } from './prepare/as-read.js'
import { Coding, codedExample } from './prepare/coded.js'
import { sharesText } from './prepare/overlap.js'
import { type PublicSet, publicSets } from './prepare/public-sets.js'

const [data, work, tokenizer] = process.argv.slice(2)
if (!data || !work || !tokenizer) throw new Error('usage: npx tsx training/prepare.ts DATA WORK TOKENIZER')

/** Reports, and a folder of codings of some of them. */
type Source = readonly [reports: string, codings: string]
const corpus = join(data, 'corpus/reports.jsonl')
const written = fileURLToPath(new URL('./written/', import.meta.url))
const restored = (use: string): Source => [
  join(work, `coded/${use}/reports.jsonl`),
  join(work, `coded/${use}/codings`),
]
const learned: readonly Source[] = [
  [corpus, join(data, 'corpus/codings/train')],
  restored('train'),
  [join(written, 'reports.jsonl'), join(written, 'codings')],
]
const held: readonly Source[] = [[corpus, join(data, 'corpus/codings/dev')], restored('held')]

const TextRow = z.looseObject({ id: z.coerce.string(), text: z.string() })
const ReportRow = z.object({
  id: z.string(),
  text: z.string(),
  published: z.string().nullish(),
  outlet: z.string().nullish(),
  headline: z.string().nullish(),
})

const read = reading(tokenizer, await loadTools({ reader: 'lexicon' }))
const linesOf = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

function codings([reports, folder]: Source): { readonly row: Row; readonly coding: Coding }[] {
  const rows = new Map(
    linesOf(reports)
      .map(line => ReportRow.parse(line))
      .map(row => [row.id, row]),
  )
  return readdirSync(folder)
    .sort()
    .map(name => Coding.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .map(coding => {
      const row = rows.get(coding.report)
      if (!row)
        throw new Error(`${folder}: codes ${coding.report}, which is none of the reports of ${reports}`)
      return { row, coding }
    })
}

async function examplesOf(sources: readonly Source[]): Promise<object[]> {
  const examples: object[] = []
  for (const { row, coding } of sources.flatMap(codings)) {
    const text = await read(row)
    examples.push({ ...exampleOf(row.id, text), ...codedExample(coding, text) })
  }
  return examples
}

/** The texts of a set that are learned from; none that holds a report which is held out, whatever it labels in it. */
async function examplesOfSet(set: PublicSet, kept: readonly string[]): Promise<object[]> {
  const examples: object[] = []
  for (const line of linesOf(join(data ?? '', 'bench', set.name, 'train.jsonl'))) {
    if (examples.length === set.most) break
    const { id, text } = TextRow.parse(line)
    if (kept.some(report => sharesText(report, text))) continue
    const seen = await read({ id, text })
    if (seen.body.length !== text.length) continue // its offsets are into another text
    const labels = set.labels(line, seen.at)
    if (labels) examples.push({ ...exampleOf(id, seen), ...labels })
  }
  return examples
}

/** Whole or not at all, as it may be cut off. */
async function write(name: string, examples: () => Promise<object[]>): Promise<void> {
  const path = join(work ?? '', 'prepared', `${name}.jsonl`)
  if (existsSync(path)) return
  const found = await examples()
  writeFileSync(`${path}.part`, found.map(example => `${JSON.stringify(example)}\n`).join(''))
  renameSync(`${path}.part`, path)
  console.error(`${name}: ${found.length} texts`)
}

mkdirSync(join(work, 'prepared'), { recursive: true })
await write('coded', () => examplesOf(learned))
await write('held', () => examplesOf(held))
const kept = held.flatMap(codings).map(({ row }) => row.text)
for (const set of publicSets) await write(set.name, () => examplesOfSet(set, kept))

// Prints the most frequent kinds of mistake in what is read of coded reports, by the step that made them: the table of
// docs/quality.md.
//   npx tsx tools/error-kinds.ts [--data DIR] [--split dev] [--rows 50] [--reader NAME]
// DIR as docs/bench.md tells (else HERODOTUS_DATA, else ../shared), NAME as `herodotus bench --reader` takes it.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { codingFolders, openData, parsed } from '../src/bench/data.js'
import { readOrNothing } from '../src/bench/read-parts.js'
import { CodingFile } from '../src/bench/scorers/record/coding.js'
import type { Mistake } from '../src/bench/scorers/record/mistake.js'
import { mistakesOf } from '../src/bench/scorers/record/mistakes.js'
import { codedEvents, corpusReports } from '../src/bench/suites/record.js'
import { loadTools } from '../src/load-tools.js'

const { values: given } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.HERODOTUS_DATA ?? '../shared' },
    split: { type: 'string', default: 'dev' },
    rows: { type: 'string', default: '50' },
    reader: { type: 'string' },
  },
})
const { data: dir, split, rows, reader } = given
const folder = codingFolders(openData(dir)).find(one => one.split === split)
if (!folder) throw new Error(`no codings of the split ${split} in ${dir}`)
const reports = new Map(
  corpusReports(join(dirname(dirname(folder.path)), 'reports.jsonl')).map(report => [report.name, report]),
)
const tools = await loadTools({ reader })

const mistakes: Mistake[] = []
for (const name of readdirSync(folder.path).sort()) {
  const coding = parsed(readFileSync(join(folder.path, name), 'utf8'), CodingFile, name)
  const report = reports.get(coding.report)
  if (!report) throw new Error(`${name}: codes ${coding.report}, which is none of the reports`)
  const parts = await readOrNothing(report, tools, console.error)
  mistakes.push(...mistakesOf(coding.events, codedEvents(parts), parts))
}

const counted = (key: (mistake: Mistake) => string): [string, number][] => {
  const counts = new Map<string, number>()
  for (const mistake of mistakes) counts.set(key(mistake), (counts.get(key(mistake)) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
}

console.log(`${mistakes.length} mistakes, ${tools.versions.reader}, codings/${split}\n`)
console.log('| n | slot | what happened | step |\n| --- | --- | --- | --- |')
for (const [kind, n] of counted(({ slot, what, step }) => `${slot} | ${what} | ${step}`).slice(
  0,
  Number(rows),
)) {
  console.log(`| ${n} | ${kind} |`)
}
console.log('\n| n | step |\n| --- | --- |')
for (const [step, n] of counted(mistake => mistake.step)) console.log(`| ${n} | ${step} |`)

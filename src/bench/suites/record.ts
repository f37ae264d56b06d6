import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { toCoding } from '../../export/coding.js'
import { codingFolders, parsed, readRows } from '../data.js'
import { f1Measure, type Measure } from '../measure.js'
import { type BenchText, type Parts, readOrNothing } from '../read-parts.js'
import { CodedEvent, CodingFile } from '../scorers/record/coding.js'
import {
  addRecordTallies,
  type RecordTally,
  recordTally,
  scoreReport,
  slotNames,
} from '../scorers/record/score-report.js'
import type { Suite } from '../suite.js'

const ReportRow = z
  .object({
    id: z.string(),
    text: z.string(),
    published: z.string().nullable(),
    outlet: z.string().nullable(),
    headline: z.string().nullable(),
  })
  .transform(({ id, ...rest }): BenchText => ({ name: id, ...rest }))

/** The corpus's reports, in its order. */
export function corpusReports(path: string): BenchText[] {
  return readRows({ path }, ReportRow)
}

/** What was read of a report, as the codebook's scorer takes it. */
export function codedEvents({ report, events }: Pick<Parts, 'report' | 'events'>): CodedEvent[] {
  return z.array(CodedEvent).parse(toCoding(report, events, 'herodotus').events)
}

export function scoreRecord(tallies: readonly RecordTally[]): Measure[] {
  const total = addRecordTallies(tallies)
  return [
    f1Measure('record F1', recordTally(total), 'two coders 89.5 (train and dev)'),
    ...slotNames.map(slot => f1Measure(`${slot} F1`, total[slot], between[slot] ?? null)),
  ]
}

// The corpus's README: two coders on 14 reports, before adjudication; machine coders, so an upper bound.
const between: Readonly<Record<string, string>> = {
  event: 'two coders 93',
  kind: 'two coders 93',
  status: 'two coders 92',
  when: 'two coders 97',
  where: 'two coders 92',
  initiators: 'two coders 91',
  targets: 'two coders 89',
  harm: 'two coders 93',
  said: 'two coders 79',
  means: 'two coders 76',
}

export const record: Suite = {
  name: 'record',
  measures: 'the whole record of a report, by the codebook',
  files: codingFolders,
  async run(file, bench) {
    const reports = new Map(
      corpusReports(join(dirname(dirname(file.path)), 'reports.jsonl')).map(report => [report.name, report]),
    )
    const names = readdirSync(file.path)
      .filter(name => name.endsWith('.json'))
      .sort()
      .slice(0, bench.limit)
    const tallies: RecordTally[] = []
    for (const [i, name] of names.entries()) {
      bench.progress(i, names.length)
      const path = join(file.path, name)
      const gold = parsed(readFileSync(path, 'utf8'), CodingFile, path)
      const report = reports.get(gold.report)
      if (!report) throw new Error(`${path}: codes ${gold.report}, which is none of the reports`)
      const parts = await readOrNothing(report, bench.tools, bench.note)
      tallies.push(scoreReport(report.text, gold.events, codedEvents(parts)))
    }
    return scoreRecord(tallies)
  },
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { measure, noMeasure } from '../measure.js'
import { readOrNothing, stageNames } from '../read-parts.js'
import type { Suite } from '../suite.js'
import { corpusReports } from './record.js'

/** What reading costs. Its numbers are the machine's and differ from run to run; all others of the battery do not. */
export const speed: Suite = {
  name: 'speed',
  measures: 'reports a second, milliseconds a stage, peak memory, size of the model',
  files({ corpus }) {
    const path = corpus && join(corpus, 'reports.jsonl')
    return path && existsSync(path) ? [{ name: 'reports.jsonl', path, split: null }] : []
  },
  async run(file, bench) {
    const reports = corpusReports(file.path).slice(0, bench.limit)
    let mentions = 0
    const took = Object.fromEntries(stageNames.map(stage => [stage, 0]))
    // A first pass is not timed: tables are loaded and the engine compiles in it, once for any number of reports.
    for (const report of reports) await readOrNothing(report, bench.tools, bench.note)
    for (const [i, report] of reports.entries()) {
      bench.progress(i, reports.length)
      const parts = await readOrNothing(report, bench.tools, () => {})
      mentions += parts.labels.mentions.length
      for (const stage of stageNames) took[stage] = (took[stage] ?? 0) + parts.took[stage]
    }
    const n = reports.length
    const total = stageNames.reduce((sum, stage) => sum + (took[stage] ?? 0), 0)
    return [
      measure('reports a second', total ? (1000 * n) / total : 0, n, { unit: 'reports/s' }),
      ...stageNames.map(stage =>
        measure(`${stage}, a report`, n ? (took[stage] ?? 0) / n : 0, n, { unit: 'ms' }),
      ),
      measure('mentions a second, resolve', took.resolve ? (1000 * mentions) / took.resolve : 0, mentions, {
        unit: 'mentions/s',
      }),
      // Of the whole battery up to here; run the suite alone to have its own.
      measure('peak memory', process.resourceUsage().maxRSS / 1024, n, { unit: 'MB' }),
      bench.tools.reader.modelBytes === undefined
        ? noMeasure('size of the model', 'none', n)
        : measure('size of the model', bench.tools.reader.modelBytes / 1e6, n, { unit: 'MB' }),
    ]
  },
}

import { InputFault } from '../model/input-fault.js'
import type { Tools } from '../read-report.js'
import { chooseFiles, openData } from './data.js'
import { type BenchRow, noMeasure } from './measure.js'
import { suites } from './suites.js'

/** What to run, and where to tell of it. */
export interface BenchOptions {
  readonly tools: Tools
  /** Names of suites; all where none is named. */
  readonly only?: readonly string[]
  /** A split (`dev`, `test`), or `all`; without it, all files but those to train on. */
  readonly split?: string
  /** Rows of a file to read at most. */
  readonly limit?: number
  /** Where the work stands, for a person who waits. */
  readonly progress?: (line: string) => void
  /** What was left out, and why. */
  readonly note?: (message: string) => void
}

/** The names that `only` can hold. */
export const suiteNames: readonly string[] = suites.map(({ name }) => name)

/**
 * Runs the battery over the benchmarks that a folder holds, row by row as the numbers come. A benchmark that is not
 * there is left out with a note; one that fails gives a row that says so, and the rest goes on.
 * @throws InputFault where there is no such folder, or no such suite.
 */
export async function* runBench(dataDir: string, options: BenchOptions): AsyncGenerator<BenchRow> {
  const { tools, only = [], split = null, limit = Number.POSITIVE_INFINITY } = options
  const unknown = only.find(name => !suiteNames.includes(name))
  if (unknown !== undefined) {
    const help = `there are: ${suiteNames.join(', ')}`
    throw new InputFault({ code: 'no-such-suite', source: unknown, message: 'no such suite', help })
  }
  const data = openData(dataDir)
  const note = options.note ?? (() => {})
  for (const suite of suites.filter(({ name }) => !only.length || only.includes(name))) {
    const files = chooseFiles(suite.files(data), split)
    if (!files.length) note(`${suite.name}: left out, no file of it in ${dataDir}`)
    for (const file of files) {
      const progress = (done: number, of: number): void =>
        options.progress?.(`${suite.name} ${file.name}: ${done} of ${of}`)
      const from = { suite: suite.name, file: file.name }
      try {
        for (const row of await suite.run(file, { tools, limit, progress, note })) yield { ...from, ...row }
      } catch (fault) {
        note(`${suite.name} ${file.name}: ${fault instanceof Error ? fault.message : String(fault)}`)
        yield { ...from, ...noMeasure('all', 'failed', 0) }
      }
    }
  }
}

import type { z } from 'zod'
import type { Tools } from '../read-report.js'
import { type DataFile, type DataFolder, jsonlFiles, readRows } from './data.js'
import type { Measure } from './measure.js'
import { type BenchText, type Parts, readOrNothing } from './read-parts.js'

/** What a suite is given to run with. */
export interface Bench {
  readonly tools: Tools
  /** Rows of a file to read at most, from its start. */
  readonly limit: number
  progress(done: number, of: number): void
  /** Tells of a row that could not be read; it counts as read empty. */
  note(message: string): void
}

/** One benchmark. */
export interface Suite {
  readonly name: string
  /** What of the record it measures. */
  readonly measures: string
  /** The files of it that are there. */
  files(data: DataFolder): readonly DataFile[]
  run(file: DataFile, bench: Bench): Promise<readonly Measure[]>
}

interface TextSuite<Row, Item> {
  readonly name: string
  readonly measures: string
  readonly row: z.ZodType<Row>
  text(row: Row): BenchText
  /** What is scored of one row: its gold beside what was read. */
  answer(row: Row, parts: Parts, tools: Tools): Item
  score(items: readonly Item[]): readonly Measure[]
}

/** A benchmark of texts that the core path reads one by one. */
export function textSuite<Row, Item>(of: TextSuite<Row, Item>): Suite {
  return {
    name: of.name,
    measures: of.measures,
    files: data => jsonlFiles(data, of.name),
    async run(file, bench) {
      const rows = readRows(file, of.row).slice(0, bench.limit)
      const items: Item[] = []
      for (const [i, row] of rows.entries()) {
        bench.progress(i, rows.length)
        const parts = await readOrNothing(of.text(row), bench.tools, bench.note)
        items.push(of.answer(row, parts, bench.tools))
      }
      return of.score(items)
    },
  }
}

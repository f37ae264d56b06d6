/** The quality battery: what the program reads, measured on coded reports and public benchmarks (docs/bench.md). */
export type { BenchRow } from './measure.js'
export { type BenchOptions, runBench, suiteNames } from './run.js'
export { renderJson, renderTable } from './table.js'

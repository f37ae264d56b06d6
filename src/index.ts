/** Herodotus as a library: one report in, its record out; and the store that keeps it. */
export { type Coding, toCoding } from './export/coding.js'
export { type LoadedTools, loadTools, type Own } from './load-tools.js'
export * from './model/index.js'
export type { ActorRegistry, Gazetteer, Reader, Store } from './ports.js'
export { readReport, type Tools } from './read-report.js'
export { type ReaderChoice, ReaderError } from './reader/index.js'
export { openStore, StoreError } from './store/index.js'

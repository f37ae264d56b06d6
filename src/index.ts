/** Herodotus as a library: one report in, its record out; and the store that keeps it. */
export { Explanation, explain, fieldsOf } from './explain/index.js'
export { type Coding, toCoding } from './export/coding.js'
export type { Format, FormatSettings, Gap, Occurrence, Source } from './export/format.js'
export { formatOf, formats } from './export/formats.js'
export { type Policy, type PolicyName, policyNames, policyOf } from './export/policies.js'
export { defaultSettings as defaultExportSettings } from './export/told.js'
export { type LoadedTools, loadTools, type Own } from './load-tools.js'
export * from './model/index.js'
export { openRecord } from './open-record.js'
export type {
  ActorRegistry,
  EventFilter,
  EventPage,
  EventSort,
  Gazetteer,
  LogLine,
  PageOptions,
  Reader,
  Store,
  StoredEvent,
} from './ports.js'
export { readReport, type Tools } from './read-report.js'
export { type ReaderChoice, ReaderError } from './reader/index.js'
export { ruleMeaning } from './rule-meanings.js'
export { type OpenOptions, StoreError } from './store/index.js'

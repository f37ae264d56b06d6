import type { Diagnostic } from '../model/diagnostic.js'
import type { Publication } from '../model/report.js'
import type { GazetteerPlace } from '../model/values.js'
import type { DraftEvent } from './reading.js'
import type { Fault } from './rejection.js'
import type { RowText } from './row-text.js'

/** Places by name, as the gazetteer has them. */
export type PlacesNamed = (name: string) => readonly GazetteerPlace[]

/** A row as a report of its own: what it is called, when its source put it out, and the event that it tells. */
export interface TakenRow {
  readonly name: string
  readonly published: Publication | null
  readonly event: DraftEvent
  readonly notes: readonly Diagnostic[]
}

/** A data set whose rows are claims of whoever publishes it. */
export interface TableImport {
  /** As `basis.by` names it. */
  readonly name: `import:${string}`
  readonly version: number
  /** Who says so, where nobody else is named. */
  readonly source: string
  /** Columns that are sentences. */
  readonly prose: readonly string[]
  /** Columns without which no row can be taken. */
  readonly needed: readonly string[]
  /** What the row tells, or all that is wrong with it. */
  row(row: RowText, places: PlacesNamed): TakenRow | { readonly faults: readonly Fault[] }
}

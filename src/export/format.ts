import type { Decided, ReviewId } from '../model/recorded.js'
import type { Cell } from './cells.js'
import type { RowChecker } from './check/row-checker.js'
import type { Policy, PolicyName } from './policies.js'
import type { ExportSettings, ToldReport, ToldReports } from './told.js'

/** What several reports tell of one occurrence, or what one does; a report may tell it more than once. */
export type Occurrence = readonly [Telling, ...Telling[]]

/** One event of a report. */
export interface Telling {
  readonly event: ToldReport['events'][number]
  readonly report: ToldReport['report']
  readonly capture: ToldReport['capture']
}

/** What goes out, in whichever way a format goes through it; each is a stream that begins anew when it is asked for. */
export interface Source {
  reports(): ToldReports
  /** In order of time, undated ones last. */
  occurrences(): AsyncIterable<Occurrence>
}

/** A decision of a person on an event or a value that a row was made from. */
export interface RowDecision {
  /** The event, or the value as `event:…#harm.0`. */
  readonly on: string
  /** Null where people disagree and nobody has decided between them. */
  readonly decided: Decided | null
  /** The decisions that clash, where any do. */
  readonly contested?: readonly ReviewId[]
}

/** Something that an export does not hold, though it is in the record. */
export type Gap =
  /** Cells of a row that could not be filled, with the reason for each. */
  | { readonly kind: 'cells'; readonly row: string; readonly because: Readonly<Record<string, string>> }
  /** An event that the format has no row for. */
  | { readonly kind: 'event'; readonly event: string; readonly because: string }
  /** A value that the format has no place for. */
  | { readonly kind: 'value'; readonly value: string; readonly because: string }
  /** What people decided of what a row was made from, of a format that has no column for it. */
  | { readonly kind: 'reviewed'; readonly row: string; readonly decisions: readonly RowDecision[] }
  /** Values that hold no name, since it was to be left out. */
  | {
      readonly kind: 'redacted'
      readonly report: string
      readonly pseudonym: string
      readonly values: readonly string[]
      readonly because: string
    }

export interface FormatSettings extends ExportSettings {
  /** Byte order mark, CRLF, and text cells that no spreadsheet takes for a formula; of no effect but on CSV. */
  readonly excel: boolean
  /** How values that disagree become one; of no effect on formats that keep them all. */
  readonly policy: Policy
  /** The name of a first-level division by its country (alpha-2) and its code there; null where no gazetteer has it. */
  readonly division: (country: string, code: string) => string | null
  /** Told of each gap while the export is written. */
  readonly gap: (gap: Gap) => void
}

interface Described {
  /** As `--format` names it. */
  readonly name: string
  readonly what: string
  /** The page that tells the rule of every cell. */
  readonly page: string
  readonly cells: readonly Cell[]
  /** The policy that the format's own codebook has; null where the format keeps all that is told. */
  readonly policy: PolicyName | null
  readonly check: Checkable | null
}

/** How a file of a format is checked, and known by sight. */
export interface Checkable {
  /** What a row is: of a table, a line of JSON, an item of the list under a key in a JSON file, a document of a brat folder. */
  readonly rows: 'csv' | 'jsonl' | 'parquet' | 'brat' | { readonly key: string }
  /** Columns or keys that a file of the format has, and no other format all of; of JSON, words in its first kilobytes. */
  readonly marks: readonly string[]
  /** Begins a check of one file. */
  checker(): RowChecker
}

export interface FileFormat extends Described {
  readonly kind: 'file'
  /** The usual extension, without the dot. */
  readonly extension: string
  write(source: Source, settings: FormatSettings): AsyncIterable<string | Uint8Array>
}

/** A file of a folder by its name there, or a piece of one to which later pieces of the same name are added (`goesOn`). */
export interface FolderFile {
  readonly name: string
  readonly content: string | Uint8Array
  readonly goesOn?: true
}

/** A format that is many files: their names are relative to the folder. */
export interface FolderFormat extends Described {
  readonly kind: 'folder'
  write(source: Source, settings: FormatSettings): AsyncIterable<FolderFile>
}

export type Format = FileFormat | FolderFormat

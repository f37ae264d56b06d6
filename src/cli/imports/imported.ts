import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportedReport } from '../../import/reading.js'
import type { Rejection } from '../../import/rejection.js'
import type { PlacesNamed } from '../../import/table.js'
import type { Reading, Versions } from '../../model/reading.js'
import type { Clock, KeptReport } from '../../ports.js'

/** What comes of an input: a reading to be kept, or what was not taken. */
export type Imported =
  | {
      readonly snapshot: ImportedReport['snapshot']
      readonly reading: Reading
      /** Whether the record has the report already, so that this becomes its newest reading. */
      readonly known: boolean
    }
  | Rejection

/** What an import is told and can ask. */
export interface Importing {
  /** The outlet of rows; null is the data set's own name. */
  readonly source: string | null
  readonly places: PlacesNamed
  readonly clock: Clock
  /** Of all but the reader. */
  readonly versions: Omit<Versions, 'reader'>
  /** Reports of a name that the record has. */
  readonly kept: (name: string) => Promise<readonly KeptReport[]>
}

/** A rejection of a whole file, or of a line of it. */
export const rejected = (
  file: string,
  line: number | null,
  about: Partial<Rejection> & Pick<Rejection, 'message' | 'help'>,
): Rejection => ({ file, line, report: null, event: null, field: null, ...about })

/** The files that some paths name, folders and what is in them in order of names; what is not there comes as a rejection. */
export function filesIn(paths: readonly string[], ending: RegExp): (string | Rejection)[] {
  return paths.flatMap((path): (string | Rejection)[] => {
    try {
      if (!statSync(path).isDirectory()) return [path]
      const entries = readdirSync(path, { recursive: true, withFileTypes: true })
      const found = entries
        .filter(entry => entry.isFile() && ending.test(entry.name))
        .map(entry => join(entry.parentPath, entry.name))
        .sort()
      if (found.length > 0) return found
      return [
        rejected(path, null, { message: 'there is nothing to import in this folder', help: whatIsSought }),
      ]
    } catch (error) {
      return [unreadable(path, error)]
    }
  })
}

const whatIsSought =
  'codings are .json and .jsonl files, brat keeps .ann beside .txt; name a table by its own path'

/** @throws what is no fault of the file system */
export function unreadable(file: string, error: unknown): Rejection {
  const code = (error as NodeJS.ErrnoException).code
  if (typeof code !== 'string') throw error
  const message = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`
  return rejected(file, null, { message, help: 'check the path, and that you may read it' })
}

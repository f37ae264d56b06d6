import { StoreError, type StoreErrorCode } from './store-error.js'

interface Explanation {
  readonly code: StoreErrorCode
  /** Follows the file's name. */
  readonly found: string
  readonly help: string
}

/** By the beginning of SQLite's result code (https://sqlite.org/rescode.html); the first that fits. */
const explanations: readonly (readonly [prefix: string, Explanation])[] = [
  [
    'SQLITE_BUSY',
    {
      code: 'locked',
      found: 'is locked: another program is writing to it',
      help: 'wait until it is done (another herodotus read?), then run this again; nothing was lost',
    },
  ],
  [
    'SQLITE_READONLY',
    {
      code: 'read-only',
      found: 'cannot be written: the file or its folder is read-only',
      help: 'make both writable, or copy the database to a folder that is (SQLite keeps files beside it even to read)',
    },
  ],
  [
    'SQLITE_FULL',
    {
      code: 'disk-full',
      found: 'cannot grow: the disk is full',
      help: 'free some space, then run this again; what was kept before is there',
    },
  ],
  [
    'SQLITE_IOERR',
    {
      code: 'disk-fault',
      found: 'cannot be read or written: the disk reports a fault',
      help: 'check the disk and its free space; copy the database elsewhere before going on',
    },
  ],
  [
    'SQLITE_NOTADB',
    {
      code: 'not-a-database',
      found: 'is not a database',
      help: 'give another file with --db; this one was not touched',
    },
  ],
  [
    'SQLITE_CORRUPT',
    {
      code: 'damaged',
      found: 'is damaged: its structure does not hold together',
      help: 'restore it from a copy, or read the reports again into a new one',
    },
  ],
  [
    'SQLITE_CANTOPEN',
    {
      code: 'cannot-open',
      found: 'cannot be opened, or the files that SQLite keeps beside it cannot',
      help: 'check that you may read and write the file and its folder, or give another with --db',
    },
  ],
]

/** A StoreError for what SQLite reports of a file and a person can do something about; any other error as it is. */
export function sqliteError(error: unknown, file: string): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  const sqliteCode = String(error.code)
  const explanation = explanations.find(([prefix]) => sqliteCode.startsWith(prefix))?.[1]
  if (!explanation) return error
  const { code, found, help } = explanation
  return new StoreError({ code, message: `${file} ${found}`, help, cause: error })
}

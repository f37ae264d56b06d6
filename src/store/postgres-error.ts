import { StoreError, type StoreErrorCode } from './store-error.js'

interface Explanation {
  readonly code: StoreErrorCode
  /** Follows the database's name. */
  readonly found: string
  readonly help: string
}

const unreachable: Explanation = {
  code: 'unreachable',
  found: 'cannot be reached',
  help: 'check the address, and that the server runs and lets this machine in',
}
const lost: Explanation = {
  code: 'connection-lost',
  found: 'went away in the middle',
  help: 'run this again when the server is back; what was not acknowledged was not kept, or will be found as kept already',
}
const denied: Explanation = {
  code: 'access-denied',
  found: 'does not let this user in, or not do this',
  help: 'check the user and the password; to write, the user must own the tables, or the schema must be theirs',
}

/**
 * By the beginning of the SQLSTATE (https://www.postgresql.org/docs/15/errcodes-appendix.html) or by the system's own
 * code; the first that fits.
 */
const explanations: readonly (readonly [codes: readonly string[], Explanation])[] = [
  [
    [
      'ECONNREFUSED',
      'ENOTFOUND',
      'EAI_AGAIN',
      'ENOENT',
      'EHOSTUNREACH',
      'ENETUNREACH',
      'EACCES',
      '57P03',
      '53300',
    ],
    unreachable,
  ],
  [['28', '42501'], denied],
  [
    ['3D000'],
    {
      code: 'file-missing',
      found: 'is not there: the server has no such database',
      help: 'make it with createdb, or give another address',
    },
  ],
  [['ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P', '08'], lost],
  [
    ['55P03', '40P01', '40001'],
    {
      code: 'locked',
      found: 'is locked: another program is writing to it',
      help: 'wait until it is done, then run this again; nothing was lost',
    },
  ],
  [
    ['25006'],
    {
      code: 'read-only',
      found: 'cannot be written: it was opened to be read, or is a copy that follows another server',
      help: 'give the address of the server that takes writes',
    },
  ],
  [
    ['53100', '53200'],
    {
      code: 'disk-full',
      found: 'cannot grow: its server has no room left',
      help: 'free some space there, then run this again; what was kept before is there',
    },
  ],
  [
    ['58'],
    {
      code: 'disk-fault',
      found: 'cannot be read or written: its server reports a fault of the system',
      help: 'look into the server’s log',
    },
  ],
  [
    ['XX001', 'XX002'],
    {
      code: 'damaged',
      found: 'is damaged: its files do not hold together',
      help: 'restore it from a copy, or read the reports again into a new one',
    },
  ],
]

/** What `pg` says in words alone, of a connection that ended or never came to be. */
const inWords: readonly (readonly [RegExp, Explanation])[] = [
  [/timeout exceeded when trying to connect|timeout expired/i, unreachable],
  [/connection terminated|connection ended|not queryable|connection has been discarded/i, lost],
  [/password must be a string|client password/i, denied],
]

/**
 * A StoreError for what PostgreSQL reports of a database and a person can do something about; any other error as it is.
 * @param name what messages call the database
 */
export function postgresError(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error
  const explanation = explain(error)
  if (!explanation) return error
  const { code, found, help } = explanation
  return new StoreError({ code, message: `${name} ${found}`, help, cause: error })
}

function explain(error: Error): Explanation | undefined {
  // A name with several addresses fails with the errors of all of them.
  if (error instanceof AggregateError) return error.errors.filter(one => one instanceof Error).map(explain)[0]
  const told = 'code' in error ? String(error.code) : ''
  const byCode = told && explanations.find(([codes]) => codes.some(code => told.startsWith(code)))?.[1]
  return byCode || inWords.find(([words]) => words.test(error.message))?.[1]
}

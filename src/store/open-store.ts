import { userInfo } from 'node:os'
import type { Clock, ReviewRules, Store } from '../ports.js'
import { databaseName, isPostgres } from './database-name.js'
import { openPostgres } from './postgres.js'
import { requirePublished } from './published-by.js'
import { type Custodian, SqlStore } from './sql-store.js'
import { openSqlite } from './sqlite.js'
import { StoreError } from './store-error.js'

export interface OpenOptions {
  /** `write`, the usual, makes the database where there is none; `read` makes and changes nothing. */
  readonly mode?: 'read' | 'write'
  /** How long to wait for another process that is writing, in milliseconds; 10,000 if not given. */
  readonly busyTimeout?: number
  /** Whom the log of custody names; the system's user if not given. */
  readonly who?: string
  /** What the log of custody takes the time from; the machine's clock if not given. */
  readonly clock?: Clock
}

export interface StoreOptions extends OpenOptions {
  /** How decisions make the record. */
  readonly rules: ReviewRules
}

/**
 * Opens the record kept in an SQLite file, or in the PostgreSQL database of an address (`postgres://…`). `:memory:` is a
 * record that is not kept.
 * @throws StoreError where it cannot be opened as asked; its message and help are made to be shown.
 */
export async function openStore(database: string, options: StoreOptions): Promise<Store> {
  const { mode = 'write', busyTimeout = 10_000 } = options
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(database) && !isPostgres(database)) throw otherEngine(database)
  const open = isPostgres(database) ? openPostgres : openSqlite
  const engine = await open(database, { mode, busyTimeout })
  try {
    await requirePublished(engine, options.rules, mode, databaseName(database))
  } catch (error) {
    await engine.db.destroy()
    throw error
  }
  return new SqlStore(engine, options.rules, custodian(options))
}

/** Whom and when the log names, as asked or as the machine has it. */
export function custodian({ who, clock }: OpenOptions): Custodian {
  return { who: who ?? systemUser(), clock: clock ?? { now: () => new Date().toISOString() } }
}

function otherEngine(address: string): StoreError {
  return new StoreError({
    code: 'unsupported-engine',
    message: `${address.replace(/:\/\/.*/s, '://…')} is neither an SQLite file nor a PostgreSQL database`,
    help: 'give the path of a file, such as herodotus.db, or an address such as postgres://me@localhost/herodotus',
  })
}

/** A container may run under a number that has no name. */
function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`
  }
}

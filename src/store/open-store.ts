import type { Store } from '../ports.js'
import { SqlStore } from './sql-store.js'
import { openSqlite } from './sqlite.js'
import { StoreError } from './store-error.js'

export interface OpenOptions {
  /** `write`, the usual, makes the database where there is none; `read` makes and changes nothing. */
  readonly mode?: 'read' | 'write'
  /** How long to wait for another process that is writing, in milliseconds; 10,000 if not given. */
  readonly busyTimeout?: number
}

/**
 * Opens the record kept in an SQLite file. `:memory:` is a record that is not kept.
 * @throws StoreError where it cannot be opened as asked; its message and help are made to be shown.
 */
export async function openStore(url: string, options: OpenOptions = {}): Promise<Store> {
  if (/^postgres(ql)?:/i.test(url)) {
    throw new StoreError({
      code: 'unsupported-engine',
      message: 'PostgreSQL is not supported by this version; what works today is an SQLite file',
      help: 'give the path of a file, such as herodotus.db',
    })
  }
  const engine = await openSqlite(url, {
    mode: options.mode ?? 'write',
    busyTimeout: options.busyTimeout ?? 10_000,
  })
  return new SqlStore(engine)
}

import { dirname, resolve } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  sql,
} from 'kysely'
import type { Engine } from './engine.js'
import { sqliteDdl } from './migrations/ddl.js'
import { type Dialects, migrate, notHerodotus, pendingMigrations } from './migrations/index.js'
import { olderVersion } from './older-version.js'
import { sameFile, statOf } from './same-file.js'
import { sqliteError } from './sqlite-error.js'
import { StoreError } from './store-error.js'
import type { Tables } from './tables.js'
import { sqliteTerms } from './term-index.js'

export const sqliteDialects: Dialects = { ddl: sqliteDdl, index: sqliteTerms }

export interface SqliteOptions {
  /** `read` makes and changes nothing. */
  readonly mode: 'read' | 'write'
  /** How long to wait for another process that is writing, in milliseconds. */
  readonly busyTimeout: number
}

/** An open file; `raw` is SQLite's own handle on it. */
export interface SqliteEngine extends Engine {
  readonly raw: SqliteDatabase.Database
}

/**
 * Opens a database file of this version's schema; `write` makes or upgrades it first. `:memory:` is one that is not kept.
 * @throws StoreError
 */
export async function openSqlite(path: string, options: SqliteOptions): Promise<SqliteEngine> {
  const file = path === ':memory:' ? path : resolve(path)
  if (file !== ':memory:') requireFile(file, options.mode)
  const raw = connect(file, options)
  const db = new Kysely<Tables>({ dialect: new Dialect({ database: raw }) })
  try {
    const pending = await pendingMigrations(db, sqliteDialects, file)
    if (options.mode === 'write') {
      makeDurable(raw)
      if (pending !== 0) await migrate(db, sqliteDialects)
    } else requireCurrent(pending, file)
    return {
      db,
      raw,
      index: sqliteTerms,
      // A transaction that writes has the file's one lock from its beginning (see Driver).
      lock: async () => {},
      selfCheck: () => integrityCheck(db),
    }
  } catch (error) {
    await db.destroy()
    throw sqliteError(error, file)
  }
}

/** A reader can bring nothing up to date. */
function requireCurrent(pending: number | 'all', file: string): void {
  if (pending === 0) return
  if (pending === 'all') throw notHerodotus(file)
  throw olderVersion(file)
}

/** Says what SQLite itself would only call "unable to open database file". */
function requireFile(file: string, mode: SqliteOptions['mode']): void {
  const found = statOf(file)
  if (found?.isFile()) return
  if (found) {
    throw new StoreError({
      code: 'not-a-file',
      message: `${file} is ${found.isDirectory() ? 'a folder' : 'a device'}, not a database`,
      help: 'give a file with --db',
    })
  }
  const folder = dirname(file)
  if (!statOf(folder)?.isDirectory()) {
    throw new StoreError({
      code: 'folder-missing',
      message: `there is no folder ${folder} for the database ${file}`,
      help: 'make the folder, or give another file with --db',
    })
  }
  if (mode === 'read') {
    throw new StoreError({
      code: 'file-missing',
      message: `there is no database ${file}`,
      help: 'herodotus read FILE… makes one; or give another with --db',
    })
  }
}

function connect(file: string, { mode, busyTimeout }: SqliteOptions): SqliteDatabase.Database {
  try {
    const raw = new SqliteDatabase(file, { readonly: mode === 'read', timeout: busyTimeout })
    raw.pragma('foreign_keys = on')
    return raw
  } catch (error) {
    throw sqliteError(error, file)
  }
}

/**
 * Makes a commit last. With `synchronous = normal` it can be lost with the power, although not with the process: what
 * was acknowledged would be gone. `full` syncs each commit, and `fullfsync` makes macOS hand it to the disk itself.
 * The journal's mode is written into the file, so that only a file known to be ours may come here.
 */
function makeDurable(raw: SqliteDatabase.Database): void {
  raw.pragma('journal_mode = wal')
  raw.pragma('synchronous = full')
  raw.pragma('fullfsync = on')
}

async function integrityCheck(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  return rows.map(row => row.integrity_check).filter(found => found !== 'ok')
}

class Dialect extends SqliteDialect {
  readonly #raw: SqliteDatabase.Database

  constructor(config: SqliteDialectConfig & { database: SqliteDatabase.Database }) {
    super(config)
    this.#raw = config.database
  }

  override createDriver(): SqliteDriver {
    return new Driver(this.#raw)
  }

  override createAdapter(): SqliteAdapter {
    return new Adapter()
  }
}

/** SQLite can roll a schema change back; Kysely forgoes it for the sake of changes that need foreign keys off. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class Driver extends SqliteDriver {
  readonly #raw: SqliteDatabase.Database
  readonly #requireSameFile: () => void

  constructor(raw: SqliteDatabase.Database) {
    super({ database: raw })
    this.#raw = raw
    this.#requireSameFile = sameFile(raw.name)
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#requireSameFile()
    return new Connection(await super.acquireConnection(), this.#raw.name)
  }

  /** Takes the write lock at once: a transaction that reads first is refused it, without a wait, if another has written. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** What is committed must be where the next program looks for it. */
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    this.#requireSameFile()
    await super.commitTransaction(connection)
  }

  /** A full disk ends the transaction by itself; a second end would hide the first error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
}

/** Turns what SQLite says into what a person can act on, in one place for all queries. */
class Connection implements DatabaseConnection {
  readonly #inner: DatabaseConnection
  readonly #file: string

  constructor(inner: DatabaseConnection, file: string) {
    this.#inner = inner
    this.#file = file
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      return await this.#inner.executeQuery<R>(query)
    } catch (error) {
      throw sqliteError(error, this.#file)
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#inner.streamQuery<R>(query, chunkSize)
  }
}

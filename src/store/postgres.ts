import {
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  sql,
} from 'kysely'
import pg from 'pg'
import { databaseName } from './database-name.js'
import type { Engine } from './engine.js'
import { postgresDdl } from './migrations/ddl.js'
import { type Dialects, migrate, pendingMigrations } from './migrations/index.js'
import { olderVersion } from './older-version.js'
import { postgresError } from './postgres-error.js'
import { StoreError } from './store-error.js'
import type { Tables } from './tables.js'
import { postgresTerms } from './term-index.js'
import { withoutZeros, withZeros } from './zero-characters.js'

export interface PostgresOptions {
  /** `read` makes and changes nothing. */
  readonly mode: 'read' | 'write'
  /** How long to wait for another program that is writing, in milliseconds. */
  readonly busyTimeout: number
}

export const postgresDialects: Dialects = { ddl: postgresDdl, index: postgresTerms }

/** Of a program that does one thing after another: saving, and a list that is being read meanwhile. */
const connections = 4
/** How long to wait for a server to answer, in milliseconds. */
const patience = 10_000
const oldestServer = 150_000

/**
 * Opens the record in a PostgreSQL database, in the first schema of the connection's search path; `write` makes or
 * upgrades its tables first. A connection that is lost is made anew by the next query.
 * @throws StoreError
 */
export async function openPostgres(url: string, options: PostgresOptions): Promise<Engine> {
  const name = databaseName(url)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: connect(url, name, options) }) })
  try {
    await requireServer(db, name)
    const pending = await pendingMigrations(db, postgresDialects, name)
    if (options.mode === 'write') {
      if (pending !== 0) await migrate(db, postgresDialects)
    } else if (pending === 'all') throw nothingKept(name)
    else if (pending > 0) throw olderVersion(name)
    return {
      db,
      index: postgresTerms,
      // Two that append to the log at once would both follow the same line. Readers are not held up.
      lock: async tx => void (await sql`lock table log in share row exclusive mode`.execute(tx)),
      selfCheck: async () => [],
    }
  } catch (error) {
    await db.destroy()
    throw postgresError(error, name)
  }
}

async function requireServer(db: Kysely<Tables>, name: string): Promise<void> {
  const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(db)
  const version = Number(rows[0]?.server_version_num)
  if (version >= oldestServer) return
  throw new StoreError({
    code: 'unsupported-engine',
    message: `${name} is on PostgreSQL ${Math.floor(version / 10_000)}; 15 or later is needed`,
    help: 'upgrade the server, or keep the record in an SQLite file',
  })
}

function nothingKept(name: string): StoreError {
  return new StoreError({
    code: 'file-missing',
    message: `${name} holds no record yet`,
    help: 'herodotus read FILE… makes one; or give another with --db',
  })
}

/** Whole numbers of 64 bits (counts) as numbers: none here comes near 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
}

/** A pool whose every error says what a person can do. */
function connect(url: string, name: string, { mode, busyTimeout }: PostgresOptions): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patience,
    keepAlive: true,
    application_name: 'herodotus',
    types,
  })
  // A server that goes away is told to whoever next asks; without these, it would end the process at once.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  const settings = [
    `set lock_timeout = ${Math.max(1, Math.round(busyTimeout))}`,
    'set client_min_messages = warning',
    ...(mode === 'read' ? ['set default_transaction_read_only = on'] : []),
  ].join('; ')
  const known = new WeakMap<pg.PoolClient, Client>()
  return {
    end: () => pool.end(),
    connect: async () => {
      try {
        const client = await pool.connect()
        const ready = known.get(client)
        if (ready) return ready
        await client.query(settings).catch((error: unknown) => {
          client.release(true)
          throw error
        })
        const made = new Client(client, name)
        known.set(client, made)
        return made
      } catch (error) {
        throw postgresError(error, name)
      }
    },
  }
}

class Client implements PostgresPoolClient {
  readonly #inner: pg.PoolClient
  readonly #name: string

  constructor(inner: pg.PoolClient, name: string) {
    this.#inner = inner
    this.#name = name
  }

  query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query<R>(
    asked: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof asked !== 'string')
      throw new Error('invariant broken: lists are read in pages, not by cursors')
    return this.#run<R>(asked, parameters)
  }

  release(destroy?: boolean): void {
    this.#inner.release(destroy)
  }

  async #run<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    try {
      const { command, rowCount, rows } = await this.#inner.query<R & object>(
        text,
        parameters.map(withoutZeros),
      )
      return {
        command: command as PostgresQueryResult<R>['command'],
        rowCount: rowCount ?? 0,
        rows: rows?.map(withZeros) ?? [],
      }
    } catch (error) {
      throw postgresError(error, this.#name)
    }
  }
}

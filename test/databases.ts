import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, describe } from 'vitest'
import { noPostgres, type PostgresServer, startPostgres } from './postgres-server.js'

/** Databases of one engine, for tests. */
export interface Databases {
  readonly engine: 'SQLite' | 'PostgreSQL'
  /** Where another database can be made; nothing is there yet, or an empty one. */
  another(): Promise<string>
  /** Changes rows as a program other than Herodotus would, heeding no triggers; gives how many each statement changed. */
  tamper(database: string, ...statements: readonly string[]): Promise<number[]>
  /** How the engine writes one byte, 0. */
  readonly zeroByte: string
}

/** Runs the same tests on both engines; on PostgreSQL with a server of the file's own, or not at all where there is none. */
export function onBothEngines(tests: (databases: Databases) => void): void {
  describe('SQLite', () => {
    let folder = ''
    let made = 0
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'herodotus-store-'))
    })
    afterAll(() => rmSync(folder, { recursive: true }))
    tests({
      engine: 'SQLite',
      zeroByte: "x'00'",
      another: async () => join(folder, `record${++made}.db`),
      tamper: async (database, ...statements) => tamperSqlite(database, statements),
    })
  })
  describe.skipIf(noPostgres !== null)(`PostgreSQL${noPostgres ? ` (${noPostgres})` : ''}`, () => {
    let server: PostgresServer
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server.remove())
    tests({
      engine: 'PostgreSQL',
      zeroByte: "'\\x00'::bytea",
      another: () => server.newDatabase(),
      tamper: (database, ...statements) => server.run(database, ...statements),
    })
  })
}

function tamperSqlite(path: string, statements: readonly string[]): number[] {
  const raw = new SqliteDatabase(path)
  try {
    raw.pragma('foreign_keys = off')
    const triggers = raw
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'trigger'")
      .all()
    for (const { name } of triggers) raw.exec(`drop trigger ${name}`)
    return statements.map(statement => raw.prepare(statement).run().changes)
  } finally {
    raw.close()
  }
}

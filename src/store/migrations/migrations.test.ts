import { readFileSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { onBothEngines } from '../../../test/databases.js'
import { isPostgres } from '../database-name.js'
import { openMadeUp } from '../made-up-rules.js'
import { postgresDialects } from '../postgres.js'
import { sqliteDialects } from '../sqlite.js'
import { migrate, steps } from './index.js'

type Cell = string | number | null | { readonly base64: string }
/** A record as the last version before the fourth step kept it: two readings of one report, a review, an actor. */
const kept: Record<string, Record<string, Cell>[]> = JSON.parse(
  readFileSync(new URL('./kept-by-0003.json', import.meta.url), 'utf8'),
)

/** Takes a database to a step, as the version did that had it as its last. */
async function upTo(database: string, ...names: readonly (typeof steps)[number][]): Promise<void> {
  const dialect = isPostgres(database)
    ? new PostgresDialect({ pool: new pg.Pool({ connectionString: database }) })
    : new SqliteDialect({ database: new SqliteDatabase(database) })
  const db = new Kysely<Record<string, Record<string, unknown>>>({ dialect })
  for (const name of names) {
    await migrate(db, isPostgres(database) ? postgresDialects : sqliteDialects, name)
    if (name !== steps[Math.min(2, names.length - 1)]) continue
    for (const [table, rows] of Object.entries(kept)) {
      if (table === 'own_actors' && name < '0003') continue
      for (const { seq, ...row } of rows) await db.insertInto(table).values(asRow(row)).execute()
    }
  }
  await db.destroy()
}

const asRow = (row: Record<string, Cell>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [
      column,
      typeof cell === 'object' && cell !== null ? Buffer.from(cell.base64, 'base64') : cell,
    ]),
  )

onBothEngines(({ engine, another, tamper }) => {
  test.each(steps.slice(0, -1).map((name, at) => [name, at] as const))(
    'what was kept by %s is whole',
    async (name, at) => {
      const database = await another()
      await upTo(database, ...steps.slice(0, at + 1))
      await expect(openMadeUp(database, { mode: 'read' })).rejects.toMatchObject({ code: 'older-version' })
      const store = await openMadeUp(database)
      for await (const fault of store.verify()) expect(fault).toBeNull()
      expect(await store.counts()).toMatchObject({ readings: 2, events: 2, reviews: 1 })
      expect(await store.actors()).toHaveLength(name < '0003' ? 0 : 1)
      const found = await store.page({ search: 'vesna', place: 'VES', from: '2031-03-05', to: '2031-03-05' })
      expect(found.events.map(({ event }) => event.triggers[0].exact)).toEqual(['shelled'])
      const log: string[] = []
      for await (const { what, who } of store.log()) log.push(`${what} ${who}`)
      const before = 'herodotus: kept before there was a log'
      expect(log).toEqual([`capture ${before}`, `reading ${before}`, `reading ${before}`, `review ${before}`])
      await store.close()
      await (await openMadeUp(database, { mode: 'read' })).close()
    },
  )

  // SQLite's wait holds up the whole process: there, test/store-crash.test.ts does this with several.
  test.skipIf(engine === 'SQLite')('programs that make one database at the same time make one', async () => {
    const database = await another()
    const stores = await Promise.all([1, 2, 3].map(() => openMadeUp(database)))
    for (const store of stores) {
      expect((await store.counts()).readings).toBe(0)
      await store.close()
    }
  })

  test('a database of a newer version is refused, and stays as it is', async () => {
    const database = await another()
    await (await openMadeUp(database)).close()
    await tamper(database, "insert into herodotus_migrations values ('0999-x', '')")
    for (const mode of ['read', 'write'] as const) {
      await expect(openMadeUp(database, { mode })).rejects.toMatchObject({
        code: 'newer-version',
        message: expect.stringContaining('0999-x'),
      })
    }
  })
})

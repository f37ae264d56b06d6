import { type Kysely, type Migration, sql } from 'kysely'
import { appendLines, type Entry } from '../custody.js'
import type { Tables } from '../tables.js'
import type { Ddl } from './ddl.js'

/**
 * The log of custody. What was kept before there was one is entered as it is found, and said to be: its chain begins
 * with the day of the migration.
 * @param now when the migration is made: ISO 8601
 */
export const custody = (ddl: Ddl, now: () => string): Migration => ({
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('log')
      .addColumn('seq', 'integer', column => column.primaryKey())
      .addColumn('at', ddl.text, column => column.notNull())
      .addColumn('who', ddl.text, column => column.notNull())
      .addColumn('what', ddl.text, column => column.notNull())
      .addColumn('subject', ddl.text, column => column.notNull())
      .addColumn('digest', ddl.text, column => column.notNull())
      .addColumn('previous', ddl.text, column => column.notNull())
      .addColumn('sha256', ddl.text, column => column.notNull())
      .execute()
    await db.schema.createIndex('log_of_subject').on('log').columns(['subject', 'what']).execute()
    for (const statement of ddl.appendOnly('log')) await sql.raw(statement).execute(db)
    await enterWhatIsKept(db, now())
  },
})

const atOnce = 1_000

async function enterWhatIsKept(db: Kysely<Tables>, at: string): Promise<void> {
  const enter = async <K>(
    what: Entry['what'],
    start: K,
    page: (after: K) => Promise<readonly { key: K; id: string; sha256: string }[]>,
  ): Promise<void> => {
    let after = start
    for (;;) {
      const rows = await page(after)
      const last = rows.at(-1)
      if (!last) return
      after = last.key
      const entries = rows.map(({ id, sha256 }) => ({ what, subject: id, digest: sha256 }))
      await appendLines(db, entries, { at, who: 'herodotus: kept before there was a log' })
    }
  }
  await enter('capture', '', after =>
    db
      .selectFrom('captures')
      .select(['id as key', 'id', 'sha256'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute(),
  )
  for (const [table, what] of [
    ['readings', 'reading'],
    ['reviews', 'review'],
  ] as const) {
    await enter(what, 0, after =>
      db
        .selectFrom(table)
        .select(['seq as key', 'id', 'sha256'])
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(atOnce)
        .execute(),
    )
  }
}

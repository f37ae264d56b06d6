import { type Kysely, type Migration, sql } from 'kysely'
import type { Ddl } from './ddl.js'

/** Reports that wait to be read, and who reads them: no part of the record. */
export const jobs = (ddl: Ddl): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('workers')
      .addColumn('id', ddl.text, column => column.primaryKey())
      .addColumn('who', ddl.text, column => column.notNull())
      .addColumn('host', ddl.text, column => column.notNull())
      .addColumn('pid', 'integer', column => column.notNull())
      .addColumn('since', ddl.text, column => column.notNull())
      .addColumn('reading', ddl.text)
      .addColumn('until', 'bigint', column => column.notNull())
      .execute()
    for (const statement of ddl.jobs) await sql.raw(statement).execute(db)
  },
})

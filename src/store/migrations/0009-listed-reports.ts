import type { Kysely, Migration } from 'kysely'
import { listAll } from '../listed-reports.js'
import type { Tables } from '../tables.js'
import type { Ddl } from './ddl.js'

/** What lists of reports are answered from: each report by what names it, with how far what it tells is decided, in each order. */
export const listedReports = (ddl: Ddl): Migration => ({
  async up(db: Kysely<Tables>) {
    const counts = ['events', 'undecided', 'contested'] as const
    const texts = ['published', 'first_day', 'last_day', 'outlet', 'words'] as const
    let table = db.schema
      .createTable('listed_reports')
      .addColumn('reading', 'integer', column => column.notNull().references('readings.seq'))
      .addColumn('since', 'integer', column => column.notNull())
      .addColumn('until', 'integer')
      .addPrimaryKeyConstraint('listed_reports_key', ['reading', 'since'])
    for (const text of texts) table = table.addColumn(text, ddl.text, column => column.notNull())
    for (const count of counts) table = table.addColumn(count, 'integer', column => column.notNull())
    await table.execute()
    for (const order of ['published', 'undecided'] as const) {
      await db.schema
        .createIndex(`listed_reports_by_${order}`)
        .on('listed_reports')
        .columns([order, 'reading', 'since', 'until'])
        .execute()
    }
    // A record that no program has published yet is listed anew when one does.
    await listAll(db)
  },
})

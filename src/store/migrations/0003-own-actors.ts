import type { Kysely, Migration } from 'kysely'
import type { Ddl } from './ddl.js'

const cells = ['name', 'aliases', 'type', 'country', 'side', 'wikidata', 'from', 'to']

/** The user's own actors: a table that is edited, and no part of the record. */
export const ownActors = (ddl: Ddl): Migration => ({
  async up(db: Kysely<unknown>) {
    let table = db.schema.createTable('own_actors').addColumn('id', ddl.text, column => column.primaryKey())
    for (const cell of cells) table = table.addColumn(cell, ddl.text, column => column.notNull())
    await table.execute()
  },
})

import type { Kysely, Migration } from 'kysely'

const cells = ['name', 'aliases', 'type', 'country', 'side', 'wikidata', 'from', 'to']

/** The user's own actors: a table that is edited, and no part of the record. */
export const ownActors: Migration = {
  async up(db: Kysely<unknown>) {
    let table = db.schema.createTable('own_actors').addColumn('id', 'text', column => column.primaryKey())
    for (const cell of cells) table = table.addColumn(cell, 'text', column => column.notNull())
    await table.execute()
  },
}

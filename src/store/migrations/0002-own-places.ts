import type { Kysely, Migration } from 'kysely'

/** The user's own places, with the files that they came from: a gazetteer, and no part of the record. */
export const ownPlaces: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('place_files')
      .addColumn('sha256', 'text', column => column.primaryKey())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('begun_at', 'text', column => column.notNull())
      .addColumn('lines', 'integer', column => column.notNull())
      .addColumn('kept', 'integer', column => column.notNull())
      .addColumn('broken', 'integer', column => column.notNull())
      .addColumn('finished', 'integer', column => column.notNull())
      .execute()
    await db.schema
      .createTable('places')
      .addColumn('id', 'integer', column => column.primaryKey())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('country', 'text')
      .addColumn('admin1', 'text')
      .addColumn('level', 'text', column => column.notNull())
      .addColumn('latitude', 'real', column => column.notNull())
      .addColumn('longitude', 'real', column => column.notNull())
      .addColumn('population', 'integer', column => column.notNull())
      .execute()
    await db.schema
      .createTable('place_names')
      .addColumn('key', 'text', column => column.notNull())
      .addColumn('form', 'text', column => column.notNull())
      .addColumn('place', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('place_names_key', ['key', 'form', 'place'])
      .execute()
  },
}

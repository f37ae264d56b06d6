import type { Kysely, Migration } from 'kysely'
import type { Ddl } from './ddl.js'

/** The user's own places, with the files that they came from: a gazetteer, and no part of the record. */
export const ownPlaces = (ddl: Ddl): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('place_files')
      .addColumn('sha256', ddl.text, column => column.primaryKey())
      .addColumn('name', ddl.text, column => column.notNull())
      .addColumn('kind', ddl.text, column => column.notNull())
      .addColumn('begun_at', ddl.text, column => column.notNull())
      .addColumn('lines', 'integer', column => column.notNull())
      .addColumn('kept', 'integer', column => column.notNull())
      .addColumn('broken', 'integer', column => column.notNull())
      .addColumn('finished', 'integer', column => column.notNull())
      .execute()
    await db.schema
      .createTable('places')
      .addColumn('id', 'integer', column => column.primaryKey())
      .addColumn('name', ddl.text, column => column.notNull())
      .addColumn('country', ddl.text)
      .addColumn('admin1', ddl.text)
      .addColumn('level', ddl.text, column => column.notNull())
      .addColumn('latitude', ddl.double, column => column.notNull())
      .addColumn('longitude', ddl.double, column => column.notNull())
      .addColumn('population', 'integer', column => column.notNull())
      .execute()
    await db.schema
      .createTable('place_names')
      .addColumn('key', ddl.text, column => column.notNull())
      .addColumn('form', ddl.text, column => column.notNull())
      .addColumn('place', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('place_names_key', ['key', 'form', 'place'])
      .execute()
  },
})

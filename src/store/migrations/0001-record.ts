import { type Kysely, type Migration, sql } from 'kysely'
import type { Ddl } from './ddl.js'

/** Snapshots, captures, reports, bodies, readings, events, claims, quotes and reviews. */
export const record = (ddl: Ddl): Migration => ({
  async up(db: Kysely<unknown>) {
    await createSources(db, ddl)
    await createReadings(db, ddl)
    await createEvents(db, ddl)
    await createEventIndexes(db, ddl)
    await createReviews(db, ddl)
  },
})

async function createSources(db: Kysely<unknown>, ddl: Ddl): Promise<void> {
  await db.schema
    .createTable('snapshots')
    .addColumn('id', ddl.text, column => column.primaryKey())
    .addColumn('bytes', ddl.bytes, column => column.notNull())
    .execute()
  await db.schema
    .createTable('captures')
    .addColumn('id', ddl.text, column => column.primaryKey())
    .addColumn('snapshot', ddl.text, column => column.notNull().references('snapshots.id'))
    .addColumn('source', ddl.text, column => column.notNull())
    .addColumn('media_type', ddl.text, column => column.notNull())
    .addColumn('charset', ddl.text)
    .addColumn('given', ddl.text, column => column.notNull())
    .addColumn('captured_at', ddl.text, column => column.notNull())
    .addColumn('sha256', ddl.text, column => column.notNull())
    .execute()
  await db.schema
    .createTable('reports')
    .addColumn('id', ddl.text, column => column.primaryKey())
    .addColumn('snapshot', ddl.text, column => column.notNull().unique().references('snapshots.id'))
    .execute()
  await db.schema
    .createTable('bodies')
    .addColumn('sha256', ddl.text, column => column.primaryKey())
    .addColumn('text', ddl.text, column => column.notNull())
    .execute()
}

async function createReadings(db: Kysely<unknown>, ddl: Ddl): Promise<void> {
  await db.schema
    .createTable('readings')
    .addColumn('seq', ddl.sequence.type, ddl.sequence.build)
    .addColumn('id', ddl.text, column => column.notNull().unique())
    .addColumn('report', ddl.text, column => column.notNull().references('reports.id'))
    .addColumn('capture', ddl.text, column => column.notNull().references('captures.id'))
    .addColumn('body', ddl.text, column => column.notNull().references('bodies.sha256'))
    .addColumn('name', ddl.text, column => column.notNull())
    .addColumn('versions', ddl.text, column => column.notNull())
    .addColumn('report_json', ddl.text, column => column.notNull())
    .addColumn('labels', ddl.text, column => column.notNull())
    .addColumn('notes', ddl.text, column => column.notNull())
    .addColumn('sha256', ddl.text, column => column.notNull())
    .execute()
  await db.schema.createIndex('readings_of_report').on('readings').columns(['report', 'seq']).execute()
  await db.schema.createIndex('readings_by_name').on('readings').column('name').execute()
  await db.schema
    .createTable('claims')
    .addColumn('reading', 'integer', column => column.notNull().references('readings.seq'))
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('id', ddl.text, column => column.notNull())
    .addColumn('json', ddl.text, column => column.notNull())
    .addPrimaryKeyConstraint('claims_key', ['reading', 'position'])
    .execute()
  await db.schema
    .createTable('quotes')
    .addColumn('reading', 'integer', column => column.notNull().references('readings.seq'))
    .addColumn('owner', ddl.text, column => column.notNull())
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('field', ddl.text, column => column.notNull())
    .addColumn('start_offset', 'integer', column => column.notNull())
    .addColumn('end_offset', 'integer', column => column.notNull())
    .addColumn('exact', ddl.text, column => column.notNull())
    .addPrimaryKeyConstraint('quotes_key', ['reading', 'owner', 'position'])
    .execute()
}

/** Each index begins with what one filter asks for and goes on in the order of the chronicle. */
async function createEvents(db: Kysely<unknown>, ddl: Ddl): Promise<void> {
  await db.schema
    .createTable('events')
    .addColumn('reading', 'integer', column => column.notNull().references('readings.seq'))
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('id', ddl.text, column => column.notNull())
    .addColumn('kind', ddl.text, column => column.notNull())
    .addColumn('status', ddl.text, column => column.notNull())
    .addColumn('time_key', ddl.text, column => column.notNull())
    .addColumn('report_name', ddl.text, column => column.notNull())
    .addColumn('json', ddl.text, column => column.notNull())
    .addPrimaryKeyConstraint('events_key', ['reading', 'position'])
    .execute()
  const chronicle = ['time_key', 'report_name', 'reading', 'position']
  await db.schema.createIndex('events_by_id').on('events').columns(['id', 'reading']).execute()
  await db.schema.createIndex('events_by_time').on('events').columns(chronicle).execute()
  await db.schema
    .createIndex('events_by_kind')
    .on('events')
    .columns(['kind', ...chronicle])
    .execute()
  await db.schema
    .createIndex('events_by_status')
    .on('events')
    .columns(['status', ...chronicle])
    .execute()
}

/** What a filter asks of an event while it walks the chronicle; each primary key begins with the event. */
async function createEventIndexes(db: Kysely<unknown>, ddl: Ddl): Promise<void> {
  await db.schema
    .createTable('event_times')
    .addColumn('reading', 'integer', column => column.notNull())
    .addColumn('event', 'integer', column => column.notNull())
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('earliest', ddl.text)
    .addColumn('latest', ddl.text)
    .addPrimaryKeyConstraint('event_times_key', ['reading', 'event', 'position'])
    .addForeignKeyConstraint('event_times_event', ['reading', 'event'], 'events', ['reading', 'position'])
    .execute()
  await db.schema
    .createTable('event_names')
    .addColumn('reading', 'integer', column => column.notNull())
    .addColumn('event', 'integer', column => column.notNull())
    .addColumn('field', ddl.text, column => column.notNull())
    .addColumn('name', ddl.text, column => column.notNull())
    .addPrimaryKeyConstraint('event_names_key', ['reading', 'event', 'field', 'name'])
    .addForeignKeyConstraint('event_names_event', ['reading', 'event'], 'events', ['reading', 'position'])
    .execute()
}

async function createReviews(db: Kysely<unknown>, ddl: Ddl): Promise<void> {
  await db.schema
    .createTable('reviews')
    .addColumn('seq', ddl.sequence.type, ddl.sequence.build)
    .addColumn('id', ddl.text, column => column.notNull().unique())
    .addColumn('event', ddl.text, column => column.notNull())
    .addColumn('field', ddl.text)
    .addColumn('reviewer', ddl.text, column => column.notNull())
    .addColumn('at', ddl.text, column => column.notNull())
    .addColumn('json', ddl.text, column => column.notNull())
    .addColumn('sha256', ddl.text, column => column.notNull())
    .execute()
  await db.schema.createIndex('reviews_of_event').on('reviews').columns(['event', 'seq']).execute()
  for (const statement of ddl.appendOnly('reviews')) await sql.raw(statement).execute(db)
}

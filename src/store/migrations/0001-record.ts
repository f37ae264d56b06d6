import { type Kysely, type Migration, sql } from 'kysely'
import type { Ddl } from './ddl.js'

/** Snapshots, captures, reports, bodies, readings, events, claims, quotes and reviews. */
export const record = (ddl: Ddl): Migration => ({
  async up(db: Kysely<unknown>) {
    await createSources(db, ddl)
    await createReadings(db, ddl)
    await createEvents(db)
    await createEventIndexes(db)
    await createReviews(db, ddl)
  },
})

async function createSources(db: Kysely<unknown>, ddl: Ddl): Promise<void> {
  await db.schema
    .createTable('snapshots')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('bytes', ddl.bytes, column => column.notNull())
    .execute()
  await db.schema
    .createTable('captures')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('snapshot', 'text', column => column.notNull().references('snapshots.id'))
    .addColumn('source', 'text', column => column.notNull())
    .addColumn('media_type', 'text', column => column.notNull())
    .addColumn('charset', 'text')
    .addColumn('given', 'text', column => column.notNull())
    .addColumn('captured_at', 'text', column => column.notNull())
    .addColumn('sha256', 'text', column => column.notNull())
    .execute()
  await db.schema
    .createTable('reports')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('snapshot', 'text', column => column.notNull().unique().references('snapshots.id'))
    .execute()
  await db.schema
    .createTable('bodies')
    .addColumn('sha256', 'text', column => column.primaryKey())
    .addColumn('text', 'text', column => column.notNull())
    .execute()
}

async function createReadings(db: Kysely<unknown>, ddl: Ddl): Promise<void> {
  await db.schema
    .createTable('readings')
    .addColumn('seq', ddl.sequence.type, ddl.sequence.build)
    .addColumn('id', 'text', column => column.notNull().unique())
    .addColumn('report', 'text', column => column.notNull().references('reports.id'))
    .addColumn('capture', 'text', column => column.notNull().references('captures.id'))
    .addColumn('body', 'text', column => column.notNull().references('bodies.sha256'))
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('versions', 'text', column => column.notNull())
    .addColumn('report_json', 'text', column => column.notNull())
    .addColumn('labels', 'text', column => column.notNull())
    .addColumn('notes', 'text', column => column.notNull())
    .addColumn('sha256', 'text', column => column.notNull())
    .execute()
  await db.schema.createIndex('readings_of_report').on('readings').columns(['report', 'seq']).execute()
  await db.schema.createIndex('readings_by_name').on('readings').column('name').execute()
  await db.schema
    .createTable('claims')
    .addColumn('reading', 'integer', column => column.notNull().references('readings.seq'))
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('id', 'text', column => column.notNull())
    .addColumn('json', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('claims_key', ['reading', 'position'])
    .execute()
  await db.schema
    .createTable('quotes')
    .addColumn('reading', 'integer', column => column.notNull().references('readings.seq'))
    .addColumn('owner', 'text', column => column.notNull())
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('field', 'text', column => column.notNull())
    .addColumn('start_offset', 'integer', column => column.notNull())
    .addColumn('end_offset', 'integer', column => column.notNull())
    .addColumn('exact', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('quotes_key', ['reading', 'owner', 'position'])
    .execute()
}

/** Each index begins with what one filter asks for and goes on in the order of the chronicle. */
async function createEvents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('events')
    .addColumn('reading', 'integer', column => column.notNull().references('readings.seq'))
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('id', 'text', column => column.notNull())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('status', 'text', column => column.notNull())
    .addColumn('time_key', 'text', column => column.notNull())
    .addColumn('report_name', 'text', column => column.notNull())
    .addColumn('json', 'text', column => column.notNull())
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
async function createEventIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('event_times')
    .addColumn('reading', 'integer', column => column.notNull())
    .addColumn('event', 'integer', column => column.notNull())
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('earliest', 'text')
    .addColumn('latest', 'text')
    .addPrimaryKeyConstraint('event_times_key', ['reading', 'event', 'position'])
    .addForeignKeyConstraint('event_times_event', ['reading', 'event'], 'events', ['reading', 'position'])
    .execute()
  await db.schema
    .createTable('event_names')
    .addColumn('reading', 'integer', column => column.notNull())
    .addColumn('event', 'integer', column => column.notNull())
    .addColumn('field', 'text', column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('event_names_key', ['reading', 'event', 'field', 'name'])
    .addForeignKeyConstraint('event_names_event', ['reading', 'event'], 'events', ['reading', 'position'])
    .execute()
}

async function createReviews(db: Kysely<unknown>, ddl: Ddl): Promise<void> {
  await db.schema
    .createTable('reviews')
    .addColumn('seq', ddl.sequence.type, ddl.sequence.build)
    .addColumn('id', 'text', column => column.notNull().unique())
    .addColumn('event', 'text', column => column.notNull())
    .addColumn('field', 'text')
    .addColumn('reviewer', 'text', column => column.notNull())
    .addColumn('at', 'text', column => column.notNull())
    .addColumn('json', 'text', column => column.notNull())
    .addColumn('sha256', 'text', column => column.notNull())
    .execute()
  await db.schema.createIndex('reviews_of_event').on('reviews').columns(['event', 'seq']).execute()
  for (const statement of ddl.appendOnly('reviews')) await sql.raw(statement).execute(db)
}

import { type Kysely, type Migration, sql } from 'kysely'
import type { Ddl } from './ddl.js'

/**
 * What lists are answered from: the days that an event spans, which readings a newer one has replaced, and the names that
 * there are. A name's events stand in its index in the order of the chronicle.
 */
export const pages = (ddl: Ddl): Migration => ({
  async up(db: Kysely<unknown>) {
    await addDays(db, ddl)
    await addSuperseded(db)
    await addNames(db, ddl)
  },
})

/** An event that no day is told of spans none: its first day comes after every day, its last before. */
async function addDays(db: Kysely<unknown>, ddl: Ddl): Promise<void> {
  for (const [column, none] of [
    ['first_day', '~'],
    ['last_day', ''],
  ] as const) {
    await db.schema
      .alterTable('events')
      .addColumn(column, ddl.text, definition => definition.notNull().defaultTo(none))
      .execute()
  }
  await sql`update events set
    first_day = coalesce((select min(coalesce(earliest, '')) from event_times
      where event_times.reading = events.reading and event = events.position), '~'),
    last_day = coalesce((select max(coalesce(latest, '~')) from event_times
      where event_times.reading = events.reading and event = events.position), '')`.execute(db)
  for (const [index, order] of orders) {
    await db.schema.dropIndex(index).execute()
    await db.schema
      .createIndex(index)
      .on('events')
      .columns([...order, ...looked])
      .execute()
  }
}

const chronicle = ['time_key', 'report_name', 'reading', 'position']
/** What is looked at of each event on the way: without it in the index, the event itself would have to be fetched. */
const looked = ['first_day', 'last_day']
const orders = [
  ['events_by_time', [...chronicle, 'kind', 'status']],
  ['events_by_kind', ['kind', ...chronicle]],
  ['events_by_status', ['status', ...chronicle]],
] as const

async function addSuperseded(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('superseded')
    .addColumn('reading', 'integer', column => column.primaryKey().references('readings.seq'))
    .addColumn('by', 'integer', column => column.notNull().references('readings.seq'))
    .execute()
  await sql`insert into superseded (reading, ${sql.ref('by')})
    select older.seq, min(newer.seq) from readings as older
    join readings as newer on newer.report = older.report and newer.seq > older.seq
    group by older.seq`.execute(db)
}

async function addNames(db: Kysely<unknown>, ddl: Ddl): Promise<void> {
  await db.schema
    .createTable('names')
    .addColumn('field', ddl.text, column => column.notNull())
    .addColumn('name', ddl.text, column => column.notNull())
    .addPrimaryKeyConstraint('names_key', ['field', 'name'])
    .execute()
  await sql`insert into names (field, name) select distinct field, name from event_names`.execute(db)
  for (const column of ['time_key', 'report_name', ...looked]) {
    await db.schema
      .alterTable('event_names')
      .addColumn(column, ddl.text, definition => definition.notNull().defaultTo(''))
      .execute()
    await sql`update event_names set ${sql.ref(column)} = (select ${sql.ref(column)} from events
      where events.reading = event_names.reading and events.position = event_names.event)`.execute(db)
  }
  await db.schema
    .createIndex('event_names_by_name')
    .on('event_names')
    .columns(['field', 'name', 'time_key', 'report_name', 'reading', 'event', ...looked])
    .execute()
}

import { type Kysely, type Migration, sql } from 'kysely'
import { type BodyReading, keepPassages } from '../passages.js'
import type { Tables } from '../tables.js'
import type { TermIndex } from '../term-index.js'
import type { Ddl } from './ddl.js'

/** The passages of bodies, the words that each says, and which events are told in it. */
export const passages = (ddl: Ddl, index: TermIndex): Migration => ({
  async up(db: Kysely<Tables>) {
    await createTables(db, ddl)
    await fill(db, index)
  },
})

async function createTables(db: Kysely<Tables>, ddl: Ddl): Promise<void> {
  await db.schema
    .createTable('passages')
    .addColumn('id', ddl.sequence.type, ddl.sequence.build)
    .addColumn('body', ddl.text, column => column.notNull().references('bodies.sha256'))
    .addColumn('start_offset', 'integer', column => column.notNull())
    .addColumn('end_offset', 'integer', column => column.notNull())
    .addUniqueConstraint('passages_of_body', ['body', 'start_offset'])
    .execute()
  await db.schema
    .createTable('event_passages')
    .addColumn('passage', 'integer', column => column.notNull().references('passages.id'))
    .addColumn('reading', 'integer', column => column.notNull())
    .addColumn('event', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('event_passages_key', ['passage', 'reading', 'event'])
    .addForeignKeyConstraint('event_passages_event', ['reading', 'event'], 'events', ['reading', 'position'])
    .execute()
  await db.schema
    .createIndex('event_passages_by_event')
    .on('event_passages')
    .columns(['reading', 'event', 'passage'])
    .execute()
  await db.schema.createIndex('readings_of_body').on('readings').columns(['body', 'seq']).execute()
  for (const statement of ddl.termIndex) await sql.raw(statement).execute(db)
}

/** One reading at a time: a record may be larger than memory. */
async function fill(db: Kysely<Tables>, index: TermIndex): Promise<void> {
  for (let after = 0; ; ) {
    const reading = await db
      .selectFrom('readings')
      .innerJoin('bodies', 'bodies.sha256', 'readings.body')
      .select(['seq', 'body', 'text'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst()
    if (!reading) return
    after = reading.seq
    await keepPassages(db, index, { ...reading, quotes: await eventQuotes(db, reading.seq) })
  }
}

/** Where the quotes of a reading's events begin. */
async function eventQuotes(db: Kysely<Tables>, reading: number): Promise<BodyReading['quotes']> {
  return db
    .selectFrom('events')
    .innerJoin('quotes', join =>
      join.onRef('quotes.reading', '=', 'events.reading').onRef('quotes.owner', '=', 'events.id'),
    )
    .select(['events.position as event', 'quotes.start_offset as start'])
    .where('events.reading', '=', reading)
    .execute()
}

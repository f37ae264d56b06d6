import type { Kysely, Migration } from 'kysely'
import { Review } from '../../model/review.js'
import { subjectRows } from '../review-rows.js'
import { parseStored } from '../stored-json.js'
import type { Tables } from '../tables.js'
import type { Ddl } from './ddl.js'

/**
 * The published record: which rows of events are shown, as decisions have made them, and how much each waits for a reviewer. The
 * tables alone, but for what decisions are about: they are filled by the first program that opens the record to write and knows the
 * rules of reviewing (published-by.ts).
 */
export const reviews = (ddl: Ddl): Migration => ({
  async up(db: Kysely<Tables>) {
    await createEditions(db, ddl)
    await createUrgency(db)
    await createSubjects(db, ddl)
    await fillSubjects(db)
  },
})

async function createEditions(db: Kysely<Tables>, ddl: Ddl): Promise<void> {
  await db.schema
    .createTable('shown')
    .addColumn('reading', 'integer', column => column.notNull())
    .addColumn('event', 'integer', column => column.notNull())
    .addColumn('since', 'integer', column => column.notNull())
    .addColumn('until', 'integer')
    .addColumn('sha256', ddl.text)
    .addPrimaryKeyConstraint('shown_key', ['reading', 'event'])
    .addForeignKeyConstraint('shown_event', ['reading', 'event'], 'events', ['reading', 'position'])
    .execute()
  await db.schema
    .createTable('other_ids')
    .addColumn('id', ddl.text, column => column.notNull())
    .addColumn('reading', 'integer', column => column.notNull())
    .addColumn('event', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('other_ids_key', ['id', 'reading', 'event'])
    .addForeignKeyConstraint('other_ids_event', ['reading', 'event'], 'events', ['reading', 'position'])
    .execute()
  await db.schema.createIndex('other_ids_of_event').on('other_ids').columns(['reading', 'event']).execute()
  await db.schema
    .createTable('published')
    .addColumn('rules', 'integer', column => column.notNull())
    .execute()
}

async function createUrgency(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('urgency')
    .addColumn('reading', 'integer', column => column.notNull())
    .addColumn('event', 'integer', column => column.notNull())
    .addColumn('doubt', 'integer', column => column.notNull())
    .addColumn('disagreement', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('urgency_key', ['reading', 'event'])
    .addForeignKeyConstraint('urgency_event', ['reading', 'event'], 'events', ['reading', 'position'])
    .execute()
  for (const [index, order] of [
    ['urgency_by_doubt', ['doubt', 'reading', 'event', 'disagreement']],
    ['urgency_by_disagreement', ['disagreement', 'doubt', 'reading', 'event']],
  ] as const) {
    await db.schema
      .createIndex(index)
      .on('urgency')
      .columns([...order])
      .execute()
  }
}

async function createSubjects(db: Kysely<Tables>, ddl: Ddl): Promise<void> {
  await db.schema
    .createTable('review_subjects')
    .addColumn('subject', ddl.text, column => column.notNull())
    .addColumn('review', 'integer', column => column.notNull().references('reviews.seq'))
    .addPrimaryKeyConstraint('review_subjects_key', ['subject', 'review'])
    .execute()
  await db.schema
    .createIndex('review_subjects_of_review')
    .on('review_subjects')
    .columns(['review', 'subject'])
    .execute()
  await db.schema
    .createTable('loose_reviews')
    .addColumn('review', 'integer', column => column.notNull().references('reviews.seq'))
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('event', ddl.text)
    .addColumn('because', ddl.text, column => column.notNull())
    .addPrimaryKeyConstraint('loose_reviews_key', ['review', 'position'])
    .execute()
  await db.schema.createIndex('reviews_of_reviewer').on('reviews').column('reviewer').execute()
}

async function fillSubjects(db: Kysely<Tables>): Promise<void> {
  for (let after = 0; ; ) {
    const row = await db
      .selectFrom('reviews')
      .select(['seq', 'json'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst()
    if (!row) return
    after = row.seq
    const review = parseStored(row.json, Review)
    // What is damaged bears on nothing; verify names it.
    if ('complaint' in review) continue
    await db.insertInto('review_subjects').values(subjectRows(review.value, row.seq)).execute()
  }
}

import { type Kysely, sql } from 'kysely'
import type { IntegrityFault } from '../ports.js'
import type { Tables } from './tables.js'

interface Reference {
  readonly from: keyof Tables
  readonly column: string
  readonly to: keyof Tables
  readonly key: string
}

/** What each row must find; rows of events find their event when their reading is compared. */
const references: readonly Reference[] = [
  { from: 'captures', column: 'snapshot', to: 'snapshots', key: 'id' },
  { from: 'snapshots', column: 'id', to: 'captures', key: 'snapshot' },
  { from: 'reports', column: 'snapshot', to: 'snapshots', key: 'id' },
  { from: 'reports', column: 'id', to: 'readings', key: 'report' },
  { from: 'bodies', column: 'sha256', to: 'readings', key: 'body' },
  { from: 'readings', column: 'report', to: 'reports', key: 'id' },
  { from: 'readings', column: 'capture', to: 'captures', key: 'id' },
  { from: 'readings', column: 'body', to: 'bodies', key: 'sha256' },
  { from: 'events', column: 'reading', to: 'readings', key: 'seq' },
  { from: 'event_times', column: 'reading', to: 'readings', key: 'seq' },
  { from: 'event_names', column: 'reading', to: 'readings', key: 'seq' },
  { from: 'event_points', column: 'reading', to: 'readings', key: 'seq' },
  { from: 'event_passages', column: 'reading', to: 'readings', key: 'seq' },
  { from: 'event_passages', column: 'passage', to: 'passages', key: 'id' },
  { from: 'passages', column: 'id', to: 'passage_terms', key: 'rowid' },
  { from: 'passages', column: 'body', to: 'bodies', key: 'sha256' },
  { from: 'event_names', column: 'name', to: 'names', key: 'name' },
  { from: 'superseded', column: 'reading', to: 'readings', key: 'seq' },
  { from: 'claims', column: 'reading', to: 'readings', key: 'seq' },
  { from: 'quotes', column: 'reading', to: 'readings', key: 'seq' },
  { from: 'urgency', column: 'reading', to: 'readings', key: 'seq' },
  { from: 'listed_reports', column: 'reading', to: 'readings', key: 'seq' },
  { from: 'shown', column: 'reading', to: 'readings', key: 'seq' },
  { from: 'other_ids', column: 'reading', to: 'readings', key: 'seq' },
  { from: 'review_subjects', column: 'review', to: 'reviews', key: 'seq' },
  { from: 'loose_reviews', column: 'review', to: 'reviews', key: 'seq' },
]

/** Foreign keys, and that nothing is kept which no reading has; a program without Herodotus can break both. */
export async function* verifyReferences(db: Kysely<Tables>): AsyncGenerator<IntegrityFault> {
  for (const { from, column, to, key } of references) {
    const { rows } = await sql<{ value: unknown }>`
      select distinct ${sql.ref(`lost.${column}`)} as value from ${sql.table(from)} as lost
      where not exists (
        select 1 from ${sql.table(to)} as there where ${sql.ref(`there.${key}`)} = ${sql.ref(`lost.${column}`)})
    `.execute(db)
    for (const { value } of rows) {
      const id = from === 'bodies' || to === 'bodies' ? `body:${value}` : String(value)
      const message =
        column === 'id' || from === 'bodies'
          ? `no row of ${to} is of it`
          : `rows of ${from} name it, and it is not kept`
      yield { id: column === 'reading' || column === 'review' ? `${column} ${id}` : id, message }
    }
  }
}

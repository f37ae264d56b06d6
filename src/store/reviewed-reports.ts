import type { Kysely } from 'kysely'
import type { Tables } from './tables.js'
import { walk } from './walk.js'

/** The reports that decisions are about, in order of their ids. */
export async function* reviewedReports(db: Kysely<Tables>): AsyncGenerator<string> {
  const page = (id: string) =>
    db
      .selectFrom('reports')
      .select('id')
      .where('id', '>', id)
      .where(eb =>
        eb.exists(
          eb
            .selectFrom('review_subjects')
            .select('review')
            .whereRef('review_subjects.subject', '=', 'reports.id'),
        ),
      )
      .orderBy('id')
  for await (const { id } of walk('', page, row => row.id, 500)) yield id
}

import { type Kysely, sql } from 'kysely'
import { Review } from '../model/review.js'
import type { Reviewable, Reviewed } from '../ports.js'
import { damaged, intact } from './damaged.js'
import { loadReviewables } from './load.js'
import { parseStored } from './stored-json.js'
import type { Tables } from './tables.js'

/** Reports that decisions join, by their newest readings, and all those decisions: what is folded together. */
export interface Joined extends Reviewed {
  /** The number of each reading. */
  readonly numbers: ReadonlyMap<Reviewable['report']['id'], number>
  /** The number of each decision. */
  readonly reviewNumbers: ReadonlyMap<Review['id'], number>
}

/**
 * What decisions join to these reports, directly or by way of others.
 * @param reviewer whose decisions alone there are; everybody's, if not given
 */
export async function joinedTo(
  db: Kysely<Tables>,
  reports: readonly string[],
  reviewer?: string,
): Promise<Joined> {
  const joined = await joinedReports(db, reports, reviewer)
  const newest = await db
    .selectFrom('readings')
    .select(eb => eb.fn.max('seq').as('seq'))
    .where('report', 'in', joined)
    .groupBy('report')
    .orderBy('report')
    .execute()
  const loaded = await loadReviewables(
    db,
    newest.map(({ seq }) => seq),
  )
  const told = newest.map(({ seq }) => {
    const reading = loaded.get(seq)
    if (!reading) throw damaged(`reading ${seq}`, 'its body is gone')
    return { seq, reading }
  })
  const rows = await db
    .selectFrom('reviews')
    .select(['seq', 'id', 'json'])
    .where('seq', 'in', eb =>
      eb.selectFrom('review_subjects').select('review').where('subject', 'in', joined),
    )
    .$if(reviewer !== undefined, query => query.where('reviewer', '=', reviewer ?? ''))
    .orderBy('seq')
    .execute()
  const reviews = rows.map(({ seq, id, json }) => ({ seq, review: intact(parseStored(json, Review), id) }))
  return {
    readings: told.map(({ reading }) => reading),
    numbers: new Map(told.map(({ seq, reading }) => [reading.report.id, seq])),
    reviews: reviews.map(({ review }) => review),
    reviewNumbers: new Map(reviews.map(({ seq, review }) => [review.id, seq])),
  }
}

/** A merge names events of other reports, which other merges may name too. */
async function joinedReports(
  db: Kysely<Tables>,
  reports: readonly string[],
  reviewer: string | undefined,
): Promise<string[]> {
  const isOf =
    reviewer === undefined
      ? sql``
      : sql`and exists (select 1 from reviews where reviews.seq = one.review and reviews.reviewer = ${reviewer})`
  const { rows } = await sql<{ report: string }>`
    with recursive joined (report) as (
      select id from reports where id in (${sql.join(reports)})
      union
      select other.subject from joined
      join review_subjects as one on one.subject = joined.report
      join review_subjects as other on other.review = one.review
      where other.subject like 'report:%' ${isOf})
    select report from joined`.execute(db)
  return rows.length > 0 ? rows.map(({ report }) => report) : [...reports]
}

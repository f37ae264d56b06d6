import type { Kysely } from 'kysely'
import type { IntegrityFault, ReviewRules } from '../ports.js'
import { inGroups } from './in-groups.js'
import { type Comparison, compareRecord } from './published.js'
import { reviewedReports } from './reviewed-reports.js'
import { StoreError } from './store-error.js'
import type { Tables } from './tables.js'

/** Reports that are folded together, with what decisions join to them. */
const atOnce = 50

/** That what is shown is what decisions make of readings: they are folded again. */
export async function* verifyPublished(
  db: Kysely<Tables>,
  rules: ReviewRules,
): AsyncGenerator<IntegrityFault> {
  const done = new Set<string>()
  for await (const group of inGroups(reviewedReports(db), atOnce)) {
    const reports = group.filter(report => !done.has(report))
    if (reports.length === 0) continue
    for (const report of reports) done.add(report)
    try {
      const comparison = await compareRecord(db, rules, reports)
      for (const report of comparison.joined.numbers.keys()) done.add(report)
      yield* recordFaults(comparison)
      yield* await looseFaults(db, comparison)
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'damaged')) throw error
      yield { id: 'database', message: `${error.message}; what decisions make of it could not be checked` }
    }
  }
  yield* await hiddenByNobody(db)
}

function* recordFaults({ missing, surplus }: Comparison): Generator<IntegrityFault> {
  for (const [{ event }] of missing) {
    yield { id: event.id, message: 'the record does not show it as readings and decisions make it' }
  }
  for (const { id } of surplus) {
    yield { id, message: 'the record shows it otherwise than readings and decisions make it' }
  }
}

async function looseFaults(db: Kysely<Tables>, { joined, loose }: Comparison): Promise<IntegrityFault[]> {
  if (joined.reviewNumbers.size === 0) return []
  const kept = await db
    .selectFrom('loose_reviews')
    .selectAll()
    .where('review', 'in', [...joined.reviewNumbers.values()])
    .execute()
  const idOf = new Map([...joined.reviewNumbers].map(([id, review]) => [review, id]))
  const [found, wanted] = [kept, loose].map(
    rows =>
      new Map(
        rows.map(({ review, position, event, because }) => [
          [review, position, event, because].join(' '),
          review,
        ]),
      ),
  )
  const odd = [...(found ?? []), ...(wanted ?? [])].filter(([row]) => !(found?.has(row) && wanted?.has(row)))
  return [...new Set(odd.map(([, review]) => review))].map(review => ({
    id: idOf.get(review) ?? `review ${review}`,
    message: 'whether it fits the newest readings is kept otherwise than they say',
  }))
}

/** Of reports that nobody decided on, everything is shown. */
async function hiddenByNobody(db: Kysely<Tables>): Promise<IntegrityFault[]> {
  const rows = await db
    .selectFrom('shown')
    .innerJoin('readings', 'readings.seq', 'shown.reading')
    .select('readings.id')
    .distinct()
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('review_subjects')
            .select('review')
            .whereRef('review_subjects.subject', '=', 'readings.report'),
        ),
      ),
    )
    .execute()
  return rows.map(({ id }) => ({
    id,
    message: 'its events are not all shown as read, and nobody decided on it',
  }))
}

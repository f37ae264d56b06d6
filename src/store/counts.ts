import { type Kysely, sql } from 'kysely'
import { reviewStates, type Store } from '../ports.js'
import { isNewest, isShown, type Moment } from './event-query.js'
import type { Tables } from './tables.js'

/** How much there is: of the record, and of what made it. */
export async function countAll(db: Kysely<Tables>, now: Moment): ReturnType<Store['counts']> {
  const all = (table: keyof Tables) => sql<number>`(select count(*) from ${sql.table(table)})`
  const claims = db
    .selectFrom('readings')
    .where(isNewest('readings.seq', now.reading))
    .innerJoin('claims', 'claims.reading', 'readings.seq')
    .select(eb => eb.fn.countAll<number>().as('rows'))
  const counts = await db
    .selectNoFrom([
      all('snapshots').as('snapshots'),
      all('reports').as('reports'),
      all('readings').as('readings'),
      claims.as('claims'),
      all('reviews').as('reviews'),
      sql<number>`(select count(distinct review) from loose_reviews)`.as('loose'),
    ])
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ name: string; rows: number }>`
    select name, count(*) as rows from (
      select named.name, named.reading, named.event as position from event_names as named where named.field = 'review'
    ) as events where ${isNewest('events.reading', now.reading)} and ${isShown(now.line)} group by name`.execute(
    db,
  )
  const [undecided = 0, decided = 0, contested = 0] = reviewStates.map(
    state => rows.find(({ name }) => name === state)?.rows ?? 0,
  )
  const events = undecided + decided + contested
  return { ...counts, claims: counts.claims ?? 0, events, undecided, decided, contested }
}

import { type Kysely, sql } from 'kysely'
import { EventId } from '../model/event.js'
import { Review } from '../model/review.js'
import type { KeptLooseReview } from '../ports.js'
import { intact } from './damaged.js'
import { editionOf } from './edition.js'
import { parseStored } from './stored-json.js'
import type { Row, Tables } from './tables.js'
import { walk } from './walk.js'

/** Decisions fetched at a time: each holds the event that the reviewer saw. */
const atOnce = 100

const parsed = ({ id, json }: Pick<Row<'reviews'>, 'id' | 'json'>): Review =>
  intact(parseStored(json, Review), id)

/** All decisions on the occurrence that an event tells of, whichever of its ids they name. */
export async function reviewsOf(db: Kysely<Tables>, event: EventId): Promise<readonly Review[]> {
  const { rows: editions } = await sql<Pick<Row<'events'>, 'reading' | 'json'>>`
    select events.reading, events.json
    from (select reading, position from events where id = ${event}
      union select reading, event from other_ids where id = ${event}) as named
    cross join shown cross join events
    where shown.reading = named.reading and shown.event = named.position and shown.since > 0 and shown.until is null
      and events.reading = named.reading and events.position = named.position`.execute(db)
  const tellings = editions.flatMap(editionOf).flatMap(({ event: { id, formerly } }) => [id, ...formerly])
  const rows = await db
    .selectFrom('reviews')
    .select(['id', 'json'])
    .where('seq', 'in', eb =>
      eb
        .selectFrom('review_subjects')
        .select('review')
        .where('subject', 'in', [...new Set([event, ...tellings])]),
    )
    .orderBy('seq')
    .execute()
  return rows.map(parsed)
}

/** The decisions whose id begins so, in the order of their ids. */
export async function reviewsNamed(db: Kysely<Tables>, idOrPrefix: string): Promise<readonly Review[]> {
  const from = `review:${idOrPrefix.toLowerCase().replace(/^review:/, '')}`
  const rows = await db
    .selectFrom('reviews')
    .select(['id', 'json'])
    .where('id', '>=', from)
    .where('id', '<', `${from}g`) // the letter after the last of an id
    .orderBy('id')
    .execute()
  return rows.map(parsed)
}

/** All decisions, from the one after `after` on, or from the first. */
export async function* allReviews(db: Kysely<Tables>, after?: Review['id']): AsyncGenerator<Review> {
  const last =
    after && (await db.selectFrom('reviews').select('seq').where('id', '=', after).executeTakeFirst())
  const page = (seq: number) =>
    db.selectFrom('reviews').select(['seq', 'id', 'json']).where('seq', '>', seq).orderBy('seq')
  for await (const row of walk(last ? last.seq : 0, page, ({ seq }) => seq, atOnce)) yield parsed(row)
}

export async function* looseReviews(db: Kysely<Tables>): AsyncGenerator<KeptLooseReview> {
  const page = ([review, position]: readonly [number, number]) =>
    db
      .selectFrom('loose_reviews')
      .innerJoin('reviews', 'reviews.seq', 'loose_reviews.review')
      .select(['review', 'position', 'loose_reviews.event', 'because', 'reviews.id', 'json'])
      .where(({ eb, refTuple, tuple }) => eb(refTuple('review', 'position'), '>', tuple(review, position)))
      .orderBy('review')
      .orderBy('position')
  for await (const row of walk([0, 0], page, one => [one.review, one.position] as const, atOnce)) {
    const event = row.event === null ? null : EventId.parse(row.event)
    yield { review: parsed(row), event, because: row.because }
  }
}

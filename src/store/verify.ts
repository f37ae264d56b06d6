import type { Kysely } from 'kysely'
import { Review } from '../model/review.js'
import { Given, mediaTypes } from '../model/snapshot.js'
import type { IntegrityFault, ReviewRules } from '../ports.js'
import { reportId, reviewId, sha256, snapshotId } from '../text/ids.js'
import type { Engine } from './engine.js'
import { inGroups } from './in-groups.js'
import { reviewRow, subjectRows } from './review-rows.js'
import { captureHashes } from './rows.js'
import { StoreError } from './store-error.js'
import { parseStored } from './stored-json.js'
import type { Row, Tables } from './tables.js'
import { verifyListed } from './verify-listed.js'
import { verifyLog } from './verify-log.js'
import { verifyPublished } from './verify-published.js'
import { verifyReadings } from './verify-readings.js'
import { verifyReferences } from './verify-references.js'
import { walk } from './walk.js'

/** Small rows are fetched so many at a time, … */
const manyAtOnce = 200
/** … texts so many; snapshots, which may be whole books of pictures, one by one. */
const fewAtOnce = 20

/**
 * Every row against what it says of itself and of others, and what is shown against what readings and decisions make. A few
 * readings are in memory at a time.
 * @param anchor the digest of a line that the log must have
 */
export async function* verifyAll(
  { db, selfCheck }: Pick<Engine, 'db' | 'selfCheck'>,
  rules: ReviewRules,
  anchor?: string,
): AsyncGenerator<IntegrityFault> {
  try {
    for (const message of await selfCheck()) yield { id: 'database', message }
    yield* verifySnapshots(db)
    yield* verifyCaptures(db)
    yield* verifyReports(db)
    yield* verifyBodies(db)
    yield* verifyReadings(db, rules)
    yield* verifyReviews(db)
    yield* verifyReferences(db)
    yield* verifyLog(db, anchor)
    yield* verifyPublished(db, rules)
    yield* verifyListed(db)
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'damaged')) throw error
    yield { id: 'database', message: `${error.message}; what lies beyond could not be checked` }
  }
}

async function* verifySnapshots(db: Kysely<Tables>): AsyncGenerator<IntegrityFault> {
  const after = (id: string) => db.selectFrom('snapshots').selectAll().where('id', '>', id).orderBy('id')
  for await (const { id, bytes } of walk('', after, row => row.id)) {
    if (snapshotId(bytes) !== id) yield { id, message: 'its bytes no longer have the hash that names it' }
  }
}

async function* verifyCaptures(db: Kysely<Tables>): AsyncGenerator<IntegrityFault> {
  const after = (id: string) => db.selectFrom('captures').selectAll().where('id', '>', id).orderBy('id')
  for await (const row of walk('', after, ({ id }) => id, manyAtOnce)) {
    const hashes = captureHashes(row)
    if (hashes.id !== row.id || hashes.sha256 !== row.sha256) {
      yield {
        id: row.id,
        message: 'where, when or how it came in no longer has the hash that was kept of it',
      }
    }
    if (!mediaTypes.some(type => type === row.media_type)) {
      yield { id: row.id, message: `media type ${row.media_type}` }
    }
    const given = parseStored(row.given, Given)
    if ('complaint' in given) yield { id: row.id, message: `given: ${given.complaint}` }
  }
}

async function* verifyReports(db: Kysely<Tables>): AsyncGenerator<IntegrityFault> {
  const after = (id: string) => db.selectFrom('reports').selectAll().where('id', '>', id).orderBy('id')
  for await (const { id, snapshot } of walk('', after, row => row.id, manyAtOnce)) {
    const named = parsedSnapshotId(snapshot)
    if (named === null || reportId(named) !== id) {
      yield { id, message: `it is not named after its snapshot ${snapshot}` }
    }
  }
}

function parsedSnapshotId(id: string): `snapshot:${string}` | null {
  return id.startsWith('snapshot:') ? `snapshot:${id.slice('snapshot:'.length)}` : null
}

async function* verifyBodies(db: Kysely<Tables>): AsyncGenerator<IntegrityFault> {
  const after = (hash: string) =>
    db.selectFrom('bodies').selectAll().where('sha256', '>', hash).orderBy('sha256')
  for await (const row of walk('', after, ({ sha256: hash }) => hash, fewAtOnce)) {
    if (sha256(row.text) !== row.sha256) {
      yield { id: `body:${row.sha256}`, message: 'its text no longer has the hash that names it' }
    }
  }
}

async function* verifyReviews(db: Kysely<Tables>): AsyncGenerator<IntegrityFault> {
  const after = (seq: number) => db.selectFrom('reviews').selectAll().where('seq', '>', seq).orderBy('seq')
  for await (const rows of inGroups(
    walk(0, after, ({ seq }) => seq, manyAtOnce),
    manyAtOnce,
  )) {
    const numbers = rows.map(({ seq }) => seq)
    const subjects = await db
      .selectFrom('review_subjects')
      .selectAll()
      .where('review', 'in', numbers)
      .execute()
    for (const row of rows) {
      if (sha256(row.json) !== row.sha256) {
        yield { id: row.id, message: 'its text no longer has the hash that was kept of it' }
      }
      const review = parseStored(row.json, Review)
      if ('complaint' in review) {
        yield { id: row.id, message: review.complaint }
        continue
      }
      yield* reviewColumns(row, review.value)
      yield* reviewSubjects(
        row,
        review.value,
        subjects.filter(one => one.review === row.seq),
      )
    }
  }
}

function* reviewColumns(row: Row<'reviews'>, review: Review): Generator<IntegrityFault> {
  const expected = reviewRow(review)
  for (const column of ['id', 'event', 'field', 'reviewer', 'at'] as const) {
    if (row[column] === expected[column]) continue
    yield { id: row.id, message: `${column} is ${row[column]} beside ${expected[column]} in its text` }
  }
  if (review.id !== reviewId(review)) yield { id: row.id, message: 'its id is not that of what it says' }
}

function* reviewSubjects(
  { id, seq }: Row<'reviews'>,
  review: Review,
  kept: readonly Row<'review_subjects'>[],
): Generator<IntegrityFault> {
  const [found, wanted] = [kept, subjectRows(review, seq)].map(rows =>
    rows.map(({ subject }) => subject).toSorted(),
  )
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    yield { id, message: `it is kept as about ${found?.join(', ')} beside ${wanted?.join(', ')}` }
  }
}

import type { Kysely } from 'kysely'
import { Review } from '../model/review.js'
import { Given, mediaTypes } from '../model/snapshot.js'
import type { IntegrityFault } from '../ports.js'
import { reportId, sha256, snapshotId } from '../text/ids.js'
import type { Engine } from './engine.js'
import { captureHashes, reviewRow } from './rows.js'
import { StoreError } from './store-error.js'
import { parseStored } from './stored-json.js'
import type { Row, Tables } from './tables.js'
import { verifyLog } from './verify-log.js'
import { verifyReadings } from './verify-readings.js'
import { verifyReferences } from './verify-references.js'
import { walk } from './walk.js'

/**
 * Every row against what it says of itself and of others. One row, or one reading, is in memory at a time.
 * @param anchor the digest of a line that the log must have
 */
export async function* verifyAll(
  { db, selfCheck }: Pick<Engine, 'db' | 'selfCheck'>,
  anchor?: string,
): AsyncGenerator<IntegrityFault> {
  try {
    for (const message of await selfCheck()) yield { id: 'database', message }
    yield* verifySnapshots(db)
    yield* verifyCaptures(db)
    yield* verifyReports(db)
    yield* verifyBodies(db)
    yield* verifyReadings(db)
    yield* verifyReviews(db)
    yield* verifyReferences(db)
    yield* verifyLog(db, anchor)
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
  for await (const row of walk('', after, ({ id }) => id)) {
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
  for await (const { id, snapshot } of walk('', after, row => row.id)) {
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
  for await (const row of walk('', after, ({ sha256: hash }) => hash)) {
    if (sha256(row.text) !== row.sha256) {
      yield { id: `body:${row.sha256}`, message: 'its text no longer has the hash that names it' }
    }
  }
}

async function* verifyReviews(db: Kysely<Tables>): AsyncGenerator<IntegrityFault> {
  const after = (seq: number) => db.selectFrom('reviews').selectAll().where('seq', '>', seq).orderBy('seq')
  for await (const row of walk(0, after, ({ seq }) => seq)) {
    if (sha256(row.json) !== row.sha256) {
      yield { id: row.id, message: 'its text no longer has the hash that was kept of it' }
    }
    const review = parseStored(row.json, Review)
    if ('complaint' in review) yield { id: row.id, message: review.complaint }
    else yield* reviewColumns(row, review.value)
  }
}

function* reviewColumns(row: Row<'reviews'>, review: Review): Generator<IntegrityFault> {
  const expected = reviewRow(review)
  for (const column of ['id', 'event', 'field', 'reviewer', 'at'] as const) {
    if (row[column] === expected[column]) continue
    yield { id: row.id, message: `${column} is ${row[column]} beside ${expected[column]} in its text` }
  }
}

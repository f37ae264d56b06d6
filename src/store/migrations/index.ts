import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { StoreError } from '../store-error.js'
import type { TermIndex } from '../term-index.js'
import { record } from './0001-record.js'
import { ownPlaces } from './0002-own-places.js'
import { ownActors } from './0003-own-actors.js'
import { pages } from './0004-pages.js'
import { passages } from './0005-passages.js'
import { custody } from './0006-custody.js'
import { jobs } from './0007-jobs.js'
import { reviews } from './0008-reviews.js'
import { listedReports } from './0009-listed-reports.js'
import { points } from './0010-points.js'
import type { Ddl } from './ddl.js'

/** What migrations need to know of the engine that they run on. */
export interface Dialects {
  readonly ddl: Ddl
  readonly index: TermIndex
}

/** In order, forward only. One that has been released is never edited: what is wrong in it the next one mends. */
const migrations = ({ ddl, index }: Dialects): Record<(typeof steps)[number], Migration> => ({
  '0001-record': record(ddl),
  '0002-own-places': ownPlaces(ddl),
  '0003-own-actors': ownActors(ddl),
  '0004-pages': pages(ddl),
  '0005-passages': passages(ddl, index),
  '0006-custody': custody(ddl, () => new Date().toISOString()),
  '0007-jobs': jobs(ddl),
  '0008-reviews': reviews(ddl),
  '0009-listed-reports': listedReports(ddl),
  '0010-points': points(ddl),
})

/** The steps' names, in order. */
export const steps = [
  '0001-record',
  '0002-own-places',
  '0003-own-actors',
  '0004-pages',
  '0005-passages',
  '0006-custody',
  '0007-jobs',
  '0008-reviews',
  '0009-listed-reports',
  '0010-points',
] as const

const ledger = 'herodotus_migrations'

/**
 * Brings a database to this version's schema, all or nothing, whoever else does so at the same time.
 * @param upTo the last step to take, by its name; all where none is given
 */
export async function migrate<T>(db: Kysely<T>, dialects: Dialects, upTo?: string): Promise<void> {
  const all = migrations(dialects)
  const schema = await dialects.ddl.schema(db)
  const migrator = new Migrator({
    db,
    // Without it, the ledger of another schema of the database would be taken for this one's.
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
    provider: { getMigrations: async () => all },
    migrationTableName: ledger,
    migrationLockTableName: `${ledger}_lock`,
  })
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo))
  if (error !== undefined) throw error
}

/**
 * How many migrations a database lacks; `all` where it is empty. Changes nothing.
 * @param where what messages call the database
 * @throws StoreError `not-herodotus` where it holds tables of something else, `newer-version`
 */
export async function pendingMigrations<T>(
  db: Kysely<T>,
  dialects: Dialects,
  where: string,
): Promise<number | 'all'> {
  const tables = await dialects.ddl.tables(db)
  if (!tables.includes(ledger)) {
    if (tables.length > 0) throw notHerodotus(where)
    return 'all'
  }
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(ledger)}`.execute(db)
  const done = rows.map(({ name }) => name)
  const unknown = done.filter(name => !steps.some(step => step === name))
  if (unknown.length > 0) {
    throw new StoreError({
      code: 'newer-version',
      message: `${where} was written by a newer version of Herodotus (it has ${unknown.join(', ')})`,
      help: 'use that version or a later one, or give another database with --db',
    })
  }
  return steps.length - done.length
}

export function notHerodotus(where: string): StoreError {
  return new StoreError({
    code: 'not-herodotus',
    message: `${where} is not a database of Herodotus`,
    help: 'give another file with --db; this one was not touched',
  })
}

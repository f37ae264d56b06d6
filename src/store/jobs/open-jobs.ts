import type { JobQueue } from '../../ports.js'
import { databaseName, isPostgres } from '../database-name.js'
import { custodian, type OpenOptions } from '../open-store.js'
import { openPostgres } from '../postgres.js'
import { openSqlite } from '../sqlite.js'
import { bossSchema, startBoss } from './boss.js'
import { BossLine } from './boss-line.js'
import { SqlJobs } from './sql-jobs.js'
import { SqliteLine } from './sqlite-line.js'
import { Workers } from './workers.js'

export interface OpenJobsOptions extends OpenOptions {
  /** How long nothing may be heard of a worker before its job is another's, in milliseconds; 60,000 if not given. */
  readonly lease?: number
}

/**
 * Opens the jobs that wait in a record's database, or beside it.
 * @throws StoreError where it cannot be opened as asked
 */
export async function openJobs(database: string, options: OpenJobsOptions = {}): Promise<JobQueue> {
  const { mode = 'write', busyTimeout = 10_000, lease = 60_000 } = options
  const engine = await (isPostgres(database) ? openPostgres : openSqlite)(database, { mode, busyTimeout })
  try {
    const name = databaseName(database)
    const line = isPostgres(database)
      ? await bossLine(engine.db, { name, lease, write: mode === 'write' })
      : new SqliteLine(engine.db)
    const by = custodian(options)
    const { oneWorker, now } = line
    return new SqlJobs({
      engine,
      line,
      by,
      workers: new Workers(engine.db, { by, lease, oneWorker, now, name }),
    })
  } catch (error) {
    await engine.db.destroy()
    throw error
  }
}

async function bossLine(
  db: ConstructorParameters<typeof BossLine>[0],
  { name, lease, write }: { readonly name: string; readonly lease: number; readonly write: boolean },
): Promise<BossLine> {
  const schema = await bossSchema(db)
  return new BossLine(db, { schema, lease, boss: write ? await startBoss(db, schema, name) : null })
}

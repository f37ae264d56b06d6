import { CompiledQuery, type Kysely } from 'kysely'
import type PgBoss from 'pg-boss'
import { sha256 } from '../../text/ids.js'
import { postgresDdl } from '../migrations/ddl.js'
import { StoreError } from '../store-error.js'
import type { Tables } from '../tables.js'

/** The one queue that we have in it. */
export const queue = 'read'

/**
 * The schema that pg-boss keeps its tables in: beside ours and named after it, so that two records in one database do not
 * share jobs. pg-boss takes 50 letters, digits and underscores, and does not mind their case.
 */
export async function bossSchema(db: Kysely<Tables>): Promise<string> {
  const ours = (await postgresDdl.schema(db)) ?? 'public'
  return /^[a-z0-9_]{1,34}$/.test(ours)
    ? `herodotus_jobs_${ours}`
    : `herodotus_jobs_${sha256(ours).slice(0, 16)}`
}

/** pg-boss over our own connections, so that what fails says what a person can do. */
export async function startBoss(db: Kysely<Tables>, schema: string, name: string): Promise<PgBoss> {
  const { default: Boss } = await import('pg-boss')
  // Its upkeep moves jobs that are old out of sight; ours stay until they are read. What is left of it, `expire`, we call.
  const boss = new Boss({ schema, db: executor(db), supervise: false, schedule: false })
  try {
    await boss.start()
    await boss.createQueue(queue)
    return boss
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'access-denied')) throw error
    throw new StoreError({
      code: 'access-denied',
      message: `${name} lets this user make no schema for the jobs`,
      help: `let the database’s owner say: grant create on database … to the user; once ${schema} is made, it can be revoked`,
      cause: error,
    })
  }
}

/** How pg-boss runs its SQL: some of it is several statements with their own begin and commit. */
export const executor = (db: Kysely<Tables>): PgBoss.Db => ({
  executeSql: (text, values) =>
    db.connection().execute(async connection => {
      try {
        return await connection.executeQuery<unknown>(CompiledQuery.raw(text, values)).then(withRows)
      } catch (error) {
        // Else the connection would go back into the pool within a transaction that has failed.
        await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
        throw error
      }
    }),
})

/** The same within a transaction of ours. */
export const executorIn = (tx: Kysely<Tables>): PgBoss.Db => ({
  executeSql: (text, values) => tx.executeQuery<unknown>(CompiledQuery.raw(text, values)).then(withRows),
})

const withRows = ({ rows }: { readonly rows: readonly unknown[] }): { rows: unknown[] } => ({
  rows: [...rows],
})

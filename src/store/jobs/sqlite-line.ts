import { type Kysely, sql } from 'kysely'
import { type JobFault, type JobId, mostAttempts, type SetAsideJob } from '../../ports.js'
import { intact } from '../damaged.js'
import { parseStored } from '../stored-json.js'
import type { JobState, Row, Tables } from '../tables.js'
import { walk } from '../walk.js'
import { JobFaultShape } from './job-fault.js'
import { type JobLine, type LineJob, lately, workerLost } from './job-line.js'

const now = sql<number>`cast(unixepoch('subsec') * 1000 as integer)`

/** Jobs in a table of ours. One worker at a time has one: whatever else is being read when it asks for the next was lost. */
export class SqliteLine implements JobLine {
  readonly oneWorker = true
  readonly now = now
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async put(tx: Kysely<Tables>, job: LineJob): Promise<JobState | null> {
    const { id, capture, source, reader, readerUrl } = job
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('jobs')
      .values({ id, capture, source, reader, reader_url: readerUrl, state: 'waiting', attempts: 0 })
      .onConflict(conflict => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows > 0n) return null
    return (await tx.selectFrom('jobs').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
  }

  next(): ReturnType<JobLine['next']> {
    return this.#db.transaction().execute(async tx => {
      await recover(tx)
      const row = await tx
        .updateTable('jobs')
        .set(eb => ({ state: 'reading', attempts: eb('attempts', '+', 1) }))
        .where('seq', '=', eb =>
          eb.selectFrom('jobs').select('seq').where('state', '=', 'waiting').orderBy('seq').limit(1),
        )
        .returningAll()
        .executeTakeFirst()
      return row ? { job: jobOf(row), attempt: row.attempts } : null
    })
  }

  /** The worker's own lease is all there is: only one has jobs. */
  async renew(): Promise<void> {}

  async done(id: JobId): Promise<void> {
    await this.#db
      .updateTable('jobs')
      .set({ state: 'done', fault: null, ended: now })
      .where('id', '=', id)
      .execute()
  }

  async failed(id: JobId, fault: JobFault, final: boolean): Promise<'waiting' | 'set-aside'> {
    const set = await this.#db
      .updateTable('jobs')
      .set(eb => ({
        fault: JSON.stringify(fault),
        ended: now,
        state: eb
          .case()
          .when('attempts', '>=', final ? 0 : mostAttempts)
          .then<JobState>('set-aside')
          .else<JobState>('waiting')
          .end(),
      }))
      .where('id', '=', id)
      .where('state', '=', 'reading')
      .returning('state')
      .executeTakeFirst()
    return set?.state === 'set-aside' ? 'set-aside' : 'waiting'
  }

  async giveBack(id: JobId): Promise<void> {
    await this.#db
      .updateTable('jobs')
      .set(eb => ({ state: 'waiting', attempts: eb('attempts', '-', 1) }))
      .where('id', '=', id)
      .where('state', '=', 'reading')
      .execute()
  }

  async restart(from: 'done' | 'set-aside', ids?: readonly JobId[]): Promise<number> {
    let restart = this.#db
      .updateTable('jobs')
      .set({ state: 'waiting', attempts: 0, fault: null, ended: null })
      .where('state', '=', from)
    if (ids) restart = restart.where('id', 'in', ids)
    return Number((await restart.executeTakeFirstOrThrow()).numUpdatedRows)
  }

  async counts(): ReturnType<JobLine['counts']> {
    const rows = await this.#db
      .selectFrom('jobs')
      .select(['state', eb => eb.fn.countAll<number>().as('rows')])
      .groupBy('state')
      .execute()
    const { doneLately } = await this.#db
      .selectFrom('jobs')
      .select(eb => eb.fn.countAll<number>().as('doneLately'))
      .where('state', '=', 'done')
      .where('ended', '>', sql<number>`${now} - ${lately}`)
      .executeTakeFirstOrThrow()
    const of = (state: JobState): number => rows.find(row => row.state === state)?.rows ?? 0
    return {
      waiting: of('waiting'),
      reading: of('reading'),
      done: of('done'),
      setAside: of('set-aside'),
      doneLately,
    }
  }

  async *setAside(): AsyncIterable<SetAsideJob> {
    const after = (id: string) =>
      this.#db
        .selectFrom('jobs')
        .selectAll()
        .where('state', '=', 'set-aside')
        .where('id', '>', id)
        .orderBy('id')
    for await (const row of walk('', after, ({ id }) => id, 500)) {
      const fault = intact(parseStored(row.fault ?? 'null', JobFaultShape), row.id)
      yield { id: jobOf(row).id, source: row.source, attempts: row.attempts, fault }
    }
  }
}

/** Jobs that nobody reads any more wait again; those that have been tried often enough are set aside. */
async function recover(tx: Kysely<Tables>): Promise<void> {
  const lost = tx.updateTable('jobs').where('state', '=', 'reading')
  await lost
    .set({ state: 'set-aside', fault: JSON.stringify(workerLost), ended: now })
    .where('attempts', '>=', mostAttempts)
    .execute()
  await lost.set({ state: 'waiting' }).execute()
}

const jobOf = (row: Row<'jobs'>): LineJob => ({
  id: `job:${row.id.slice('job:'.length)}`,
  capture: row.capture,
  source: row.source,
  reader: row.reader,
  readerUrl: row.reader_url,
})

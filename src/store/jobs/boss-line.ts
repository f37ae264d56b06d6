import { type Kysely, sql } from 'kysely'
import type PgBoss from 'pg-boss'
import { z } from 'zod'
import { type JobFault, type JobId, mostAttempts, type SetAsideJob } from '../../ports.js'
import type { JobState, Tables } from '../tables.js'
import { walk } from '../walk.js'
import { executor, executorIn, queue } from './boss.js'
import { JobFaultShape } from './job-fault.js'
import { idOf, uuidOf } from './job-id.js'
import { type JobLine, type LineJob, lately, workerLost } from './job-line.js'

/** What pg-boss keeps with a job. */
const JobData = z.object({
  capture: z.string(),
  source: z.string(),
  reader: z.string().nullable(),
  readerUrl: z.string().nullable(),
})

/** pg-boss's names for how a job stands. It cancels none by itself. */
const states: ReadonlyMap<string, JobState> = new Map([
  ['created', 'waiting'],
  ['retry', 'waiting'],
  ['active', 'reading'],
  ['completed', 'done'],
  ['failed', 'set-aside'],
  ['cancelled', 'set-aside'],
])

/**
 * Jobs in pg-boss, by whose hand they are made, given to one worker each, ended, and tried again when a worker is lost.
 * Its version 10 (the last for Node 20) has no word for five things, which are said in SQL over its table `job`: a lease
 * that is renewed, a job that is given back untried, one that is set aside at once, a report that was read after all, a
 * list. Its columns are part of that version's schema, and package.json keeps to that version.
 */
export class BossLine implements JobLine {
  readonly oneWorker = false
  readonly now = sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`
  readonly #db: Kysely<Tables>
  readonly #schema: string
  readonly #boss: PgBoss | null
  readonly #lease: number
  /** When lost jobs were last looked for, by this machine's clock. */
  #looked = 0

  /** @param boss null where the queue is only looked at. */
  constructor(
    db: Kysely<Tables>,
    { schema, boss, lease }: { schema: string; boss: PgBoss | null; lease: number },
  ) {
    this.#db = db
    this.#schema = schema
    this.#boss = boss
    this.#lease = lease
  }

  async put(tx: Kysely<Tables>, { id, ...data }: LineJob): Promise<JobState | null> {
    const added = await this.#started().send(queue, data, {
      id: uuidOf(id),
      retryLimit: mostAttempts - 1,
      expireInSeconds: this.#lease / 1000,
      db: executorIn(tx),
    })
    if (added !== null) return null
    const { rows } = await sql<{ state: string }>`
      select state from ${this.#jobs()} where name = ${queue} and id = ${uuidOf(id)}`.execute(tx)
    return states.get(rows[0]?.state ?? '') ?? 'waiting'
  }

  async next(): ReturnType<JobLine['next']> {
    if (performance.now() - this.#looked > this.#lease / 4) await this.#recover()
    const first = await this.#fetch()
    if (first) return first
    await this.#recover()
    return this.#fetch()
  }

  async renew(id: JobId): Promise<void> {
    await sql`update ${this.#jobs()} set started_on = now()
      where name = ${queue} and id = ${uuidOf(id)} and state = 'active'`.execute(this.#db)
  }

  async done(id: JobId): Promise<void> {
    await this.#started().complete(queue, uuidOf(id))
    // Where the worker was taken for lost in the meantime, the job is no longer its own; read it was all the same.
    await sql`update ${this.#jobs()} set state = 'completed', completed_on = now(), output = null
      where name = ${queue} and id = ${uuidOf(id)} and state <> 'completed'`.execute(this.#db)
  }

  async failed(id: JobId, fault: JobFault, final: boolean): Promise<'waiting' | 'set-aside'> {
    const output = plain(fault)
    if (final) {
      await sql`update ${this.#jobs()} set state = 'failed', completed_on = now(), output = ${JSON.stringify(output)}::jsonb
        where name = ${queue} and id = ${uuidOf(id)} and state = 'active'`.execute(this.#db)
      return 'set-aside'
    }
    await this.#started().fail(queue, uuidOf(id), output)
    const job = await this.#started().getJobById(queue, uuidOf(id))
    return job?.state === 'failed' ? 'set-aside' : 'waiting'
  }

  async giveBack(id: JobId): Promise<void> {
    // A job that was never begun is not counted as tried again when it is.
    await sql`update ${this.#jobs()} set state = 'created', started_on = null
      where name = ${queue} and id = ${uuidOf(id)} and state = 'active'`.execute(this.#db)
  }

  async restart(from: 'done' | 'set-aside', ids?: readonly JobId[]): Promise<number> {
    const named = ids ? sql`and id = any(${ids.map(uuidOf)}::uuid[])` : sql``
    const { numAffectedRows = 0n } = await sql`
      update ${this.#jobs()}
      set state = 'created', started_on = null, retry_count = 0, completed_on = null, output = null, start_after = now()
      where name = ${queue} and state = ${from === 'done' ? 'completed' : 'failed'} ${named}`.execute(
      this.#db,
    )
    return Number(numAffectedRows)
  }

  async counts(): ReturnType<JobLine['counts']> {
    const counts = { waiting: 0, reading: 0, done: 0, 'set-aside': 0 }
    let doneLately = 0
    if (await this.#isThere()) {
      const { rows } = await sql<{ state: string; rows: number; recent: number }>`
        select state::text as state, count(*) as rows,
          count(*) filter (where completed_on > now() - ${lately / 1000} * interval '1 second') as recent
        from ${this.#jobs()} where name = ${queue} group by state`.execute(this.#db)
      for (const row of rows) {
        const state = states.get(row.state)
        if (state) counts[state] += row.rows
        if (state === 'done') doneLately += row.recent
      }
    }
    const { 'set-aside': setAside, ...others } = counts
    return { ...others, setAside, doneLately }
  }

  async *setAside(): AsyncIterable<SetAsideJob> {
    if (!(await this.#isThere())) return
    const after = (id: string) => ({
      limit: (rows: number) => ({
        execute: async () =>
          (
            await sql<{ id: string; data: unknown; retry_count: number; output: unknown }>`
              select id, data, retry_count, output from ${this.#jobs()}
              where name = ${queue} and state in ('failed', 'cancelled') and id > ${id}::uuid
              order by id limit ${rows}`.execute(this.#db)
          ).rows,
      }),
    })
    for await (const row of walk(uuidOf('job:'), after, ({ id }) => id, 500)) {
      const fault = JobFaultShape.safeParse(row.output)
      yield {
        id: idOf(row.id),
        source: JobData.parse(row.data).source,
        attempts: row.retry_count + 1,
        fault: fault.success ? fault.data : workerLost,
      }
    }
  }

  async #fetch(): ReturnType<JobLine['next']> {
    const { executeSql } = executor(this.#db)
    // pg-boss takes every error here for a race that was lost, and gives no job.
    const failures: unknown[] = []
    const db: PgBoss.Db = {
      executeSql: (text, values) =>
        executeSql(text, values).catch((error: unknown) => {
          failures.push(error)
          throw error
        }),
    }
    const [job] = await this.#started().fetch(queue, { includeMetadata: true, batchSize: 1, db })
    if (failures.length > 0) throw failures[0]
    return job ? { job: { id: idOf(job.id), ...JobData.parse(job.data) }, attempt: job.retryCount + 1 } : null
  }

  async #recover(): Promise<void> {
    await this.#started().expire()
    this.#looked = performance.now()
  }

  async #isThere(): Promise<boolean> {
    const { rows } = await sql<{ there: boolean }>`
      select to_regclass(${`${this.#schema}.job`}) is not null as there`.execute(this.#db)
    return rows[0]?.there === true
  }

  #jobs() {
    return sql.table(`${this.#schema}.job`)
  }

  #started(): PgBoss {
    if (this.#boss === null)
      throw new Error('invariant broken: a queue that was opened to be read is written to')
    return this.#boss
  }
}

/** As `jsonb` can hold it: without U+0000 and halves of characters. */
const plain = ({ code, message, help }: JobFault): JobFault => {
  const text = (given: string): string => given.replace(/\0|\p{Surrogate}/gu, '\ufffd')
  return { code, message: text(message), help: text(help) }
}

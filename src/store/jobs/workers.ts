import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { WorkerState } from '../../ports.js'
import type { Custodian } from '../sql-store.js'
import { StoreError } from '../store-error.js'
import type { Row, Tables } from '../tables.js'

interface Terms {
  readonly by: Custodian
  /** How long nothing may be heard of a worker that lives, in milliseconds. */
  readonly lease: number
  /** Whether one may work at most. */
  readonly oneWorker: boolean
  /** The engine's clock. */
  readonly now: RawBuilder<number>
  /** What messages call the database. */
  readonly name: string
}

/** The processes that work on a database. One that is not heard of for a lease is taken for dead. */
export class Workers {
  readonly #db: Kysely<Tables>
  readonly #terms: Terms

  constructor(db: Kysely<Tables>, terms: Terms) {
    this.#db = db
    this.#terms = terms
  }

  /**
   * Enters this process, and gives its id: a new one, or the one that it had before it was taken for dead.
   * @throws StoreError `worker-there`
   */
  async join(id: string = randomUUID()): Promise<string> {
    const { by, oneWorker, now } = this.#terms
    await this.#db.transaction().execute(async tx => {
      await tx.deleteFrom('workers').where('until', '<', now).execute()
      if (oneWorker) await this.#requireNone(tx)
      const here = { id, who: by.who, host: hostname(), pid: process.pid, since: by.clock.now() }
      await tx
        .insertInto('workers')
        .values({ ...here, reading: null, until: this.#leaseEnd() })
        .execute()
    })
    return id
  }

  /** Begins a worker's lease anew; false where it has run out and another worker took note of it. */
  async beat(id: string): Promise<boolean> {
    return this.#update(id, { until: this.#leaseEnd() })
  }

  /** Notes what a worker is reading. */
  async reads(id: string, source: string | null): Promise<boolean> {
    return this.#update(id, { until: this.#leaseEnd(), reading: source })
  }

  async leave(id: string): Promise<void> {
    await this.#db.deleteFrom('workers').where('id', '=', id).execute()
  }

  async alive(): Promise<WorkerState[]> {
    const rows = await this.#db
      .selectFrom('workers')
      .selectAll()
      .where('until', '>=', this.#terms.now)
      .orderBy('since')
      .orderBy('id')
      .execute()
    return rows.map(({ who, host, pid, since, reading }) => ({ who, host, pid, since, reading }))
  }

  async #update(
    id: string,
    set: { readonly until: RawBuilder<number>; readonly reading?: string | null },
  ): Promise<boolean> {
    const update = this.#db.updateTable('workers').set(set).where('id', '=', id)
    return (await update.executeTakeFirstOrThrow()).numUpdatedRows > 0n
  }

  async #requireNone(tx: Kysely<Tables>): Promise<void> {
    for (const other of await tx.selectFrom('workers').selectAll().execute()) {
      if (!hasEnded(other)) throw await this.#workerThere(tx, other)
      await tx.deleteFrom('workers').where('id', '=', other.id).execute()
    }
  }

  async #workerThere(
    tx: Kysely<Tables>,
    { who, host, pid, since, until }: Row<'workers'>,
  ): Promise<StoreError> {
    const { now } = await tx.selectNoFrom(this.#terms.now.as('now')).executeTakeFirstOrThrow()
    const left = Math.max(1, Math.ceil((until - now) / 1000))
    return new StoreError({
      code: 'worker-there',
      message: `${this.#terms.name} has a worker already: process ${pid} of ${who} on ${host}, since ${since}`,
      help: `on SQLite one process works at a time; if that one is no more, this works again in ${left} s (docs/workers.md)`,
    })
  }

  #leaseEnd(): RawBuilder<number> {
    const { now, lease } = this.#terms
    return sql<number>`${now} + ${sql.lit(lease)}`
  }
}

/** Whether a worker of this machine is no more, although its lease still runs. A number that lives proves nothing. */
function hasEnded({ host, pid }: Row<'workers'>): boolean {
  if (host !== hostname()) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

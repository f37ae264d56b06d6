import type { Kysely } from 'kysely'
import { Versions } from '../../model/reading.js'
import { type Capture, Given, type Snapshot } from '../../model/snapshot.js'
import type {
  JobFault,
  JobId,
  JobQueue,
  JobRequest,
  JobWorker,
  Queued,
  QueueState,
  SetAsideJob,
  TakenJob,
} from '../../ports.js'
import { reportId } from '../../text/ids.js'
import { appendLines } from '../custody.js'
import type { Engine } from '../engine.js'
import { keepCapture } from '../keep.js'
import { captureRow } from '../rows.js'
import type { Custodian } from '../sql-store.js'
import { parseStored } from '../stored-json.js'
import type { Tables } from '../tables.js'
import { jobId } from './job-id.js'
import type { JobLine } from './job-line.js'
import type { Workers } from './workers.js'

interface Parts {
  readonly engine: Engine
  readonly line: JobLine
  readonly workers: Workers
  readonly by: Custodian
}

/** The JobQueue over what the engines share: captures, the log of custody, and who works. */
export class SqlJobs implements JobQueue {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async add({ snapshot, reader, readerUrl, versions }: JobRequest): Promise<Queued> {
    const { engine, line, by } = this.#parts
    const { id: capture } = captureRow(snapshot)
    const id = jobId(capture, { reader, readerUrl }, versions)
    const found = await engine.db.transaction().execute(async tx => {
      await engine.lock(tx)
      const { entries } = await keepCapture(tx, snapshot)
      await appendLines(tx, entries, { at: by.clock.now(), who: by.who })
      if (versions && (await hasRead(tx, snapshot, versions))) return 'read'
      return line.put(tx, { id, capture, source: snapshot.source, reader, readerUrl })
    })
    switch (found) {
      case null:
        return 'added'
      case 'waiting':
      case 'reading':
        return 'there'
      case 'done':
        await line.restart('done', [id])
        return 'again'
      default:
        return found
    }
  }

  retry(ids?: readonly JobId[]): Promise<number> {
    return this.#parts.line.restart('set-aside', ids)
  }

  async state(): Promise<QueueState> {
    const { line, workers } = this.#parts
    return { ...(await line.counts()), workers: await workers.alive() }
  }

  setAside(): AsyncIterable<SetAsideJob> {
    return this.#parts.line.setAside()
  }

  async join(): Promise<JobWorker> {
    return new SqlWorker(this.#parts, await this.#parts.workers.join())
  }

  close(): Promise<void> {
    return this.#parts.engine.db.destroy()
  }
}

/** One process that works. */
class SqlWorker implements JobWorker {
  readonly #parts: Parts
  readonly #id: string
  #job: JobId | null = null

  constructor(parts: Parts, id: string) {
    this.#parts = parts
    this.#id = id
  }

  async take(): Promise<TakenJob | null> {
    const { engine, line, workers } = this.#parts
    if (!(await workers.beat(this.#id))) await workers.join(this.#id)
    for (;;) {
      const next = await line.next()
      this.#job = next?.job.id ?? null
      await workers.reads(this.#id, next?.job.source ?? null)
      if (next === null) return null
      const { id, capture: name, reader, readerUrl } = next.job
      const capture = await loadCapture(engine.db, name)
      if (capture) return { id, capture, reader, readerUrl, attempt: next.attempt }
      await this.failed(id, captureGone, true)
    }
  }

  async beat(): Promise<void> {
    const { line, workers } = this.#parts
    if (this.#job !== null) await line.renew(this.#job)
    await workers.beat(this.#id)
  }

  async done(id: JobId): Promise<void> {
    await this.#parts.line.done(id)
    this.#job = null
  }

  async failed(id: JobId, fault: JobFault, final: boolean): Promise<'waiting' | 'set-aside'> {
    const state = await this.#parts.line.failed(id, fault, final)
    this.#job = null
    return state
  }

  async giveBack(id: JobId): Promise<void> {
    await this.#parts.line.giveBack(id)
    this.#job = null
  }

  leave(): Promise<void> {
    return this.#parts.workers.leave(this.#id)
  }
}

const captureGone: JobFault = {
  code: 'capture-lost',
  message: 'its bytes, or how they came in, are not as they were kept',
  help: 'herodotus verify names every fault; restore the database from a copy, or queue the report again',
}

/** Whether a reading by these versions is kept of the same bytes, handed in with the same words; from where does not matter. */
async function hasRead(tx: Kysely<Tables>, snapshot: Snapshot, versions: Versions): Promise<boolean> {
  const { media_type, charset, given } = captureRow(snapshot)
  const row = await tx
    .selectFrom('readings')
    .innerJoin('captures', 'captures.id', 'readings.capture')
    .select('seq')
    .where('report', '=', reportId(snapshot.id))
    .where('versions', '=', JSON.stringify(Versions.parse(versions)))
    .where('media_type', '=', media_type)
    .where('charset', charset === null ? 'is' : '=', charset)
    .where('given', '=', given)
    .executeTakeFirst()
  return row !== undefined
}

/** A capture as it came in; null where what is kept of it is not whole. */
async function loadCapture(db: Kysely<Tables>, id: string): Promise<Capture | null> {
  const row = await db
    .selectFrom('captures')
    .innerJoin('snapshots', 'snapshots.id', 'captures.snapshot')
    .select(['bytes', 'source', 'media_type', 'charset', 'captured_at', 'given'])
    .where('captures.id', '=', id)
    .executeTakeFirst()
  const given = row && parseStored(row.given, Given)
  if (!given || 'complaint' in given) return null
  const { bytes, source, media_type: mediaType, charset, captured_at: capturedAt } = row
  return { bytes, source, mediaType, charset, capturedAt, given: given.value }
}

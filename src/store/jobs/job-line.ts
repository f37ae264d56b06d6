import type { Kysely, RawBuilder } from 'kysely'
import type { JobFault, JobId, JobReader, QueueState, SetAsideJob } from '../../ports.js'
import type { JobState, Tables } from '../tables.js'

/** A job as it stands in line: its report is with the captures. */
export interface LineJob extends JobReader {
  readonly id: JobId
  readonly capture: string
  readonly source: string
}

/** What each engine does in its own way: the order of jobs, and who has which. */
export interface JobLine {
  /** Whether one process at most may work. */
  readonly oneWorker: boolean
  /** The engine's clock: milliseconds since 1970. */
  readonly now: RawBuilder<number>
  /** Puts a job at the end, within the caller's transaction; where it is there already, gives how it stands and changes nothing. */
  put(tx: Kysely<Tables>, job: LineJob): Promise<JobState | null>
  /** The first that waits, to be read. Jobs of workers that were lost wait again, or are set aside. */
  next(): Promise<{ readonly job: LineJob; readonly attempt: number } | null>
  /** Makes the lease of a job begin anew. */
  renew(id: JobId): Promise<void>
  done(id: JobId): Promise<void>
  /** A job that is being read waits again, or is set aside. */
  failed(id: JobId, fault: JobFault, final: boolean): Promise<'waiting' | 'set-aside'>
  /** A job that is being read waits again, as if this try had not been. */
  giveBack(id: JobId): Promise<void>
  /** Jobs in one state wait again, with all their tries; all of them where none is named. Gives how many. */
  restart(from: 'done' | 'set-aside', ids?: readonly JobId[]): Promise<number>
  counts(): Promise<Omit<QueueState, 'workers'>>
  setAside(): AsyncIterable<SetAsideJob>
}

/** What is told of a job whose worker was never heard of again. */
export const workerLost: JobFault = {
  code: 'worker-lost',
  message: 'whatever read it ended, or fell silent, before it was read, each time that it was tried',
  help: 'read it by itself (herodotus read FILE) to see why, and report it; herodotus work --retry tries it again',
}

/** How far back "lately" goes, in milliseconds. */
export const lately = 5 * 60_000

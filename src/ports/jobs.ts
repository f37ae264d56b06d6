import type { Versions } from '../model/reading.js'
import type { Capture, Snapshot } from '../model/snapshot.js'

/** Named by what is to be read and with what: the same asked for twice is one job. */
export type JobId = `job:${string}`

/** Who is to read; null where that is the program's to choose. As `--reader` and `--reader-url` have it. */
export interface JobReader {
  readonly reader: string | null
  readonly readerUrl: string | null
}

/** What is to be read. */
export interface JobRequest extends JobReader {
  readonly snapshot: Snapshot
  /** The versions that whoever asks would read it with; null where that is not known. A newer version's is another job. */
  readonly versions: Versions | null
}

/**
 * What became of a request: a new job; none, since exactly these versions have read the report; one that waits or is being
 * read already; one that was set aside, and stays so; one that was done, by other versions than asked for, and waits again.
 */
export type Queued = 'added' | 'read' | 'there' | 'set-aside' | 'again'

/** Why a report could not be read. */
export interface JobFault {
  /** Stable, kebab-case: an InputFault's own, `program-failed`, or `worker-lost`. */
  readonly code: string
  readonly message: string
  readonly help: string
}

/** A job that a worker has: nobody else is given it until the worker's lease runs out. */
export interface TakenJob extends JobReader {
  readonly id: JobId
  readonly capture: Capture
  /** 1 for the first try. */
  readonly attempt: number
}

export interface SetAsideJob {
  readonly id: JobId
  /** Where the report came from. */
  readonly source: string
  readonly attempts: number
  readonly fault: JobFault
}

export interface WorkerState {
  readonly who: string
  readonly host: string
  readonly pid: number
  /** ISO 8601 instant. */
  readonly since: string
  /** Where the report that it is reading came from. */
  readonly reading: string | null
}

export interface QueueState {
  readonly waiting: number
  readonly reading: number
  readonly done: number
  readonly setAside: number
  /** How many were done in the last five minutes. */
  readonly doneLately: number
  readonly workers: readonly WorkerState[]
}

/** How often a job is begun before it is set aside. */
export const mostAttempts = 3

/**
 * Reports that wait to be read. What `add` has acknowledged is on the disk, and stays until it is read or set aside.
 * What a person can mend is thrown as a StoreError.
 */
export interface JobQueue {
  /** Keeps the snapshot with how it came in, and the job of reading it if it is to be read, all or nothing. */
  add(request: JobRequest): Promise<Queued>
  /** Puts jobs that were set aside back, all where none is named; gives how many. Each has all its tries again. */
  retry(ids?: readonly JobId[]): Promise<number>
  state(): Promise<QueueState>
  /** The jobs that were set aside, in the order of their ids. */
  setAside(): AsyncIterable<SetAsideJob>
  /**
   * Makes this process one that works.
   * @throws StoreError `worker-there` where only one may, and another does
   */
  join(): Promise<JobWorker>
  close(): Promise<void>
}

/** A process that works, one job at a time. */
export interface JobWorker {
  /**
   * The job that has waited longest; null where none waits. A worker that was taken for dead in the meantime joins anew.
   * @throws StoreError `worker-there` where another has come in its place
   */
  take(): Promise<TakenJob | null>
  /** Says that this worker lives, and still has its job; needed several times a lease. */
  beat(): Promise<void>
  /** The report's reading is kept. Holds whoever has the job by now: that it was read is a fact. */
  done(id: JobId): Promise<void>
  /** It could not be read. Unless `final`, it waits again until it has been tried `mostAttempts` times. */
  failed(id: JobId, fault: JobFault, final: boolean): Promise<'waiting' | 'set-aside'>
  /** It was not tried. */
  giveBack(id: JobId): Promise<void>
  leave(): Promise<void>
}

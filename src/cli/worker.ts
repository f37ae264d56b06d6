import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { InputFault } from '../model/input-fault.js'
import type { JobFault, JobQueue, JobReader, JobWorker, Store, TakenJob } from '../ports.js'
import { readReport, type Tools } from '../read-report.js'
import { parseChoice } from '../reader/index.js'
import { StoreError } from '../store/index.js'
import { isFatal } from './faults.js'

export interface Working {
  readonly queue: JobQueue
  readonly store: Pick<Store, 'save'>
  /**
   * What reads a job; asked once a job.
   * @throws an error with `help` where this process cannot have it: the work ends, and others may go on with it
   */
  toolsFor(reader: JobReader): Promise<Tools>
  /** Whether to wait for more when nothing is left. */
  readonly follow: boolean
  /** Asks for an end after the report that is being read. */
  readonly signal: AbortSignal
  readonly listener: WorkListener
  /** In milliseconds; the usual ones where none are given. */
  readonly pace?: Pace
}

export interface Pace {
  /** Between two signs of life: several times a lease. */
  readonly beat: number
  /** Between two looks at a queue in which nothing waits. */
  readonly idle: number
  /** After the first failure of the database; each further one doubles it, up to half a minute. */
  readonly patience: number
}

/** Who is told how the work goes. */
export interface WorkListener {
  read(job: TakenJob, events: number): void
  setAside(job: TakenJob, fault: JobFault): void
  /** It could not be read this time, and will be tried again. */
  failed(job: TakenJob, fault: JobFault): void
  /** Nothing waits, and others are reading so many: their jobs may come back. */
  others(reading: number): void
  /** The database could not be used, and is tried again in so many milliseconds. */
  waiting(fault: StoreError, pause: number): void
}

const usualPace: Pace = { beat: 10_000, idle: 1_000, patience: 1_000 }
const longestPause = 30_000
/** How often a database that fails is tried again by work that is to end: some two minutes. */
const mostTries = 8

/**
 * Reads what waits, one report at a time, until nothing waits and nobody reads any more (what is being read may yet come
 * back), or until asked to end.
 * @throws StoreError where the database cannot be used, or this may not work; what toolsFor throws
 */
export async function workThrough(working: Working): Promise<void> {
  const { queue, follow, signal, listener, pace = usualPace } = working
  const patiently = patience(working, pace)
  const worker = await patiently(() => queue.join())
  // A database that fails is met, and told of, by the work itself.
  const heart = setInterval(() => void worker.beat().catch(() => {}), pace.beat)
  try {
    while (!signal.aborted) {
      const job = await patiently(() => worker.take())
      if (job) await readJob(job, worker, working, patiently)
      else {
        if (!follow) {
          const { waiting, reading } = await patiently(() => queue.state())
          if (waiting + reading === 0) return
          if (reading > 0) listener.others(reading)
        }
        await sleep(pace.idle, undefined, { signal }).catch(() => {})
      }
      await nextTurn() // where reading never waits, Ctrl-C would not be heard, nor the signs of life be given
    }
  } finally {
    clearInterval(heart)
    await worker.leave().catch(() => {}) // where it cannot be said, the lease runs out
  }
}

type Patiently = <T>(attempt: () => Promise<T>) => Promise<T>

/**
 * The reading is kept, and then the job is done: not in one transaction, nor need they be. Whoever dies between the two has
 * the report read once more, to the same id, and keeping it again adds nothing.
 */
async function readJob(
  job: TakenJob,
  worker: JobWorker,
  working: Working,
  patiently: Patiently,
): Promise<void> {
  const { store, listener } = working
  try {
    const { snapshot, reading } = await readReport(job.capture, await working.toolsFor(job))
    await patiently(() => store.save(snapshot, reading))
    await patiently(() => worker.done(job.id))
    listener.read(job, reading.events.length)
  } catch (error) {
    if (isFatal(error) && !(error instanceof InputFault)) {
      // Nothing is wrong with the report. Where not even this can be written, the lease runs out.
      await worker.giveBack(job.id).catch(() => {})
      throw error
    }
    const { fault, final } = faultOf(error, job)
    const state = await patiently(() => worker.failed(job.id, fault, final))
    if (state === 'set-aside') listener.setAside(job, fault)
    else listener.failed(job, fault)
  }
}

/** `final` where another try would come to the same: rules and models give the same, a service may answer otherwise. */
function faultOf(error: unknown, { reader }: TakenJob): { fault: JobFault; final: boolean } {
  if (error instanceof InputFault) {
    const { code, message, help } = error
    const asksService = reader !== null && parseChoice(reader).kind === 'llm'
    return { fault: { code, message, help }, final: !asksService }
  }
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const message = `the program failed on this report: ${what}`
  return { fault: { code: 'program-failed', message, help: 'please report this' }, final: false }
}

const passing: ReadonlySet<string> = new Set(['unreachable', 'connection-lost', 'locked'])

/** Tries again what fails because the database does, for as long as it is likely to come back. */
function patience({ follow, signal, listener }: Working, pace: Pace): Patiently {
  return async attempt => {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt()
      } catch (error) {
        const passes = error instanceof StoreError && passing.has(error.code)
        if (!passes || signal.aborted || (!follow && tries > mostTries)) throw error
        const pause = Math.min(pace.patience * 2 ** (tries - 1), longestPause)
        listener.waiting(error, pause)
        await sleep(pause, undefined, { signal }).catch(() => {})
      }
    }
  }
}

import { type Command, InvalidArgumentError } from 'commander'
import { type LoadedTools, loadTools, type Own } from '../../load-tools.js'
import { openRecord } from '../../open-record.js'
import {
  type JobFault,
  type JobId,
  type JobQueue,
  type JobReader,
  mostAttempts,
  type TakenJob,
} from '../../ports.js'
import { databaseName, openJobs, openPlaces } from '../../store/index.js'
import { databaseOption } from '../database-option.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import { faultText } from '../faults.js'
import { untilInterrupted } from '../interruption.js'
import type { Output } from '../output.js'
import { counted, oneLine } from '../terminal.js'
import { type WorkListener, workThrough } from '../worker.js'

interface Options {
  readonly follow?: true
  /** True where no job is named: all of them. */
  readonly retry?: true | readonly JobId[]
  readonly db: string
}

export function addWork(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  program
    .command('work')
    .description('read the reports that herodotus read --queue has queued')
    .option('--follow', 'wait for more when nothing is left, instead of ending')
    .option('--retry [job...]', 'first put back what was set aside: the named jobs, or all', jobArgument)
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus read --queue reports/ && herodotus work
  herodotus work --follow                        a worker that stays (a service)
  herodotus work --retry job:3f9c2a10b47d58e6

On PostgreSQL any number of processes work, on any number of machines; on SQLite one at a time. Ctrl-C or SIGTERM ends it
after the report that it is reading. docs/workers.md says what is guaranteed.
Exit status: 0 nothing is left, 3 some reports were set aside (they are named), 1 the database or the reader could not be
used, 130 interrupted.`,
    )
    .action((options: Options) => run(output => work(options, output)))
}

function jobArgument(text: string, before: true | readonly JobId[] | undefined): readonly JobId[] {
  const digits = /^(?:job:)?([0-9a-f]{16})$/i.exec(text)?.[1]?.toLowerCase()
  if (digits === undefined) throw new InvalidArgumentError('give ids as herodotus status prints them')
  return [...(Array.isArray(before) ? before : []), `job:${digits}`]
}

async function work(options: Options, output: Output): Promise<ExitCode> {
  const queue = await openJobs(options.db)
  const store = await openRecord(options.db)
  const places = await openPlaces(options.db)
  const tally = { reports: 0, events: 0, setAside: 0 }
  try {
    if (options.retry !== undefined) await putBack(queue, options.retry, output)
    const toolsFor = toolsOnce({ actors: await store.actors(), places }, output)
    const wasInterrupted = await untilInterrupted(
      async signal => {
        const listener = listenerFor(tally, output)
        await workThrough({ queue, store, toolsFor, follow: options.follow === true, signal, listener })
        return signal.aborted
      },
      () => output.tell('interrupted: ends after this report; again to end at once'),
    )
    output.tell(summary(tally, databaseName(options.db)))
    if (wasInterrupted) return exitCodes.interrupted
  } catch (error) {
    // What was read is kept: also where the work ends early, it is counted.
    if (tally.reports > 0) output.tell(summary(tally, databaseName(options.db)))
    throw error
  } finally {
    await places.close()
    await store.close()
    await queue.close()
  }
  return tally.setAside > 0 ? exitCodes.partly : exitCodes.done
}

async function putBack(queue: JobQueue, which: true | readonly JobId[], output: Output): Promise<void> {
  const back = await queue.retry(which === true ? undefined : which)
  const missing = which === true ? 0 : which.length - back
  output.tell(
    `${counted(back, 'report')} put back${missing > 0 ? `; ${missing} of the named are not set aside` : ''}`,
  )
}

/** Readers are loaded when the first job asks for them, and once. */
function toolsOnce(own: Own, output: Output): (asked: JobReader) => Promise<LoadedTools> {
  const loaded = new Map<string, Promise<LoadedTools>>()
  const load = async ({ reader, readerUrl }: JobReader): Promise<LoadedTools> => {
    const tools = await loadTools({ ...own, reader: reader ?? undefined, readerUrl: readerUrl ?? undefined })
    for (const told of tools.notes) output.tell(`note: ${oneLine(told)}`)
    return tools
  }
  return asked => {
    const key = JSON.stringify([asked.reader, asked.readerUrl])
    const tools = loaded.get(key) ?? load(asked)
    loaded.set(key, tools)
    return tools
  }
}

function listenerFor(tally: Record<'reports' | 'events' | 'setAside', number>, output: Output): WorkListener {
  let toldOfOthers = false
  const told = (job: TakenJob, fault: JobFault): string => faultText({ source: job.capture.source, ...fault })
  return {
    read(_, events) {
      tally.reports++
      tally.events += events
      output.progress(`read ${counted(tally.reports, 'report')}, ${counted(tally.events, 'event')}`)
    },
    setAside(job, fault) {
      tally.setAside++
      output.tell(`${told(job, fault)}\n  set aside as ${job.id}, at try ${job.attempt}`)
    },
    failed: (job, fault) =>
      output.tell(`${told(job, fault)}\n  tried again (try ${job.attempt} of ${mostAttempts} failed)`),
    others(reading) {
      if (!toldOfOthers) output.tell(`waiting for ${counted(reading, 'report')} that another worker has`)
      toldOfOthers = true
    },
    waiting: ({ message }, pause) =>
      output.tell(`warning: ${oneLine(message)}; tried again in ${Math.ceil(pause / 1000)} s`),
  }
}

function summary(
  { reports, events, setAside }: Readonly<Record<'reports' | 'events' | 'setAside', number>>,
  db: string,
): string {
  const read = `read ${counted(reports, 'report')}, ${counted(events, 'event')}; kept in ${db}`
  const parts = [reports > 0 ? read : `nothing was read: nothing waits in ${db}`]
  if (setAside > 0) parts.push(`${setAside} set aside (named above; herodotus status has them)`)
  return parts.join('; ')
}

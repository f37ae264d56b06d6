import type { Command } from 'commander'
import type { QueueState, SetAsideJob, WorkerState } from '../../ports.js'
import { openJobs } from '../../store/index.js'
import { databaseOption } from '../database-option.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Output } from '../output.js'
import { oneLine, printable } from '../terminal.js'

interface Options {
  readonly json?: true
  readonly db: string
}

export function addStatus(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  program
    .command('status')
    .description('print how far the queue is: what waits, who works, what was set aside and why')
    .option('--json', 'one object')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus status
  herodotus status --json | jq -r '.set_aside[].job'`,
    )
    .action((options: Options) => run(output => status(options, output)))
}

async function status({ db, json }: Options, output: Output): Promise<ExitCode> {
  const queue = await openJobs(db, { mode: 'read' })
  try {
    const state = await queue.state()
    if (json) {
      const aside: unknown[] = []
      for await (const { id, source, attempts, fault } of queue.setAside())
        aside.push({ job: id, source, attempts, ...fault })
      const { waiting, reading, done, doneLately, workers } = state
      const all = { waiting, reading, done, per_minute: doneLately / 5, workers, set_aside: aside }
      await output.out(`${JSON.stringify(all)}\n`)
      return exitCodes.done
    }
    await output.out(`${counts(state)}\n`)
    if (state.workers.length > 0) await output.out(`\nworking\n${state.workers.map(worker).join('\n')}\n`)
    else if (state.waiting > 0) await output.out('\nnobody works: herodotus work reads what waits\n')
    if (state.setAside === 0) return exitCodes.done
    await output.out('\nset aside\n')
    for await (const job of queue.setAside()) {
      await output.out(`${setAside(job)}\n`)
      if (output.closed()) break
    }
    await output.out('\nherodotus work --retry puts all of them back, --retry JOB one\n')
    return exitCodes.done
  } finally {
    await queue.close()
  }
}

function counts({ waiting, reading, done, setAside, doneLately }: QueueState): string {
  const perMinute = doneLately / 5
  const left = perMinute > 0 && waiting > 0 ? `; the rest takes about ${duration(waiting / perMinute)}` : ''
  const rate = doneLately > 0 ? `  (${perMinute.toFixed(1)} a minute in the last five${left})` : ''
  return [
    `waiting     ${waiting}`,
    `being read  ${reading}`,
    `done        ${done}${rate}`,
    `set aside   ${setAside}`,
  ].join('\n')
}

function duration(minutes: number): string {
  if (minutes < 1.5) return 'a minute'
  if (minutes < 90) return `${Math.round(minutes)} minutes`
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`
}

const worker = ({ who, host, pid, since, reading }: WorkerState): string =>
  `  process ${pid} of ${oneLine(who)} on ${oneLine(host)}, since ${since}${reading === null ? '' : `: ${oneLine(reading)}`}`

/** A fault of the program comes with the lines that say where in it. */
const setAside = ({ id, source, attempts, fault }: SetAsideJob): string =>
  [
    `  ${id}  ${oneLine(source)}, after ${attempts === 1 ? '1 try' : `${attempts} tries`}`,
    `    ${printable(fault.message).replaceAll('\n', '\n    ')} [${fault.code}]`,
    `    ${oneLine(fault.help)}`,
  ].join('\n')

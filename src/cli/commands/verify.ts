import type { Command } from 'commander'
import { openStore } from '../../store/index.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Output } from '../output.js'
import { counted, oneLine } from '../terminal.js'

interface Options {
  readonly json?: true
  readonly db: string
}

export function addVerify(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  program
    .command('verify')
    .description('check that every snapshot, text and quote is what it was')
    .option('--json', 'one fault a line')
    .option('--db <file>', 'the database', 'herodotus.db')
    .addHelpText(
      'after',
      `
Examples:
  herodotus verify
  herodotus verify --db case-12.db --json

Exit status: 0 all is as it was, 4 something is not (each is named).`,
    )
    .action((options: Options) => run(output => verify(options, output)))
}

async function verify({ db, json }: Options, output: Output): Promise<ExitCode> {
  const store = await openStore(db, { mode: 'read' })
  try {
    let faults = 0
    for await (const { id, message } of store.verify()) {
      faults++
      await output.out(json ? `${JSON.stringify({ id, message })}\n` : `${id}: ${oneLine(message)}\n`)
    }
    const { snapshots, reports, events } = await store.counts()
    const checked = [
      counted(snapshots, 'snapshot'),
      counted(reports, 'report'),
      counted(events, 'event'),
    ].join(', ')
    if (faults === 0) {
      output.tell(`${checked} checked: every hash and every quote holds`)
      return exitCodes.done
    }
    output.tell(
      `${checked} checked: ${counted(faults, 'fault')} (above)\n  restore the database from a copy, or read the reports again`,
    )
    return exitCodes.integrity
  } finally {
    await store.close()
  }
}

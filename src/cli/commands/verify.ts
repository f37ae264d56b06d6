import { type Command, InvalidArgumentError } from 'commander'
import { openRecord } from '../../open-record.js'
import { databaseOption } from '../database-option.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Output } from '../output.js'
import { counted, oneLine } from '../terminal.js'

interface Options {
  readonly json?: true
  readonly anchor?: string
  readonly db: string
}

export function addVerify(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  program
    .command('verify')
    .description('check that every snapshot, text, quote and line of the log is what it was')
    .option(
      '--anchor <digest>',
      'a digest of the log that was noted elsewhere: its line must still be there',
      digest,
    )
    .option('--json', 'one fault a line')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus verify
  herodotus verify --db case-12.db --json
  herodotus verify --anchor DIGEST      also that the log has not been cut off before that line

Exit status: 0 all is as it was, 4 something is not (each is named).`,
    )
    .action((options: Options) => run(output => verify(options, output)))
}

function digest(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase()
  throw new InvalidArgumentError('give the 64 digits that herodotus log prints after "is"')
}

async function verify({ db, json, anchor }: Options, output: Output): Promise<ExitCode> {
  const store = await openRecord(db, { mode: 'read' })
  try {
    let faults = 0
    for await (const { id, message } of store.verify(anchor)) {
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
      output.tell(`${checked} checked: every hash, every quote and the log’s chain hold`)
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

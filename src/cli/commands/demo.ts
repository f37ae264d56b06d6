import type { Command } from 'commander'
import { fillDemo } from '../../desk/demo/fill.js'
import { loadTools } from '../../load-tools.js'
import { InputFault } from '../../model/input-fault.js'
import { openRecord } from '../../open-record.js'
import type { Store } from '../../ports.js'
import { databaseName } from '../../store/index.js'
import type { ExitCode } from '../exit-codes.js'
import type { Output } from '../output.js'
import { portOption, serveDesk } from './desk.js'

interface Options {
  readonly keep?: string
  readonly port: number
}

export function addDemo(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  program
    .command('demo')
    .description('open the desk on invented reports that disagree: no files, no network, no account')
    .addOption(portOption(program))
    .option(
      '--keep <file>',
      'keep the demo’s record in this new database; else it is gone when the desk ends',
    )
    .addHelpText('after', '\nExamples:\n  herodotus demo\n  herodotus demo --keep demo.db')
    .action((options: Options) => run(output => demo(options, output)))
}

async function demo({ keep, port }: Options, output: Output): Promise<ExitCode> {
  const store = await openRecord(keep ?? ':memory:')
  try {
    await mustBeNew(store, keep)
    const tools = await loadTools()
    for (const note of tools.notes) output.tell(note)
    const most = await fillDemo(store, tools, (done, of) => output.progress(`reading ${done + 1} of ${of}`))
    const at = most === null ? '/events' : `/event/${encodeURIComponent(most)}`
    const name = keep === undefined ? 'the demo (nothing is kept)' : databaseName(keep)
    return await serveDesk(store, { name, port, isDemo: true, at }, output)
  } finally {
    await store.close()
  }
}

/** Invented reports do not belong beside real ones. */
async function mustBeNew(store: Store, keep: string | undefined): Promise<void> {
  const { reports } = await store.counts()
  if (reports === 0) return
  throw new InputFault({
    code: 'not-new',
    source: keep ?? '',
    message: 'a record is kept there already, and the demo’s reports are invented',
    help: 'name a file that is not there yet, or open that record: herodotus desk --db FILE',
  })
}

import type { Command } from 'commander'
import { openRecord } from '../../open-record.js'
import {
  everyPage,
  type ListedReport,
  type ReportFilter,
  type ReportSort,
  reportSorts,
  reportStates,
  type Store,
} from '../../ports.js'
import { databaseOption } from '../database-option.js'
import { dateArgument } from '../dates.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Output } from '../output.js'
import { counted, oneLine, type Style } from '../terminal.js'

interface Options extends ReportFilter {
  readonly sort: ReportSort
  readonly json?: true
  readonly db: string
}

export function addReports(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  program
    .command('reports')
    .description('list the reports that are kept: what each tells, and how far that is decided')
    .option('--words <words>', 'only those with all these words in their name, outlet or headline')
    .option('--outlet <name>', 'only those of an outlet of this name, or part of it')
    .option(
      '--from <date>',
      'only those that may have been published on or after this day, month or year',
      text => dateArgument(text).earliest,
    )
    .option(
      '--to <date>',
      'only those that may have been published on or before it',
      text => dateArgument(text).latest,
    )
    .addOption(
      program.createOption('--review <state>', 'only what people have decided so far').choices(reportStates),
    )
    .addOption(
      program.createOption('--sort <order>', 'what comes first').choices(reportSorts).default('-published'),
    )
    .option('--json', 'one report a line')
    .addOption(databaseOption())
    .addHelpText(
      'after',
      `
Examples:
  herodotus reports
  herodotus reports --review undecided --sort undecided
  herodotus reports --review empty         those of which no event is kept
  herodotus reports --outlet "River Post" --from 2031-03 --json`,
    )
    .action((options: Options) => run(output => reports(options, output)))
}

async function reports({ json, db, sort, ...filter }: Options, output: Output): Promise<ExitCode> {
  const store = await openRecord(db, { mode: 'read' })
  try {
    let found = 0
    for await (const one of listed(store, filter, sort)) {
      found++
      await output.out(json ? `${JSON.stringify(one)}\n` : reportText(one, output.style))
      if (output.closed()) break
    }
    if (found === 0)
      output.tell('no report fits; `herodotus reports` without filters lists all that are kept')
    return exitCodes.done
  } finally {
    await store.close()
  }
}

async function* listed(store: Store, filter: ReportFilter, sort: ReportSort): AsyncGenerator<ListedReport> {
  const pages = everyPage(after => store.reports(filter, { sort, after, limit: 200 }))
  for await (const { reports } of pages) yield* reports
}

function reportText({ report, events, undecided, contested }: ListedReport, style: Style): string {
  const { id, name, outlet, headline, published } = report
  const head = [published?.edtf ?? 'no day known', outlet, headline]
    .filter(part => part !== null)
    .map(oneLine)
  const standing =
    events === 0
      ? 'no event'
      : [
          counted(events, 'event'),
          undecided > 0 && `${undecided} undecided`,
          contested > 0 && `${contested} contested`,
          undecided + contested === 0 && 'all decided',
        ]
          .filter(Boolean)
          .join(', ')
  return `${head.join('  ')}\n  ${oneLine(name)}: ${standing}  ${style.dim(id)}\n`
}

import { type Command, InvalidArgumentError } from 'commander'
import { renderJson, renderTable, runBench, suiteNames } from '../../bench/index.js'
import { loadTools } from '../../load-tools.js'
import type { ReaderChoice } from '../../reader/index.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Output } from '../output.js'
import { readerChoice, withReaderOptions } from '../reader-options.js'
import { oneLine } from '../terminal.js'

interface Options extends ReaderChoice {
  readonly data: string
  readonly suite?: readonly string[]
  readonly split?: string
  readonly limit?: number
  readonly json?: true
}

export function addBench(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  withReaderOptions(
    program
      .command('bench')
      .description('measure what is read against coded reports and public benchmarks, with speed and memory')
      .requiredOption('--data <dir>', 'a folder laid out as docs/bench.md tells')
      .addOption(program.createOption('--suite <name...>', 'only these').choices(suiteNames))
      .option('--split <split>', 'only files of this split (dev, test, train), or all')
      .option('--limit <rows>', 'at most so many rows of each file', wholeNumber)
      .option('--json', 'one number a line'),
  )
    .addHelpText(
      'after',
      `
Examples:
  herodotus bench --data ~/benchmarks
  herodotus bench --data ~/benchmarks --suite record tempeval3 --split dev
  herodotus bench --data ~/benchmarks --json > results.jsonl

Exit status: 0 all was measured, 3 a suite failed (standard error says why).`,
    )
    .action((options: Options) => run(output => bench(options, output)))
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Give a whole number, 1 or more.')
  return Number(text)
}

async function bench(given: Options, output: Output): Promise<ExitCode> {
  const { data, suite, split, limit, json } = given
  const tools = await loadTools(readerChoice(given))
  for (const told of tools.notes) output.tell(`note: ${oneLine(told)}`)
  const rows = []
  const options = {
    tools,
    ...(suite && { only: suite }),
    ...(split && { split }),
    ...(limit && { limit }),
    progress: (line: string) => output.progress(oneLine(line)),
    note: (message: string) => output.tell(oneLine(message)),
  }
  for await (const row of runBench(data, options)) {
    rows.push(row)
    if (json) await output.out(`${renderJson(row)}\n`)
  }
  if (!json) await output.out(renderTable(rows))
  return rows.some(({ note }) => note === 'failed') ? exitCodes.partly : exitCodes.done
}

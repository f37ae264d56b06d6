import type { Command } from 'commander'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Output } from '../output.js'

export function addBench(
  program: Command,
  run: (action: (output: Output) => Promise<ExitCode>) => Promise<void>,
): void {
  program
    .command('bench')
    .description('measure the quality, speed and memory of reading on coded reports and public benchmarks')
    .requiredOption('--data <dir>', 'a folder laid out as docs/bench.md tells')
    .action(() => run(async () => exitCodes.done))
}

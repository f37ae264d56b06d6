import { Command } from 'commander'
import { programVersion } from '../version.js'
import { addActors } from './commands/actors.js'
import { addBench } from './commands/bench.js'
import { addCheck } from './commands/check.js'
import { addDemo } from './commands/demo.js'
import { addDesk } from './commands/desk.js'
import { addDoctor } from './commands/doctor.js'
import { addExplain } from './commands/explain.js'
import { addExport } from './commands/export.js'
import { addGazetteer } from './commands/gazetteer.js'
import { addImport } from './commands/import.js'
import { addLog } from './commands/log.js'
import { addRead } from './commands/read.js'
import { addReports } from './commands/reports.js'
import { addReview } from './commands/review/index.js'
import { addShow } from './commands/show.js'
import { addStatus } from './commands/status.js'
import { addUndo } from './commands/undo.js'
import { addVerify } from './commands/verify.js'
import { addWork } from './commands/work.js'
import type { ExitCode } from './exit-codes.js'
import type { Output } from './output.js'
import { printable } from './terminal.js'

/** The command line: every command with its flags. Errors of usage are thrown as CommanderError. */
export function buildProgram(output: Output): Command {
  const run = async (action: (output: Output) => Promise<ExitCode>): Promise<void> => {
    process.exitCode = await action(output)
  }
  const program = new Command('herodotus')
    .description(
      'Reads news reports of armed conflict and keeps a record of what they tell, and of who says so.',
    )
    .version(programVersion)
    .exitOverride()
    .configureOutput({ writeErr: text => output.tell(printable(text).trimEnd()) })
    .showHelpAfterError('(herodotus --help lists the commands; herodotus COMMAND --help its flags)')
    .configureHelp({ sortOptions: false })
    .addHelpText(
      'after',
      `
Examples:
  herodotus read report.txt --published 2031-03-05
  herodotus show --kind air-strike
  herodotus show event:3f9c2a

Exit status: 0 done, 1 failed, 2 usage, 3 some inputs could not be read, 4 the record is not what it was, 130 interrupted.`,
    )
  for (const add of [
    addRead,
    addWork,
    addStatus,
    addShow,
    addReports,
    addExplain,
    addReview,
    addUndo,
    addVerify,
    addLog,
    addExport,
    addImport,
    addCheck,
    addDesk,
    addDemo,
    addActors,
    addGazetteer,
    addDoctor,
    addBench,
  ])
    add(program, run)
  return program
}

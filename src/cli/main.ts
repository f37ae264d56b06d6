#!/usr/bin/env node
import { CommanderError } from 'commander'
import { exitCodes } from './exit-codes.js'
import { faultText, isFatal } from './faults.js'
import { processOutput } from './output.js'
import { buildProgram } from './program.js'
import { styleFor } from './terminal.js'

const output = processOutput(styleFor(process.stdout, process.env), error => {
  output.tell(`error: standard output cannot be written: ${error.message}`)
  process.exit(exitCodes.failed)
})

// Once: a second Ctrl-C ends the process at once, whatever it is doing.
process.once('SIGINT', () => {
  output.tell('interrupted; what was read before is kept')
  process.exit(exitCodes.interrupted)
})

try {
  await buildProgram(output).parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  } else if (isFatal(error)) {
    output.tell(faultText(error))
    process.exitCode = exitCodes.failed
  } else {
    throw error
  }
}

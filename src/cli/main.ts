#!/usr/bin/env node
import { CommanderError } from 'commander'
import { exitCodes } from './exit-codes.js'
import { faultText, isFatal } from './faults.js'
import { processOutput } from './output.js'
import { buildProgram } from './program.js'
import { styleFor } from './terminal.js'

const output = processOutput(styleFor(process.stdout, process.env))

process.on('SIGINT', () => process.exit(exitCodes.interrupted))
// `herodotus show | head` closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done)
  throw error
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

import type { Command } from 'commander'
import type { ExitCode } from '../../exit-codes.js'
import type { Output } from '../../output.js'

/** Runs what a command does, and lets the program end with its status. */
export type Run = (action: (output: Output) => Promise<ExitCode>) => Promise<void>

/** Adds a command to the one that it is part of. */
export type AddCommand = (to: Command, run: Run) => void

import type { Command } from 'commander'
import { databaseOption } from './database-option.js'

/** What every command of reviewing is told. */
export interface ReviewOptions {
  /** The reviewer; the system's user if not given. */
  readonly as?: string
  readonly note?: string
  readonly blind?: true
  readonly json?: true
  readonly db: string
}

/** Adds the flags that say who looks, and whether without sight of what others decided. */
export function withReviewer(command: Command): Command {
  return command
    .addOption(
      command.createOption('--as <name>', 'the reviewer; else the system’s user').env('HERODOTUS_REVIEWER'),
    )
    .option('--blind', 'for double coding: see, and decide on, what your own decisions alone have made')
}

/** Adds the flags of a command that takes a decision. */
export function withDecision(command: Command): Command {
  return withReviewer(command)
    .option('--note <text>', 'why, in your words; kept with the decision')
    .option('--json', 'one decision a line')
    .addOption(databaseOption())
}

/** The words that carry a value, as flags say them. */
export interface WordsOptions {
  /** False where `--no-quote` says that the report has none. */
  readonly quote?: readonly string[] | false
  readonly sameQuote?: true
}

export function withWords(command: Command): Command {
  return command
    .option(
      '--quote <words>',
      'the words of the report that carry it, as they stand there; WORDS@2 for the second of several; may be repeated',
      collect,
    )
    .option('--no-quote', 'the report has no words that carry it')
}

/** Gathers a flag that may be given more than once. */
export const collect = (text: string, before: unknown): string[] => [
  ...(Array.isArray(before) ? before : []),
  text,
]

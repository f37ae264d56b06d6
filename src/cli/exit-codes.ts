/** What the program's exit status means; the same for every command. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  /** Some inputs could not be read; the rest was. */
  partly: 3,
  /** A snapshot, text or quote is not what it was. */
  integrity: 4,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

import { oneLine } from './terminal.js'

/** What a fault says to a person: what was found, where, and what to do. */
export function faultText(fault: { source?: string; message: string; help?: string; code?: string }): string {
  const where = fault.source === undefined ? '' : `${oneLine(fault.source)}: `
  const help = fault.help ? `\n  ${oneLine(fault.help)}` : ''
  const code = fault.code ? ` [${fault.code}]` : ''
  return `error: ${where}${oneLine(fault.message)}${code}${help}`
}

/** A fault that stops a command, made to be read by a person. */
export interface Fatal extends Error {
  readonly code: string
  readonly help: string
}

/** Whether an error says itself what to do; any other is a fault in the program. */
export function isFatal(error: unknown): error is Fatal {
  return error instanceof Error && 'help' in error && 'code' in error
}

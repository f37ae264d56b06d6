import { createInterface } from 'node:readline'
import { untilInterrupted } from './interruption.js'

/** Waits until Ctrl-C or a request to end; meanwhile does something at each Enter, where a terminal is there to press it. */
export async function untilEnded(atEnter: () => void): Promise<void> {
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null
  lines?.on('line', atEnter)
  await untilInterrupted(
    signal => new Promise<void>(resolve => signal.addEventListener('abort', () => resolve())),
    () => {},
  )
  lines?.close()
}

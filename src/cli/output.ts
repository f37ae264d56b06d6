import { once } from 'node:events'
import type { Style } from './terminal.js'

/** Where a command writes: data to `out`, messages to `tell`. */
export interface Output {
  /** Writes data to standard output, waiting while the reader of a pipe is behind. */
  out(text: string): Promise<void>
  /** Writes a message to standard error. */
  tell(text: string): void
  /** Shows where long work stands, on a terminal only; each line replaces the one before. */
  progress(text: string): void
  readonly style: Style
}

export function processOutput(style: Style): Output {
  const { stdout, stderr } = process
  let shown = false
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K')
    shown = false
  }
  return {
    style,
    async out(text) {
      clear()
      if (!stdout.write(text)) await once(stdout, 'drain')
    },
    tell(text) {
      clear()
      stderr.write(`${text}\n`)
    },
    progress(text) {
      if (!stderr.isTTY || process.env.TERM === 'dumb') return
      stderr.write(`\r\u001b[K${text}`)
      shown = true
    },
  }
}

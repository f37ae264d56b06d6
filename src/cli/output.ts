import { once } from 'node:events'
import type { Style } from './terminal.js'

/** Where a command writes: data to `out`, messages to `tell`. */
export interface Output {
  /** Writes data to standard output, waiting while the reader of a pipe is behind; nothing once it has gone. */
  out(data: string | Uint8Array): Promise<void>
  /** Whether the reader of standard output has gone (`| head`): there is nobody to write to any more. */
  readonly closed: () => boolean
  /** Writes a message to standard error. */
  tell(text: string): void
  /** Shows where long work stands, on a terminal only; each line replaces the one before. */
  progress(text: string): void
  readonly style: Style
}

/** Writes to the process's own streams; `failed` is told of a standard output that cannot be written (a full disk). */
export function processOutput(style: Style, failed: (error: Error) => void): Output {
  const { stdout, stderr } = process
  let shown = false
  let closed = false
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    closed = true
    if (error.code !== 'EPIPE') failed(error)
  })
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K')
    shown = false
  }
  return {
    style,
    closed: () => closed,
    async out(data) {
      if (closed) return
      clear()
      // A pipe that closes while we wait is seen by the listener above.
      if (!stdout.write(data)) await once(stdout, 'drain').catch(() => {})
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

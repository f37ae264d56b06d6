import type { Output } from '../src/cli/output.js'
import { plain } from '../src/cli/terminal.js'

/** An output for commands that are tried within a test: what they write is heard, and there is no terminal. */
export function heardOutput(): {
  readonly output: Output
  /** What standard output and standard error hold by now. */
  heard(): { readonly out: string; readonly err: string }
} {
  const pieces: Uint8Array[] = []
  let err = ''
  return {
    output: {
      async out(data) {
        pieces.push(Buffer.from(data))
      },
      tell(text) {
        err += `${text}\n`
      },
      closed: () => false,
      progress() {},
      style: plain,
    },
    heard: () => ({ out: Buffer.concat(pieces).toString(), err }),
  }
}

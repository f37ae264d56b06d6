/**
 * Why a reader cannot be had or cannot go on, for any report: what was found, and what to do. `code` is stable and
 * kebab-case (`no-such-reader`, `no-key`), for programs. No message of it holds a key.
 */
export class ReaderError extends Error {
  override readonly name = 'ReaderError'
  readonly code: string
  readonly help: string

  constructor(fault: { code: string; message: string; help: string; cause?: unknown }) {
    super(fault.message, { cause: fault.cause })
    this.code = fault.code
    this.help = fault.help
  }
}

/**
 * Something handed in that cannot be read: what was found, where, and what to do. The batch goes on without it.
 * `code` is stable and kebab-case (`empty-text`, `not-json`), for programs; the message is for people.
 */
export class InputFault extends Error {
  override readonly name = 'InputFault'
  readonly code: string
  /** The file, URL or row at fault. */
  readonly source: string
  readonly help: string
  /** The part of what was handed in that it is about (`country`, `words`); null where it is about all of it. */
  readonly part: string | null

  constructor(fault: {
    code: string
    source: string
    message: string
    help: string
    part?: string | null
    cause?: unknown
  }) {
    super(fault.message, { cause: fault.cause })
    this.code = fault.code
    this.source = fault.source
    this.help = fault.help
    this.part = fault.part ?? null
  }
}

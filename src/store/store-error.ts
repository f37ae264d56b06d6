/** What kept the store from its work; stable, for programs. */
export type StoreErrorCode =
  | 'file-missing'
  | 'file-gone'
  | 'folder-missing'
  | 'not-a-file'
  | 'cannot-open'
  | 'not-a-database'
  | 'not-herodotus'
  | 'older-version'
  | 'newer-version'
  | 'unsupported-engine'
  | 'unreachable'
  | 'connection-lost'
  | 'access-denied'
  | 'locked'
  | 'read-only'
  | 'disk-full'
  | 'disk-fault'
  | 'damaged'
  | 'unknown-event'
  | 'unknown-review'
  | 'bad-review'
  | 'bad-cursor'
  | 'worker-there'

/** The database cannot be used as asked. The message says what and where, `help` what to do. Nothing is half done. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode
  readonly help: string

  constructor(error: { code: StoreErrorCode; message: string; help: string; cause?: unknown }) {
    super(error.message, { cause: error.cause })
    this.code = error.code
    this.help = error.help
  }

  /** Whether it is only that nothing has been kept there yet. */
  get isNothingThere(): boolean {
    return this.code === 'file-missing' || this.code === 'folder-missing'
  }
}

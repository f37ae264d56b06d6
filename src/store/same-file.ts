import { type BigIntStats, statSync } from 'node:fs'
import { StoreError } from './store-error.js'

/**
 * A check that the file at a path is still the one that stands there now. SQLite writes on into an open file that was deleted or
 * moved away: what it acknowledges then would be gone with the program. A file that was put back is the same.
 * @param file an absolute path; `:memory:` is never another
 * @returns throws StoreError `file-gone`, or `cannot-open` where it may not be looked at
 */
export function sameFile(file: string): () => void {
  if (file === ':memory:') return () => {}
  const opened = statOf(file)
  return () => {
    const now = statOf(file)
    if (now && now.ino === opened?.ino && now.dev === opened.dev) return
    throw new StoreError({
      code: 'file-gone',
      message: now
        ? `${file} is another file than the one that was opened`
        : `${file} is gone: it was deleted or moved while it was open`,
      help: 'put the same file back, or run this again on the file that is there; nothing was written to a file that is gone',
    })
  }
}

/**
 * What stands at a path; undefined where nothing does. The numbers of files are larger than what a plain number can hold exactly.
 * @throws StoreError `cannot-open`
 */
export function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false })
  } catch (cause) {
    throw new StoreError({
      code: 'cannot-open',
      message: `${path} cannot be looked at: ${cause instanceof Error ? cause.message : cause}`,
      help: 'check that you may read the file and its folder, or give another with --db',
      cause,
    })
  }
}

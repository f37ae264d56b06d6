import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { FolderFile } from '../export/format.js'
import { InputFault } from '../model/input-fault.js'
import type { Output } from './output.js'

/** Where an export is written. */
export interface Target {
  write(chunk: string | Uint8Array): Promise<void>
  /** Whether nobody reads it any more. */
  closed(): boolean
  /** Makes what was written stand under its name. */
  done(): Promise<void>
  /** Leaves nothing behind; what stood under the name before still does. */
  undo(): Promise<void>
}

/**
 * A file, written beside its place and moved there when it is whole, so that a full disk or Ctrl-C leaves no half of one.
 * @throws InputFault where it cannot be written.
 */
export function fileTarget(path: string): Target {
  const part = `${path}.part`
  const file = guarded(path, () => openSync(part, 'w'))
  let open = true
  let waiting: Uint8Array[] = []
  let size = 0
  const flush = (): void => {
    guarded(path, () => {
      for (const chunk of waiting) for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at)
    })
    waiting = []
    size = 0
  }
  const close = (): void => {
    if (open) closeSync(file)
    open = false
  }
  return {
    async write(chunk) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      waiting.push(bytes)
      size += bytes.length
      if (size >= 65_536) flush()
    },
    closed: () => false,
    async done() {
      flush()
      close()
      guarded(path, () => renameSync(part, path))
    },
    async undo() {
      close()
      rmSync(part, { force: true })
    },
  }
}

/** Standard output. */
export const outputTarget = (output: Output): Target => ({
  write: chunk => output.out(chunk),
  closed: output.closed,
  done: async () => {},
  undo: async () => {},
})

/**
 * Writes files of a folder, which is made where it is not there. Files that go on are whole, and under their names, when all are.
 * @throws InputFault where one cannot be written, or would lie outside the folder.
 */
export async function writeInFolder(folder: string, files: AsyncIterable<FolderFile>): Promise<number> {
  let count = 0
  const begun = new Map<string, Target>()
  try {
    for await (const { name, content, goesOn } of files) {
      const target = begun.get(name) ?? targetIn(folder, name)
      if (goesOn) begun.set(name, target)
      await target.write(content)
      if (goesOn) continue
      await target.done()
      count++
    }
    for (const target of begun.values()) await target.done()
    return count + begun.size
  } catch (error) {
    for (const target of begun.values()) await target.undo()
    throw error
  }
}

function targetIn(folder: string, name: string): Target {
  const path = join(folder, name)
  if (relative(folder, path).startsWith('..')) throw new RangeError(`${name} lies outside its folder`)
  guarded(path, () => mkdirSync(dirname(path), { recursive: true }))
  return fileTarget(path)
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    throw new InputFault({
      code: 'cannot-write',
      source: path,
      message: `it cannot be written (${code ?? String(cause)})`,
      help:
        code === 'ENOSPC'
          ? 'make room on the disk, or write to another with --out'
          : 'give another place with --out',
      cause,
    })
  }
}

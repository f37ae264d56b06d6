import { createHash, type Hash } from 'node:crypto'
import type { FolderFile } from '../export/format.js'
import { openRecord } from '../open-record.js'
import { StoreError } from '../store/index.js'
import type { Output } from './output.js'

/** Takes the SHA-256 of what goes by; of a folder, of each file's name and content in the order in which they were whole. */
export interface Digest {
  chunks<T extends string | Uint8Array>(of: AsyncIterable<T>): AsyncIterable<T>
  files(of: AsyncIterable<FolderFile>): AsyncIterable<FolderFile>
  /** Once all has gone by. */
  hex(): string
}

export function digestOf(): Digest {
  const hash = createHash('sha256')
  return {
    async *chunks(of) {
      for await (const chunk of of) {
        hash.update(chunk)
        yield chunk
      }
    },
    async *files(of) {
      const begun = new Map<string, Hash>()
      const add = (name: string, content: Hash) => hash.update(`${name}\n`).update(content.digest())
      for await (const file of of) {
        const content = (begun.get(file.name) ?? createHash('sha256')).update(file.content)
        if (file.goesOn) begun.set(file.name, content)
        else add(file.name, content)
        yield file
      }
      for (const [name, content] of begun) add(name, content)
    },
    hex: () => hash.digest('hex'),
  }
}

/** Enters an export in the record's log of custody. One that cannot be entered is good all the same: that is told. */
export async function logExport(
  db: string,
  entry: { readonly subject: string; readonly digest: string },
  output: Output,
): Promise<void> {
  try {
    const store = await openRecord(db, { mode: 'write' })
    try {
      await store.logExport(entry)
    } finally {
      await store.close()
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    output.tell(`note: this export is not in the log of custody: ${error.message}`)
  }
}

import type { Kysely } from 'kysely'
import type { LogLine } from '../ports.js'
import { sha256 } from '../text/ids.js'
import { inBatches } from './passages.js'
import type { Tables } from './tables.js'

/** What a line of the log tells of: what was done to what, and the digest of what then was there. */
export type Entry = Pick<LogLine, 'what' | 'subject' | 'digest'>

/** What the first line names as the digest of the line before it. */
export const beforeTheFirst = '0'.repeat(64)

/** The digest of a line, from all that it says and the digest of the line before. */
export function lineDigest(line: Omit<LogLine, 'sha256'>): string {
  const { seq, at, who, what, subject, digest, previous } = line
  return sha256(JSON.stringify([seq, at, who, what, subject, digest, previous]))
}

/** Appends to the log. The caller's transaction must be the only one that writes: two lines may not follow one. */
export async function appendLines(
  db: Kysely<Tables>,
  entries: readonly Entry[],
  by: Pick<LogLine, 'at' | 'who'>,
): Promise<LogLine[]> {
  const head = await db
    .selectFrom('log')
    .select(['seq', 'sha256'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  let { seq, sha256: previous } = head ?? { seq: 0, sha256: beforeTheFirst }
  const lines = entries.map(entry => {
    seq++
    const line = { seq, at: by.at, who: by.who, ...entry, previous }
    previous = lineDigest(line)
    return { ...line, sha256: previous }
  })
  await inBatches(lines, rows => db.insertInto('log').values(rows).execute())
  return lines
}

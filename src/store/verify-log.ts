import { type Kysely, sql } from 'kysely'
import type { IntegrityFault, LogLine } from '../ports.js'
import { beforeTheFirst, lineDigest } from './custody.js'
import type { Tables } from './tables.js'
import { walk } from './walk.js'

/**
 * The chain of the log, line by line, and that log and record tell of the same things.
 * @param anchor the digest of a line that was noted elsewhere
 */
export async function* verifyLog(db: Kysely<Tables>, anchor?: string): AsyncGenerator<IntegrityFault> {
  const after = (seq: number) => db.selectFrom('log').selectAll().where('seq', '>', seq).orderBy('seq')
  let before: Pick<LogLine, 'seq' | 'sha256'> = { seq: 0, sha256: beforeTheFirst }
  let anchored = anchor === undefined
  for await (const line of walk(0, after, ({ seq }) => seq, 500)) {
    const id = `log:${line.seq}`
    if (line.seq !== before.seq + 1)
      yield { id, message: `it follows line ${before.seq}: what was between is gone` }
    else if (line.previous !== before.sha256) {
      yield {
        id,
        message: `it does not follow line ${before.seq} as that now is: one of the two was put in or changed`,
      }
    }
    if (lineDigest(line) !== line.sha256)
      yield { id, message: 'what it says no longer has the digest that was kept of it' }
    anchored ||= line.sha256 === anchor
    before = line
  }
  if (!anchored) {
    yield {
      id: 'log',
      message: `no line of it has the digest ${anchor}: it was cut off before, or made anew`,
    }
  }
  yield* verifySubjects(db)
}

/** What a line tells of, and the table that holds it; of exports nothing is kept but their line. */
const subjects = [
  ['capture', 'captures'],
  ['reading', 'readings'],
  ['review', 'reviews'],
] as const

async function* verifySubjects(db: Kysely<Tables>): AsyncGenerator<IntegrityFault> {
  for (const [what, table] of subjects) {
    const unlogged = await sql<{ id: string }>`
      select kept.id from ${sql.table(table)} as kept
      where not exists (select 1 from log where subject = kept.id and what = ${what} and digest = kept.sha256)`.execute(
      db,
    )
    for (const { id } of unlogged.rows) {
      yield {
        id,
        message: 'as it is kept, the log does not tell of it: it was put in or changed behind the log',
      }
    }
    const lost = await sql<{ seq: number; subject: string }>`
      select seq, subject from log where what = ${what}
      and not exists (select 1 from ${sql.table(table)} as kept where kept.id = log.subject)
      order by seq`.execute(db)
    for (const { seq, subject } of lost.rows) {
      yield { id: subject, message: `line ${seq} of the log tells that it was kept, and it is gone` }
    }
  }
}

import type { Kysely } from 'kysely'
import type { ReviewRules } from '../ports.js'
import { isEdition, occurrenceOf, parsedEdition } from './edition.js'
import type { Engine } from './engine.js'
import { inGroups } from './in-groups.js'
import { listAll } from './listed-reports.js'
import { olderVersion } from './older-version.js'
import { inBatches } from './passages.js'
import { publish } from './published.js'
import { reviewedReports } from './reviewed-reports.js'
import { eventRows } from './rows.js'
import { StoreError } from './store-error.js'
import type { Tables } from './tables.js'
import { walk } from './walk.js'

/**
 * Sees to it that the published record was made by these rules of reviewing. Who opens the record to write makes it anew where it
 * was made by older ones, or not yet.
 * @param where what messages call the database
 * @throws StoreError `older-version` where that is needed and only reading is allowed, `newer-version`
 */
export async function requirePublished(
  { db, lock }: Engine,
  rules: ReviewRules,
  mode: 'read' | 'write',
  where: string,
): Promise<void> {
  if (await isPublished(db, rules, where)) return
  if (mode === 'read') {
    const kept = await db.selectFrom('readings').select('seq').limit(1).executeTakeFirst()
    if (kept) throw olderVersion(where)
    return
  }
  await db.transaction().execute(async tx => {
    await lock(tx)
    if (!(await isPublished(tx, rules, where))) await publishAll(tx, rules)
  })
}

/**
 * That nobody has meanwhile made the record by other rules: what is added now would be made by the wrong ones. Within a transaction
 * that alone adds to the record.
 * @throws StoreError `newer-version`
 */
export async function requireSameRules(tx: Kysely<Tables>, rules: ReviewRules): Promise<void> {
  if (!(await isPublished(tx, rules, 'this record'))) throw olderVersion('this record')
}

async function isPublished(db: Kysely<Tables>, rules: ReviewRules, where: string): Promise<boolean> {
  const kept = (await db.selectFrom('published').select('rules').executeTakeFirst())?.rules ?? 0
  if (kept <= rules.version) return kept === rules.version
  throw new StoreError({
    code: 'newer-version',
    message: `decisions in ${where} were last taken by a newer version of Herodotus (its rules of reviewing have number ${kept})`,
    help: 'use that version or a later one, or give another database with --db',
  })
}

const readingsAtOnce = 50
const reportsAtOnce = 50

/** Makes anew how much each event waits, the record of all reports that decisions bear on, and the list of reports. */
async function publishAll(tx: Kysely<Tables>, rules: ReviewRules): Promise<void> {
  await tx.deleteFrom('listed_reports').execute()
  const readings = (seq: number) =>
    tx.selectFrom('readings').select('seq').where('seq', '>', seq).orderBy('seq')
  for await (const group of inGroups(
    walk(0, readings, ({ seq }) => seq, readingsAtOnce),
    readingsAtOnce,
  )) {
    await renewUrgency(
      tx,
      rules,
      group.map(({ seq }) => seq),
    )
  }
  const last = await tx.selectFrom('log').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  for await (const reports of inGroups(reviewedReports(tx), reportsAtOnce)) {
    await publish(tx, rules, reports, last?.seq ?? 0)
  }
  await listAll(tx)
  await tx.deleteFrom('published').execute()
  await tx.insertInto('published').values({ rules: rules.version }).execute()
}

async function renewUrgency(
  tx: Kysely<Tables>,
  rules: ReviewRules,
  readings: readonly number[],
): Promise<void> {
  const events = await tx.selectFrom('events').selectAll().where('reading', 'in', readings).execute()
  // What is damaged waits for nobody; verify names it.
  const rows = events.flatMap(row => {
    const edition = parsedEdition(row)
    return 'value' in edition
      ? eventRows(row, occurrenceOf(edition.value, isEdition(row)), rules.urgency)
      : []
  })
  await tx.deleteFrom('urgency').where('reading', 'in', readings).execute()
  await tx.deleteFrom('event_names').where('reading', 'in', readings).where('field', '=', 'review').execute()
  const names = rows.flatMap(row => row.event_names).filter(({ field }) => field === 'review')
  await inBatches(
    rows.flatMap(row => row.urgency),
    some => tx.insertInto('urgency').values(some).execute(),
  )
  await inBatches(names, some => tx.insertInto('event_names').values(some).execute())
  await inBatches(
    names.map(({ field, name }) => ({ field, name })),
    some =>
      tx
        .insertInto('names')
        .values(some)
        .onConflict(conflict => conflict.doNothing())
        .execute(),
  )
}

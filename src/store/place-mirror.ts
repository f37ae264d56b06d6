import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { sha256 } from '../text/ids.js'
import { inBatches } from './passages.js'
import { placesVersion } from './place-files.js'
import { openSqlite } from './sqlite.js'
import type { Row, Tables } from './tables.js'

/** Rows fetched and written at a time. */
const atOnce = 10_000

/**
 * A reading asks for places and does not wait, and PostgreSQL is waited for: its places are copied into a file on this
 * machine, once for each state that they are in. Gives the file's path; null where no places are loaded.
 * @param name what the database is called: each has its own copy
 */
export async function mirrorPlaces(db: Kysely<Tables>, name: string): Promise<string | null> {
  const version = placesVersion(await db.selectFrom('place_files').selectAll().execute())
  if (version === '') return null
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'herodotus')
  const prefix = `places-${sha256(name).slice(0, 12)}-`
  const path = join(folder, `${prefix}${version}.db`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  const part = `${path}.part-${process.pid}`
  await copy(db, part)
  for (const old of readdirSync(folder)) {
    if (old.startsWith(prefix) && !old.includes('.part-')) rmSync(join(folder, old), { force: true })
  }
  renameSync(part, path)
  return path
}

async function copy(db: Kysely<Tables>, path: string): Promise<void> {
  const { db: mirror } = await openSqlite(path, { mode: 'write', busyTimeout: 1_000 })
  try {
    await inBatches(await db.selectFrom('place_files').selectAll().execute(), rows =>
      mirror.insertInto('place_files').values(rows).execute(),
    )
    for (let after = 0, more = true; more; ) {
      const rows = await db
        .selectFrom('places')
        .selectAll()
        .where('id', '>', after)
        .orderBy('id')
        .limit(atOnce)
        .execute()
      await inBatches(rows, some => mirror.insertInto('places').values(some).execute())
      after = rows.at(-1)?.id ?? after
      more = rows.length === atOnce
    }
    await copyNames(db, mirror)
  } finally {
    await mirror.destroy()
  }
}

async function copyNames(db: Kysely<Tables>, mirror: Kysely<Tables>): Promise<void> {
  let after: Row<'place_names'> = { key: '', form: 'sounding', place: 0 }
  for (let more = true; more; ) {
    const { key, form, place } = after
    const rows = await db
      .selectFrom('place_names')
      .selectAll()
      .where(({ eb, refTuple, tuple }) => eb(refTuple('key', 'form', 'place'), '>', tuple(key, form, place)))
      .orderBy('key')
      .orderBy('form')
      .orderBy('place')
      .limit(atOnce)
      .execute()
    await inBatches(rows, some => mirror.insertInto('place_names').values(some).execute())
    after = rows.at(-1) ?? after
    more = rows.length === atOnce
  }
}

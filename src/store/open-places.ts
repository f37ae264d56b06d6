import type { PlaceFiles, PlaceStore } from '../ports.js'
import { databaseName, isPostgres } from './database-name.js'
import type { OpenOptions } from './open-store.js'
import { SqlPlaceFiles } from './place-files.js'
import { sqlitePlaces } from './place-lookup.js'
import { mirrorPlaces } from './place-mirror.js'
import { openPostgres } from './postgres.js'
import { openSqlite } from './sqlite.js'
import { StoreError } from './store-error.js'

/**
 * Opens the user's own places, kept beside the record, to be asked for in the middle of a reading.
 * @throws StoreError where the database cannot be opened as asked
 */
export async function openPlaces(database: string, options: OpenOptions = {}): Promise<PlaceStore> {
  if (!isPostgres(database)) return lookUpIn(database, options)
  const { db } = await openPostgres(database, settings(options))
  try {
    const mirror = await mirrorPlaces(db, databaseName(database))
    return mirror === null ? noPlaces : await lookUpIn(mirror, { mode: 'read' })
  } finally {
    await db.destroy()
  }
}

/** Opens the files that the places come from, to load more of them. */
export async function openPlaceFiles(database: string, options: OpenOptions = {}): Promise<PlaceFiles> {
  const open = isPostgres(database) ? openPostgres : openSqlite
  const { db } = await open(database, settings(options))
  return new SqlPlaceFiles(db)
}

/** Opens them to be listed; null where there is no database yet. */
export async function openPlaceFilesIfThere(database: string): Promise<PlaceFiles | null> {
  try {
    return await openPlaceFiles(database, { mode: 'read' })
  } catch (error) {
    if (error instanceof StoreError && error.isNothingThere) return null
    throw error
  }
}

const settings = ({ mode = 'write', busyTimeout = 10_000 }: OpenOptions) => ({ mode, busyTimeout }) as const

async function lookUpIn(path: string, options: OpenOptions): Promise<PlaceStore> {
  const { raw, db } = await openSqlite(path, settings(options))
  return sqlitePlaces(raw, () => db.destroy())
}

const noPlaces: PlaceStore = { version: '', lookup: () => [], close: async () => {} }

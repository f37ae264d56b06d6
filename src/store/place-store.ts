import type SqliteDatabase from 'better-sqlite3'
import type { GazetteerPlace } from '../model/values.js'
import { PlaceLevel } from '../model/vocabulary.js'
import type { NameMatch, OwnName, OwnPlace, PlaceFile, PlaceStore } from '../ports.js'
import { sha256 } from '../text/ids.js'
import { nameKey, soundKey } from '../text/name-key.js'
import { transliterated } from '../text/transliterated.js'
import type { OpenOptions } from './open-store.js'
import { openSqlite } from './sqlite.js'
import { sqliteError } from './sqlite-error.js'
import type { PlaceNameForm, Row } from './tables.js'

/**
 * Opens the user's own places, kept in the same SQLite file as the record. They are asked for in the middle of a reading,
 * which does not wait: hence SQLite's own handle, whose answers come at once.
 * @throws StoreError where the file cannot be opened as asked
 */
export async function openPlaces(
  path: string,
  { mode = 'write', busyTimeout = 10_000 }: OpenOptions = {},
): Promise<PlaceStore> {
  const { raw, db } = await openSqlite(path, { mode, busyTimeout })
  return new SqlitePlaces(raw, () => void db.destroy())
}

/** A name may be that of thousands; what is not among the largest is not told apart by a report. */
const mostBearers = 100

class SqlitePlaces implements PlaceStore {
  readonly #raw: SqliteDatabase.Database
  readonly close: () => void
  readonly #bearers: SqliteDatabase.Statement<[string, PlaceNameForm], Row<'places'>>
  readonly #put: SqliteDatabase.Transaction<
    (rows: Parameters<PlaceStore['keep']>[0], progress: Progress) => void
  >
  #isEmpty: boolean

  constructor(raw: SqliteDatabase.Database, close: () => void) {
    this.#raw = raw
    this.close = close
    this.#bearers = raw.prepare(
      `select places.* from place_names join places on places.id = place_names.place
       where key = ? and form = ? order by population desc, id limit ${mostBearers}`,
    )
    this.#put = putRows(raw)
    this.#isEmpty = this.files().length === 0
  }

  get version(): string {
    const files = this.files()
    return files.length === 0
      ? ''
      : sha256(JSON.stringify(files.map(file => [file.sha256, file.lines]))).slice(0, 8)
  }

  lookup(name: string, how: NameMatch = 'any'): readonly GazetteerPlace[] {
    if (this.#isEmpty) return []
    const written = this.#bearers.all(nameKey(name), 'written')
    const sounding = how === 'any' ? this.#bearers.all(soundKey(name), 'sounding') : []
    return [...written, ...sounding].map(placeOf)
  }

  files(): readonly PlaceFile[] {
    return this.#raw
      .prepare<[], Row<'place_files'>>('select * from place_files order by begun_at, sha256')
      .all()
      .map(fileOf)
  }

  begin({ sha256, name, kind, begunAt }: Parameters<PlaceStore['begin']>[0]): PlaceFile {
    this.#write(() =>
      this.#raw
        .prepare(
          `insert into place_files (sha256, name, kind, begun_at, lines, kept, broken, finished)
           values (?, ?, ?, ?, 0, 0, 0, 0) on conflict do nothing`,
        )
        .run(sha256, name, kind, begunAt),
    )
    this.#isEmpty = false
    return this.#file(sha256)
  }

  keep(rows: Parameters<PlaceStore['keep']>[0], progress: Progress): PlaceFile {
    this.#write(() => this.#put.immediate(rows, progress))
    return this.#file(progress.sha256)
  }

  #file(sha: string): PlaceFile {
    const row = this.#raw
      .prepare<[string], Row<'place_files'>>('select * from place_files where sha256 = ?')
      .get(sha)
    if (!row) throw new Error(`invariant broken: ${sha}: a file that was begun is not there`)
    return fileOf(row)
  }

  #write(action: () => unknown): void {
    try {
      action()
    } catch (error) {
      throw sqliteError(error, this.#raw.name)
    }
  }
}

type Progress = Parameters<PlaceStore['keep']>[1]

/** One transaction: some rows, and how far the file has been read. */
function putRows(
  raw: SqliteDatabase.Database,
): SqliteDatabase.Transaction<(rows: Parameters<PlaceStore['keep']>[0], progress: Progress) => void> {
  const place = raw.prepare(
    `insert into places (id, name, country, admin1, level, latitude, longitude, population)
     values (@id, @name, @country, @admin1, @level, @latitude, @longitude, @population)
     on conflict (id) do update set name = excluded.name, country = excluded.country, admin1 = excluded.admin1,
       level = excluded.level, latitude = excluded.latitude, longitude = excluded.longitude, population = excluded.population`,
  )
  const writing = raw.prepare(
    `insert into place_names (key, form, place) select ?, 'written', id from places where id = ? on conflict do nothing`,
  )
  const sounding = raw.prepare(
    `insert into place_names (key, form, place) select ?, 'sounding', id from places
     where id = ? and country in (${[...transliterated].map(code => `'${code}'`)}) on conflict do nothing`,
  )
  const file = raw.prepare(
    `update place_files set lines = @lines, kept = kept + @kept, broken = broken + @broken, finished = @finished
     where sha256 = @sha256`,
  )
  return raw.transaction(
    (
      { places, names }: { readonly places: readonly OwnPlace[]; readonly names: readonly OwnName[] },
      { sha256, lines, broken, finished }: Progress,
    ) => {
      for (const { id, place: values } of places)
        place.run({ id, ...values, population: values.population ?? 0 })
      let named = 0
      for (const { id, name: text } of names) {
        named += writing.run(nameKey(text), id).changes
        sounding.run(soundKey(text), id)
      }
      const kept = places.length > 0 ? places.length : named
      file.run({ sha256, lines, broken, finished: Number(finished), kept })
    },
  )
}

const fileOf = ({ begun_at, finished, kind, ...rest }: Row<'place_files'>): PlaceFile => ({
  ...rest,
  kind: kind === 'names' ? 'names' : 'places',
  begunAt: begun_at,
  finished: finished === 1,
})

const placeOf = ({ id, level, ...rest }: Row<'places'>): GazetteerPlace => ({
  ...rest,
  id: `geonames:${id}`,
  level: PlaceLevel.parse(level),
})

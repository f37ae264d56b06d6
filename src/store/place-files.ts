import type { Kysely } from 'kysely'
import type { OwnName, OwnPlace, PlaceFile, PlaceFiles } from '../ports.js'
import { sha256 } from '../text/ids.js'
import { nameKey, soundKey } from '../text/name-key.js'
import { transliterated } from '../text/transliterated.js'
import { inBatches } from './passages.js'
import type { Row, Tables } from './tables.js'

type Rows = Parameters<PlaceFiles['keep']>[0]
type Progress = Parameters<PlaceFiles['keep']>[1]

/** Changes whenever what is loaded of these files does; empty where there are none. */
export function placesVersion(files: readonly Row<'place_files'>[]): string {
  if (files.length === 0) return ''
  const order = files.toSorted((a, b) => (`${a.begun_at}${a.sha256}` < `${b.begun_at}${b.sha256}` ? -1 : 1))
  return sha256(JSON.stringify(order.map(file => [file.sha256, file.lines]))).slice(0, 8)
}

/** The files of the user's places, over the SQL that SQLite and PostgreSQL share. */
export class SqlPlaceFiles implements PlaceFiles {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async files(): Promise<readonly PlaceFile[]> {
    const rows = await this.#db
      .selectFrom('place_files')
      .selectAll()
      .orderBy('begun_at')
      .orderBy('sha256')
      .execute()
    return rows.map(fileOf)
  }

  async begin({ sha256, name, kind, begunAt }: Parameters<PlaceFiles['begin']>[0]): Promise<PlaceFile> {
    await this.#db
      .insertInto('place_files')
      .values({ sha256, name, kind, begun_at: begunAt, lines: 0, kept: 0, broken: 0, finished: 0 })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return fileIn(this.#db, sha256)
  }

  async keep({ places, names }: Rows, progress: Progress): Promise<PlaceFile> {
    return this.#db.transaction().execute(async tx => {
      await keepPlaces(tx, places)
      const named = await keepNames(tx, names)
      const kept = places.length > 0 ? places.length : named
      const { sha256, lines, broken, finished } = progress
      await tx
        .updateTable('place_files')
        .set(eb => ({
          lines,
          kept: eb('kept', '+', kept),
          broken: eb('broken', '+', broken),
          finished: Number(finished),
        }))
        .where('sha256', '=', sha256)
        .execute()
      return fileIn(tx, sha256)
    })
  }

  async close(): Promise<void> {
    await this.#db.destroy()
  }
}

/** A newer row takes the place of the older one. */
async function keepPlaces(tx: Kysely<Tables>, places: readonly OwnPlace[]): Promise<void> {
  // One statement may not change a row twice: of rows with one id, the last counts.
  const rows = new Map(
    places.map(({ id, place }) => [id, { id, ...place, population: place.population ?? 0 }]),
  )
  await inBatches([...rows.values()], some =>
    tx
      .insertInto('places')
      .values(some)
      .onConflict(conflict =>
        conflict.column('id').doUpdateSet(eb => ({
          name: eb.ref('excluded.name'),
          country: eb.ref('excluded.country'),
          admin1: eb.ref('excluded.admin1'),
          level: eb.ref('excluded.level'),
          latitude: eb.ref('excluded.latitude'),
          longitude: eb.ref('excluded.longitude'),
          population: eb.ref('excluded.population'),
        })),
      )
      .execute(),
  )
}

/** Gives how many names were new. */
async function keepNames(tx: Kysely<Tables>, names: readonly OwnName[]): Promise<number> {
  let added = 0
  await inBatches(names, async some => {
    const ids = [...new Set(some.map(({ id }) => id))]
    const known = await tx.selectFrom('places').select(['id', 'country']).where('id', 'in', ids).execute()
    const countries = new Map(known.map(({ id, country }) => [id, country]))
    const borne = some.filter(({ id }) => countries.has(id))
    const written = borne.map(({ id, name }) => ({ key: nameKey(name), form: 'written' as const, place: id }))
    const sounding = borne
      .filter(({ id }) => transliterated.has(countries.get(id) ?? ''))
      .map(({ id, name }) => ({ key: soundKey(name), form: 'sounding' as const, place: id }))
    added += await insertNames(tx, written)
    await insertNames(tx, sounding)
  })
  return added
}

async function insertNames(tx: Kysely<Tables>, rows: readonly Row<'place_names'>[]): Promise<number> {
  if (rows.length === 0) return 0
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('place_names')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows)
}

async function fileIn(db: Kysely<Tables>, sha: string): Promise<PlaceFile> {
  const row = await db.selectFrom('place_files').selectAll().where('sha256', '=', sha).executeTakeFirst()
  if (!row) throw new Error(`invariant broken: ${sha}: a file that was begun is not there`)
  return fileOf(row)
}

const fileOf = ({ begun_at, finished, kind, ...rest }: Row<'place_files'>): PlaceFile => ({
  ...rest,
  kind: kind === 'names' ? 'names' : 'places',
  begunAt: begun_at,
  finished: finished === 1,
})

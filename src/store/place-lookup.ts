import type SqliteDatabase from 'better-sqlite3'
import type { GazetteerPlace } from '../model/values.js'
import { PlaceLevel } from '../model/vocabulary.js'
import type { NameMatch, PlaceStore } from '../ports.js'
import { nameKey, soundKey } from '../text/name-key.js'
import { placesVersion } from './place-files.js'
import type { PlaceNameForm, Row } from './tables.js'

/** A name may be that of thousands; what is not among the largest is not told apart by a report. */
const mostBearers = 100

/** The user's places in an SQLite file: SQLite's own handle answers at once. */
export function sqlitePlaces(raw: SqliteDatabase.Database, close: () => Promise<void>): PlaceStore {
  const bearers = raw.prepare<[string, PlaceNameForm], Row<'places'>>(
    `select places.* from place_names join places on places.id = place_names.place
     where key = ? and form = ? order by population desc, id limit ${mostBearers}`,
  )
  const files = raw.prepare<[], Row<'place_files'>>('select * from place_files').all()
  return {
    version: placesVersion(files),
    close,
    lookup(name: string, how: NameMatch = 'any') {
      if (files.length === 0) return []
      const written = bearers.all(nameKey(name), 'written')
      const sounding = how === 'any' ? bearers.all(soundKey(name), 'sounding') : []
      return [...written, ...sounding].map(placeOf)
    },
  }
}

const placeOf = ({ id, level, ...rest }: Row<'places'>): GazetteerPlace => ({
  ...rest,
  id: `geonames:${id}`,
  level: PlaceLevel.parse(level),
})

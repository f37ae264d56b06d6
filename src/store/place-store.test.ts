import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OwnPlace } from '../ports.js'
import { openPlaces, openStore } from './index.js'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herodotus-places-'))
  path = join(folder, 'record.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const town = (id: number, country: string, population: number): OwnPlace => ({
  id,
  place: { name: 'Velato', country, admin1: '07', level: 'town', latitude: 1, longitude: 2, population },
})
const file = { sha256: 'abc', name: 'NN.txt', kind: 'places', begunAt: '2031-01-01T00:00:00Z' } as const
const rows = {
  places: [town(1, 'NN', 10), town(2, 'SY', 500)],
  names: [1, 2].map(id => ({ id, name: 'Velató' })),
}
const progress = { sha256: 'abc', lines: 3, broken: 1, finished: true }

test('places are found by name, most people first, and by sound where names are carried over', async () => {
  const places = await openPlaces(path)
  places.begin(file)
  places.keep(rows, progress)
  expect(places.lookup('VELATO').map(({ id }) => id)).toEqual(['geonames:2', 'geonames:1', 'geonames:2'])
  expect(places.lookup('Vilatto')).toEqual([{ ...town(2, 'SY', 500).place, id: 'geonames:2' }])
  expect(places.lookup('Nowhere')).toEqual([])
  places.close()
})

test('what is kept is there when it is opened again, beside the record', async () => {
  const before = await openPlaces(path)
  before.begin(file)
  before.keep(rows, progress)
  before.close()
  await (await openStore(path)).close()
  const after = await openPlaces(path, { mode: 'read' })
  expect(after.files()).toEqual([{ ...file, lines: 3, kept: 2, broken: 1, finished: true }])
  expect(after.lookup('Velato')).not.toEqual([])
  after.close()
})

test('keeping the same rows again makes none twice, and a newer row takes the place of the older', async () => {
  const places = await openPlaces(path)
  places.begin(file)
  places.keep(rows, progress)
  places.keep({ places: [town(2, 'SY', 900)], names: rows.names }, progress)
  expect(places.lookup('Velato').map(({ population }) => population)).toEqual([900, 10, 900])
  places.close()
})

test('names of places that are not kept are left out', async () => {
  const places = await openPlaces(path)
  places.begin(file)
  expect(places.keep({ places: [], names: [{ id: 9, name: 'Velato' }] }, progress).kept).toBe(0)
  expect(places.lookup('Velato')).toEqual([])
  places.close()
})

test('the version changes with what is loaded, and is empty where nothing is', async () => {
  const places = await openPlaces(path)
  const versions = [places.version]
  places.begin(file)
  for (const lines of [3, 4]) {
    places.keep(rows, { ...progress, lines })
    versions.push(places.version)
  }
  expect(versions[0]).toBe('')
  expect(new Set(versions).size).toBe(3)
  places.close()
})

test('a file that was begun is given as it stands', async () => {
  const places = await openPlaces(path)
  places.begin(file)
  places.keep(rows, { ...progress, finished: false })
  expect(places.begin({ ...file, begunAt: '2032-01-01T00:00:00Z' })).toEqual({
    ...file,
    lines: 3,
    kept: 2,
    broken: 1,
    finished: false,
  })
  places.close()
})

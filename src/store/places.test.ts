import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onBothEngines } from '../../test/databases.js'
import type { GazetteerPlace } from '../model/values.js'
import type { OwnPlace, PlaceFiles } from '../ports.js'
import { openPlaceFiles, openPlaceFilesIfThere, openPlaces } from './index.js'
import { openMadeUp } from './made-up-rules.js'

const cache = mkdtempSync(join(tmpdir(), 'herodotus-places-'))
afterAll(() => rmSync(cache, { recursive: true }))

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

onBothEngines(({ another }) => {
  let path: string
  let files: PlaceFiles
  beforeEach(async () => {
    path = await another()
    vi.stubEnv('XDG_CACHE_HOME', cache)
    files = await openPlaceFiles(path)
    await files.begin(file)
  })
  afterEach(async () => {
    await files.close()
    vi.unstubAllEnvs()
  })

  /** What a reading that begins now finds. */
  async function found(name: string): Promise<readonly GazetteerPlace[]> {
    const places = await openPlaces(path, { mode: 'read' })
    const bearers = places.lookup(name)
    await places.close()
    return bearers
  }

  test('places are found by name, most people first, and by sound where names are carried over', async () => {
    await files.keep(rows, progress)
    expect((await found('VELATO')).map(({ id }) => id)).toEqual(['geonames:2', 'geonames:1', 'geonames:2'])
    expect(await found('Vilatto')).toEqual([{ ...town(2, 'SY', 500).place, id: 'geonames:2' }])
    expect(await found('Nowhere')).toEqual([])
  })

  test('what is kept is there when it is opened again, beside the record', async () => {
    await files.keep(rows, progress)
    await (await openMadeUp(path)).close()
    const after = await openPlaceFilesIfThere(path)
    expect(await after?.files()).toEqual([{ ...file, lines: 3, kept: 2, broken: 1, finished: true }])
    await after?.close()
    expect(await found('Velato')).not.toEqual([])
  })

  test('keeping the same rows again makes none twice, and a newer row takes the place of the older', async () => {
    await files.keep(rows, progress)
    await files.keep(
      { places: [town(2, 'SY', 800), town(2, 'SY', 900)], names: rows.names },
      { ...progress, lines: 4 },
    )
    expect((await found('Velato')).map(({ population }) => population)).toEqual([900, 10, 900])
  })

  test('names of places that are not kept are left out', async () => {
    const { kept } = await files.keep({ places: [], names: [{ id: 9, name: 'Velato' }] }, progress)
    expect(kept).toBe(0)
    expect(await found('Velato')).toEqual([])
  })

  test('the version changes with what is loaded, and is empty where nothing is', async () => {
    const empty = await openPlaces(await another())
    const versions = [empty.version]
    await empty.close()
    for (const lines of [3, 4]) {
      await files.keep(rows, { ...progress, lines })
      const places = await openPlaces(path)
      versions.push(places.version)
      await places.close()
    }
    expect(versions[0]).toBe('')
    expect(new Set(versions).size).toBe(3)
  })

  test('a file that was begun is given as it stands', async () => {
    await files.keep(rows, { ...progress, finished: false })
    expect(await files.begin({ ...file, begunAt: '2032-01-01T00:00:00Z' })).toEqual({
      ...file,
      lines: 3,
      kept: 2,
      broken: 1,
      finished: false,
    })
  })
})

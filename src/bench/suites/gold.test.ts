// The benchmarks themselves, where they are there: each row has the form that its suite expects, and its gold scores 100.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type DataFile, jsonlFiles, openData, readRows } from '../data.js'
import type { Measure } from '../measure.js'
import { CaseRow, scoreSnippets } from './case2021.js'
import { EcbRow, goldChains, scoreChains } from './ecbplus.js'
import { FactualityRow } from './factuality.js'
import { GeoRow } from './geo.js'
import { chainsOf, GumRow, scoreGum } from './gum.js'
import { GvdbRow, goldVictims, scoreVictims } from './gvdb.js'
import { goldRoles, MucRow, scoreRoles } from './muc4-grit.js'
import { goldAttributions, PolnearRow, scoreAttributions } from './polnear.js'
import { goldEntities, Re3dRow, scoreEntities } from './re3d.js'
import { goldTimexes, scoreTimexSuite, TimexRow, tempeval } from './timex.js'

const data = process.env.HERODOTUS_DATA ?? fileURLToPath(new URL('../../../../shared', import.meta.url))
const files = (benchmark: string): DataFile[] =>
  existsSync(data) ? jsonlFiles(openData(data), benchmark) : []

type Scored = readonly [benchmark: string, score: (file: DataFile) => readonly Measure[]]
const scored = <Row>(
  benchmark: string,
  schema: z.ZodType<Row>,
  score: (rows: readonly Row[]) => readonly Measure[],
): Scored => [benchmark, file => score(readRows(file, schema).slice(0, 50))]
const itself = <T>(gold: T) => ({ gold, system: gold })

const benchmarks: readonly Scored[] = [
  scored('muc4_grit', MucRow, rows => scoreRoles(rows.map(goldRoles).map(itself))),
  scored('gvdb', GvdbRow, rows => scoreVictims(rows.map(goldVictims).map(itself))),
  scored('tempeval3', TimexRow, rows => scoreTimexSuite(rows.map(goldTimexes).map(itself), tempeval)),
  scored('polnear', PolnearRow, rows =>
    scoreAttributions(rows.map(row => ({ text: row.text, ...itself(goldAttributions(row)) }))),
  ),
  scored('re3d', Re3dRow, rows => scoreEntities(rows.map(goldEntities).map(itself))),
  scored('case2021_task2', CaseRow, rows => scoreSnippets(rows.map(({ label }) => itself(label)))),
  scored('ecbplus', EcbRow, rows => scoreChains(goldChains(rows), goldChains(rows), '', '')),
]
const missing = benchmarks.every(([name]) => !files(name).length)
const skipped = missing ? ': skipped, the benchmarks are not there (HERODOTUS_DATA)' : ''

describe.skipIf(missing)(`gold against gold${skipped}`, () => {
  test.each(benchmarks)('%s', (benchmark, score) => {
    for (const file of files(benchmark)) {
      const numbers = score(file).filter(({ note }) => note !== 'no gold')
      expect(numbers.length).toBeGreaterThan(0)
      for (const { metric, value } of numbers)
        expect([file.name, metric, value]).toEqual([file.name, metric, 100])
    }
  })

  test('wikiwars', () => {
    // Some of its expressions have no value, so only the spans are full.
    for (const file of files('wikiwars')) {
      const gold = readRows(file, TimexRow).slice(0, 4).map(goldTimexes).map(itself)
      const [strict, relaxed] = scoreTimexSuite(gold, tempeval)
      expect([strict?.value, relaxed?.value]).toEqual([100, 100])
    }
  })

  test('gum', () => {
    const parts = {
      labels: { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [] },
      referents: { times: new Map(), places: new Map(), actors: new Map(), counts: new Map() },
    }
    for (const file of files('gum')) {
      const chains = readRows(file, GumRow).map(row => chainsOf(row, parts))
      const itsOwn = chains.map(one => ({ ...one, system: one.gold, baseline: one.gold }))
      for (const { metric, value } of scoreGum(itsOwn)) expect([metric, value]).toEqual([metric, 100])
    }
  })

  test.each(['fact_uw', 'fact_meantime', 'fact_uds_ih2'])('%s has rows of its form', benchmark => {
    for (const file of files(benchmark)) {
      const predicates = readRows(file, FactualityRow).flatMap(row => row.predicates)
      expect(predicates.every(({ factuality }) => Math.abs(factuality) <= 3)).toBe(true)
      expect(predicates.some(({ factuality }) => factuality < 0)).toBe(true)
    }
  })

  test.each(['geo_trnews', 'geo_lgl'])('%s has rows of its form', benchmark => {
    for (const file of files(benchmark)) {
      const rows = readRows(file, GeoRow)
      expect(rows.some(({ toponyms }) => toponyms.some(({ geonameid }) => geonameid))).toBe(true)
    }
  })
})

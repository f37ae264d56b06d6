// The benchmarks themselves, where they are there: each row has the form that its suite expects, and its gold scores 100.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type DataFile, jsonlFiles, openData, readRows } from '../data.js'
import type { Measure } from '../measure.js'
import { scoreTemplates } from '../scorers/muc4/score.js'
import { slotNames } from '../scorers/muc4/slots.js'
import type { KeyFill, KeyTemplate, Response } from '../scorers/muc4/template.js'
import { CaseRow, scoreSnippets } from './case2021.js'
import { EcbRow, goldChains, scoreChains } from './ecbplus.js'
import { FactualityRow } from './factuality.js'
import { GeoRow } from './geo.js'
import { chainsOf, GumRow, scoreGum } from './gum.js'
import { GvdbRow, goldVictims, scoreVictims } from './gvdb.js'
import { Muc4Row, scoreMuc4 } from './muc4/index.js'
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

/** A template of the key as somebody would answer it who knows the key: the first of the right answers. */
const answered = ({ slots }: KeyTemplate): Response =>
  Object.fromEntries(
    slotNames.map(slot => [
      slot,
      (slots[slot] ?? []).map(fill => ({ value: firstRight(fill), ...reference(fill) })),
    ]),
  )
const reference = ({ xref }: KeyFill) => (xref?.[0] && xref[0] !== '-' ? { xref: xref[0] } : {})
function firstRight({ alts: [alt] }: KeyFill): unknown {
  if (typeof alt === 'string' || alt === undefined) return alt
  if (alt.s !== undefined) return alt.s
  if (alt.path) return [...alt.path, ...(Array.isArray(alt.to) ? alt.to : [])].map(({ name }) => name)
  if (alt.plural) return 'plural'
  return alt.min === undefined
    ? { from: alt.from ?? null, to: alt.to ?? null }
    : { min: alt.min, max: alt.max }
}

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

  test('muc4', () => {
    for (const file of files('muc4')) {
      const rows = readRows(file, Muc4Row)
      const scored = scoreMuc4(
        rows.map(({ templates }) => scoreTemplates(templates, templates.map(answered))),
      )
      const value = (metric: string): number => scored.find(row => row.metric === metric)?.value ?? 0
      // Some templates of a key cannot be told apart from one another, some have nothing to map by; "about 7" cannot be said.
      expect([file.name, value('F(P&R), all templates') > 98.5]).toEqual([file.name, true])
      expect([file.name, value('F(P&R), matched only') > 99]).toEqual([file.name, true])
    }
  })

  test('gum', () => {
    const parts = {
      labels: { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [] },
      referents: {
        times: new Map(),
        places: new Map(),
        actors: new Map(),
        counts: new Map(),
        holders: new Map(),
      },
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

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadTools } from './load-tools.js'
import { readReport } from './read-report.js'
import { ruleMeaning } from './rule-meanings.js'

const tools = await loadTools({ reader: 'lexicon' })
const reports = join(import.meta.dirname, '../test/reports')
const texts = readdirSync(reports).flatMap(slug =>
  readdirSync(join(reports, slug))
    .filter(file => /^report\.(?:txt|html)$/.test(file))
    .map(file => join(reports, slug, file)),
)

/** Every rule that a value names: in `by`, `statusBy`, `lost` and `tie`, wherever it stands. */
function rulesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    ['by', 'statusBy', 'lost', 'tie'].includes(key) && typeof one === 'string' ? [one] : rulesIn(one),
  )
}

describe('every rule that made a value of a reading', () => {
  it.each(texts)('of %s is told in words', async path => {
    const given = { name: 'test', published: '2031-07-01', outlet: null, headline: null }
    const mediaType = path.endsWith('.html') ? 'text/html' : 'text/plain'
    const capture = { bytes: readFileSync(path), source: path, mediaType, charset: null, given }
    const { reading } = await readReport({ ...capture, capturedAt: '2031-07-01T00:00:00Z' }, tools)
    const rules = new Set(rulesIn([reading.labels, reading.claims, reading.events]))
    expect(rules.size).toBeGreaterThan(10)
    expect([...rules].filter(rule => ruleMeaning(rule) === null)).toEqual([])
  })
})

describe('a rule', () => {
  it.each([
    ['time:weekday-past+time:campaign-start', /nearest such day.*; a campaign/],
    ['lexicon:subject:pronoun', /^its subject, for which a pronoun stands$/],
    ['lexicon:air-strike/noun/air raid', /“air raid”, a noun that tells air-strike$/],
    ['lexicon:talk-about', /“talk about”/],
  ])('%s', (rule, meaning) => {
    expect(ruleMeaning(rule)).toMatch(meaning)
  })

  it('that nobody knows is not made up', () => {
    expect(ruleMeaning('trained-1')).toBeNull()
  })
})

// Whole readings of reports of our own. UPDATE_GOLDENS=1 rewrites them: the diff is the review.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gatherInputs } from '../src/cli/inputs.js'
import { toCoding } from '../src/export/coding.js'
import { loadTools } from '../src/load-tools.js'
import { InputFault } from '../src/model/input-fault.js'
import { Reading } from '../src/model/reading.js'
import type { Capture } from '../src/model/snapshot.js'
import type { Quote } from '../src/model/span.js'
import { readReport } from '../src/read-report.js'

const reports = join(import.meta.dirname, 'reports')
const clock = { now: () => '2031-07-01T00:00:00Z' }
const tools = await loadTools({ reader: 'lexicon' })

async function capturesOf(folder: string): Promise<Capture[]> {
  const name = readdirSync(folder).find(file => file.startsWith('report.')) ?? 'report.txt'
  const captures: Capture[] = []
  for await (const input of gatherInputs([join(folder, name)], { published: null }, clock)) {
    if (input instanceof InputFault) throw input
    captures.push(input)
  }
  return captures
}

/** What a person reviews of a reading: the marked regions, the events, the complaints. */
function digest({ report, events, notes }: Reading): object {
  const { name, outlet, headline, published, body } = report
  return {
    report: { name, outlet, headline, published },
    regions: report.regions.map(
      ({ kind, by, span }) => `${kind} (${by}): ${body.slice(span.start, span.end)}`,
    ),
    events: toCoding(report, events, 'golden').events,
    notes: notes.map(({ code, message }) => `${code}: ${message}`),
  }
}

/** Every quote anywhere in a value. */
function quotesIn(value: unknown): Quote[] {
  if (typeof value !== 'object' || value === null) return []
  if ('exact' in value) return [value as Quote]
  return Object.values(value).flatMap(quotesIn)
}

describe.each(readdirSync(reports))('%s', slug => {
  const folder = join(reports, slug)

  it('is read as reviewed', async () => {
    const digests = []
    for (const capture of await capturesOf(folder))
      digests.push(digest((await readReport(capture, tools)).reading))
    const text = `${JSON.stringify(digests, null, 1)}\n`
    const golden = join(folder, 'reading.json')
    if (process.env.UPDATE_GOLDENS) writeFileSync(golden, text)
    expect(text).toBe(readFileSync(golden, 'utf8'))
  })

  it('has a reading of the documented form, whose every quote holds, and the same one twice', async () => {
    for (const capture of await capturesOf(folder)) {
      const { reading } = await readReport(capture, tools)
      expect(Reading.parse(reading)).toEqual(reading)
      const drifted = quotesIn(reading).filter(
        ({ start, end, exact }) => reading.report.body.slice(start, end) !== exact,
      )
      expect(drifted).toEqual([])
      const again = await readReport(capture, await loadTools({ reader: 'lexicon' }))
      expect(JSON.stringify(again.reading)).toBe(JSON.stringify(reading))
    }
  })
})

import { describe, expect, test } from 'vitest'
import type { Report } from '../../../model/report.js'
import type { Sentence } from '../../../model/sentence.js'
import { readTimes } from './index.js'
import type { Example } from './rule.js'
import { families } from './rules/index.js'

/** Each line of a text is a sentence. */
function reportOf(body: string, published: string | null): { report: Report; sentences: Sentence[] } {
  const sentences = [...body.matchAll(/[^.]*?\S(?:[^.]|\.(?! [A-Z]))*\.?/g)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
    region: 'prose' as const,
    tokens: [],
  }))
  const report: Report = {
    id: 'report:0000000000000000',
    snapshot: `snapshot:${'0'.repeat(64)}`,
    name: 'example',
    body,
    outlet: null,
    headline: null,
    published: published === null ? null : { edtf: published, basis: 'given', quote: null },
    regions: [],
  }
  return { report, sentences }
}

function readMarked({ text, published = '2031-12-03' }: Example) {
  const start = text.indexOf('[')
  const marked = text.slice(start + 1, text.indexOf(']'))
  const { report, sentences } = reportOf(text.replace(/[[\]]/g, ''), published)
  const read = readTimes(report, sentences).find(({ quote }) => quote.start === start)
  return { marked, read }
}

describe.each(families.flatMap(({ rules }) => rules))('rule $id', ({ examples }) => {
  test('has examples', () => expect(examples.length).toBeGreaterThan(0))
  test.each(examples.map(row => [row.text, row] as const))('%s', (_, row) => {
    const { marked, read } = readMarked(row)
    expect(read && { exact: read.quote.exact, edtf: read.value.edtf, timex: read.value.timex.value }).toEqual(
      {
        exact: marked,
        edtf: row.edtf,
        timex: row.timex,
      },
    )
    if (row.mod) expect(read?.value.timex.mod).toBe(row.mod)
  })
})

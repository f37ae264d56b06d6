import { describe, expect, it } from 'vitest'
import type { Event } from '../model/event.js'
import type { Report } from '../model/report.js'
import { evidence, quoteAt } from '../text/quote.js'
import { chronicle, chronicleEntry, harmText } from './chronicle.js'
import { oneLine, plain, styleFor } from './terminal.js'

/** A report with one event, told by the word marked `[so]`. */
function told(marked: string): { report: Report; event: Event } {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const body = marked.replace(/[[\]]/g, '')
  const trigger = quoteAt(body, { start, end })
  const report: Report = {
    id: 'report:0123456789abcdef',
    snapshot: `snapshot:${'0'.repeat(64)}`,
    name: 'r',
    body,
    outlet: null,
    headline: null,
    published: null,
    regions: [],
  }
  const of = <T>(value: T) => ({
    value,
    basis: { kind: 'stated' as const, by: 'test' },
    evidence: evidence(trigger),
    score: null,
  })
  const event: Event = {
    id: 'event:0123456789abcdef',
    report: report.id,
    triggers: [trigger],
    kind: of('shelling' as const),
    status: of('asserted' as const),
    when: [],
    where: [],
    initiators: [],
    targets: [],
    means: [],
    harm: [],
    said: [],
    claims: ['claim:0123456789abcdef'],
    partOf: null,
  }
  return { report, event }
}

const wordsOf = (marked: string): string | undefined => {
  const { report, event } = told(marked)
  return /^ {2}words (.*)$/m.exec(chronicleEntry(event, report, plain).text)?.[1]
}

const filler = 'far and near and '.repeat(20)

describe('the words of a chronicle entry', () => {
  it.each([
    ['a sentence', 'It rained. They [shelled] Velat. It rained.', '“They *shelled* Velat.”'],
    ['a line', 'Market\nThey [shelled] Velat\nIt rained.', '“They *shelled* Velat”'],
    ['a quotation', 'It rained. “They [shelled] us.” It rained.', '““They *shelled* us.””'],
    ['a text without an end', 'They [shelled] Velat', '“They *shelled* Velat”'],
    ['only the word', '[shelled]', '“*shelled*”'],
  ])('are those of %s', (_, marked, expected) => {
    expect(wordsOf(marked)).toBe(expected)
  })

  it('are cut at whole words, and say so', () => {
    const shown = wordsOf(`They ${filler}[shelled] ${filler}Velat.`) ?? ''
    expect(shown).toMatch(/^“…(far|and|near) .* \*shelled\* .* (far|and|near)…”$/)
    expect(shown.length).toBeLessThan(320)
  })
})

describe('a chronicle', () => {
  it('has dated entries in order of time and undated ones apart', () => {
    const entry = (text: string, day: string | null) => ({
      text,
      dated: day !== null,
      bounds: { earliest: day, latest: day },
    })
    const text = chronicle([entry('b', '2031-03-05'), entry('none', null), entry('a', '2031-03-04')])
    expect(text.split('\n').filter(Boolean)).toEqual(['a', 'b', 'No date told', 'none'])
  })
})

describe('harm', () => {
  it.each([
    [12, 12, null, 'killed 12'],
    [12, null, null, 'killed at least 12'],
    [null, 50, null, 'killed at most 50'],
    [10, 15, null, 'killed 10 to 15'],
    [40, 40, 'about', 'killed about 40'],
    [null, null, 'dozens', 'killed “dozens”'],
    [0, 0, null, 'killed 0'],
  ])('%s..%s %s', (low, high, vague, expected) => {
    expect(harmText({ what: 'killed', low, high, vague, of: null, cumulative: false, partOf: null })).toBe(
      expected,
    )
  })
})

describe('what a stranger wrote', () => {
  it('cannot steer a terminal', () => {
    expect(oneLine('a\u001b[31mb\u0007\n c\u202e')).toBe('a\\u{1b}[31mb\\u{7} c\\u{202e}')
  })

  it('is coloured only where colour is wanted', () => {
    expect(styleFor({ isTTY: true }, {}).bold('x')).toBe('\u001b[1mx\u001b[22m')
    expect(styleFor({ isTTY: true }, { NO_COLOR: '1' }).bold('x')).toBe('*x*')
    expect(styleFor({ isTTY: true }, { TERM: 'dumb' }).bold('x')).toBe('*x*')
    expect(styleFor({}, {}).bold('x')).toBe('*x*')
  })
})

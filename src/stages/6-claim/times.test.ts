import { describe, expect, it } from 'vitest'
import type { Role, Trigger } from '../../model/labels.js'
import type { EventKind } from '../../model/vocabulary.js'
import { edtfBounds } from '../../text/edtf.js'
import { evidence, quoteAt } from '../../text/quote.js'
import { timesOf } from './times.js'

/** The EDTF values of the event told by the word marked `[so]`, at the given times. */
function edtfOf(marked: string, kind: EventKind, ...times: readonly string[]): (string | null)[] {
  const start = marked.indexOf('[')
  const body = marked.replace(/[[\]]/g, '')
  const quote = quoteAt(body, { start, end: marked.indexOf(']') - 1 })
  const made = { by: 'test', score: null }
  const trigger: Trigger = { id: 't1', quote, kind, status: 'asserted', cues: [], ...made }
  const roles = times.map(
    (_, i): Role => ({ role: 'time', trigger: 't1', mention: `m${i}`, certainty: 'stated', ...made }),
  )
  const values = times.map((edtf, i) => {
    const timex = { type: 'DATE' as const, value: edtf, mod: null }
    const value = { edtf, ...edtfBounds(edtf), anchor: 'none' as const, timex }
    return [
      `m${i}`,
      { value, basis: { kind: 'stated' as const, by: 'test' }, evidence: evidence(quote), score: null },
    ] as const
  })
  return timesOf(body, trigger, roles, new Map(values)).map(({ value }) => value.edtf)
}

describe('the times of a claim', () => {
  it('have the narrowest first', () => {
    expect(edtfOf('They [shelled] it.', 'shelling', '2031', '2031-03-05', '2031-03')).toEqual([
      '2031-03-05',
      '2031-03',
      '2031',
    ])
  })

  it.each<[string, EventKind, string, string]>([
    ['They launched [air raids] on it.', 'air-strike', '2031-09-30', '2031-09-30/..'],
    ['They had begun their heavy [strikes] on it.', 'air-strike', '2031-09', '2031-09/..'],
    ['They started a [blockade] of it.', 'restriction', '2031-09-30', '2031-09-30/..'],
    ['They launched an [air strike] on it.', 'air-strike', '2031-09-30', '2031-09-30'],
    ['Their [air raids] hit it.', 'air-strike', '2031-09-30', '2031-09-30'],
    ['They launched [air raids] on it.', 'air-strike', '2031-09-28/2031-09-30', '2031-09-28/2031-09-30'],
    ['They opened [talks] with it.', 'meeting', '2031-09-30', '2031-09-30'],
  ])('%s: a campaign whose start is told has no end', (marked, kind, told, expected) => {
    expect(edtfOf(marked, kind, told)).toEqual([expected])
  })
})

import { describe, expect, it } from 'vitest'
import type { Role, Trigger } from '../../model/labels.js'
import type { EventKind } from '../../model/vocabulary.js'
import { edtfBounds } from '../../text/edtf.js'
import { evidence, quoteAt } from '../../text/quote.js'
import { timesOf } from './times.js'

const made = { by: 'test', score: null }

/** The trigger of a text that has it in brackets, and the text without any marks. */
function markedTrigger(marked: string, kind: EventKind): { body: string; trigger: Trigger } {
  const start = marked.replace(/[{}]/g, '').indexOf('[')
  const body = marked.replace(/[[\]{}]/g, '')
  const quote = quoteAt(body, { start, end: marked.replace(/[{}]/g, '').indexOf(']') - 1 })
  return { body, trigger: { id: 't1', quote, kind, status: 'asserted', cues: [], ...made } }
}

/** The EDTF value of the event told by the word marked `[so]`, with the words marked `{so}` as its one time. */
function edtfBeside(marked: string, kind: EventKind, edtf: string): string | null | undefined {
  const { body, trigger } = markedTrigger(marked, kind)
  const words = marked.replace(/[[\]]/g, '')
  const quote = quoteAt(body, { start: words.indexOf('{'), end: words.indexOf('}') - 1 })
  const value = {
    edtf,
    ...edtfBounds(edtf),
    anchor: 'none' as const,
    timex: { type: 'DATE' as const, value: edtf, mod: null },
  }
  const time = {
    value,
    basis: { kind: 'stated' as const, by: 'test' },
    evidence: evidence(quote),
    score: null,
  }
  const role: Role = { role: 'time', trigger: 't1', mention: 'm0', certainty: 'stated', ...made }
  return timesOf(body, trigger, [role], new Map([['m0', time]]))[0]?.value.edtf
}

/** The EDTF values of the event told by the word marked `[so]`, at the given times. */
function edtfOf(marked: string, kind: EventKind, ...times: readonly string[]): (string | null)[] {
  const { body, trigger } = markedTrigger(marked, kind)
  const { quote } = trigger
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

  it.each<[string, EventKind, string, string]>([
    ['Rebels have [shelled] it since troops entered it in {2031}.', 'shelling', '2031', '2031/..'],
    ['Since troops entered it in {2031}, rebels have [shelled] it.', 'shelling', '2031', '2031/..'],
    ['Since troops [entered] it in {2031}, rebels have shelled it.', 'deployment', '2031', '2031'],
    ['Before troops entered it {in May}, they [demanded] it.', 'demand', '2031-05', '../2031-05'],
    ['Since the truce began, rebels [shelled] it on {5 May}.', 'shelling', '2031-05-05', '2031-05-05'],
    ['It has held since the truce. Rebels [shelled] it on {5 May}.', 'shelling', '2031-05-05', '2031-05-05'],
    ['It was the first since {2031}, when rebels [shelled] it.', 'shelling', '2031', '2031'],
    ['The [siege] of the hill town ended on {5 May}.', 'restriction', '2031-05-05', '../2031-05-05'],
    ['The [siege] was lifted after a truce ended on {5 May}.', 'restriction', '2031-05-05', '2031-05-05'],
    ['Their [attack] ended on {5 May}.', 'bombing', '2031-05-05', '2031-05-05'],
  ])('%s: a time bounds what its clause does not hold', (marked, kind, told, expected) => {
    expect(edtfBeside(marked, kind, told)).toBe(expected)
  })
})

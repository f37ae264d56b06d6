import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Labels, Mention } from '../../model/labels.js'
import { overlaps } from '../../text/quote.js'
import { lookupOf } from './lookup.js'

const made = { by: 'test', score: null }
const labels = (part: Partial<Labels>): Labels => ({
  triggers: [],
  mentions: [],
  roles: [],
  harms: [],
  attributions: [],
  same: [],
  ...part,
})
const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }))

test('actors at a place are those that share words with it, in the reader’s order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(span, fc.constantFrom('actor', 'place'))), span, (placed, at) => {
      const mentions = placed.map(
        ([where, kind], i): Mention => ({ id: `m${i}`, quote: { ...where, exact: 'x' }, kind, ...made }),
      )
      const expected = mentions.filter(({ kind, quote }) => kind === 'actor' && overlaps(quote, at))
      expect(lookupOf(labels({ mentions })).actorsAt(at)).toEqual(expected)
    }),
  )
})

test('labels are read once, whatever the number of triggers asked for', () => {
  let read = 0
  const role = (trigger: string) => ({
    role: 'place' as const,
    get trigger() {
      read++
      return trigger
    },
    mention: 'm1',
    certainty: 'stated' as const,
    ...made,
  })
  const { rolesOf } = lookupOf(labels({ roles: Array.from({ length: 100 }, (_, i) => role(`t${i % 50}`)) }))
  const readOnce = read
  for (let i = 0; i < 50; i++) expect(rolesOf(`t${i}`)).toHaveLength(2)
  expect(rolesOf('t99')).toEqual([])
  expect(read).toBe(readOnce)
})

test('a voice is found once for each trigger that it covers', () => {
  const voice = {
    id: 'a1',
    holder: null,
    cue: null,
    content: [],
    via: null,
    stance: 'says' as const,
    covers: [
      { trigger: 't1', about: 'event' as const },
      { trigger: 't1', about: 'harm' as const },
      { trigger: 't2', about: 'event' as const },
    ],
    ...made,
  }
  const { voicesOf } = lookupOf(labels({ attributions: [voice] }))
  expect([voicesOf('t1'), voicesOf('t2'), voicesOf('t3')]).toEqual([[voice], [voice], []])
})

import { expect, test } from 'vitest'
import type { Labels } from '../../model/labels.js'
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

import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../../model/recorded.js'
import type { SeenValue } from '../../../model/review.js'
import type { Difference } from '../../api.js'
import { settlingOf } from './settling.js'

const told = (value: unknown, exact: string) => ({
  value,
  evidence: [{ start: 0, end: exact.length, exact }],
  basis: { kind: 'stated', by: 'x' },
  score: null,
  decided: null,
})
const count = (low: number) => ({ what: 'killed', low, high: low })
const made = (id: string, ...harm: readonly (readonly [number, string])[]): RecordedEvent =>
  ({
    id,
    report: 'report:a',
    formerly: [],
    kind: told('attack', 'hit'),
    status: told('asserted', 'hit'),
    when: [],
    where: [],
    initiators: [],
    targets: [],
    means: [],
    said: [],
    harm: harm.map(([low, exact]) => told(count(low), exact)),
  }) as unknown as RecordedEvent
const [hit, raid] = [made('event:a', [12, '12']), made('event:b')]
const seenAs = (low: number, exact: string): SeenValue => ({
  field: 'harm',
  value: count(low),
  evidence: [{ start: 0, end: exact.length, exact }],
})
const [seen, fifteen] = [seenAs(12, '12'), seenAs(15, '15')]
const side = (how: Difference['a']['how'], value: SeenValue | null = null) => ({ how, text: '', value })
const differing = (some: Partial<Difference>): Difference => ({
  event: hit.id,
  report: hit.report,
  source: 'made-up',
  trigger: 'hit',
  slot: 'harm',
  value: seen,
  read: '',
  a: side('accepted', seen),
  b: side('corrected', fifteen),
  other: null,
  settledBy: null,
  ...some,
})
const added = { field: 'means', value: 'Rockets', evidence: null } as const

describe('to take what one of two has', () => {
  it.each([
    ['a value as it was read', {}, 'a', { kind: 'accept', value: { path: 'harm.0' } }],
    ['a correction', {}, 'b', { kind: 'correct', value: { path: 'harm.0' }, to: fifteen }],
    [
      'that it does not belong there',
      { b: side('rejected') },
      'b',
      { kind: 'reject', value: { path: 'harm.0' } },
    ],
    [
      'what was missed',
      { slot: 'means', value: null, a: side('added', added), b: side('not-added') },
      'a',
      { kind: 'add', event: { id: hit.id }, to: added },
    ],
    [
      'that nothing was missed',
      { slot: 'means', value: null, a: side('added', added), b: side('not-added') },
      'b',
      null,
    ],
    [
      'an event',
      { slot: 'event', value: null, a: side('kept'), b: side('rejected') },
      'a',
      { kind: 'acceptEvent' },
    ],
    [
      'that it is none',
      { slot: 'event', value: null, a: side('kept'), b: side('rejected') },
      'b',
      { kind: 'rejectEvent' },
    ],
    [
      'that two are one',
      { slot: 'occurrence', value: null, other: raid.id, a: side('joined'), b: side('apart') },
      'a',
      { kind: 'merge', other: raid.id },
    ],
    [
      'that they are not',
      { slot: 'occurrence', value: null, other: raid.id, a: side('joined'), b: side('apart') },
      'b',
      { kind: 'split', other: raid.id },
    ],
  ] as const)('%s', (_, some, which, expected) => {
    const settling = settlingOf(differing(some), which, [hit, raid])
    if (expected === null) expect(settling).toBeNull()
    else expect(settling).toMatchObject(expected)
  })

  it('is nothing where the event is no more, or two events are apart as it is', () => {
    expect(settlingOf(differing({}), 'a', [raid])).toBeNull()
    const pair = { slot: 'occurrence', other: raid.id, a: side('joined'), b: side('apart') } as const
    expect(settlingOf(differing(pair), 'b', [hit])).toBeNull()
  })

  it('finds the value that somebody has corrected meanwhile', () => {
    const now = made('event:a', [15, '15'])
    expect(settlingOf(differing({}), 'b', [now])).toMatchObject({ kind: 'accept' })
    expect(settlingOf(differing({}), 'a', [now])).toMatchObject({ kind: 'correct', to: seen })
  })
})

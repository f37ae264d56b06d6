import { describe, expect, test } from 'vitest'
import { addColumns, type Columns, scoresOf, scoreTemplates } from './score.js'
import { type Slot, slotNames } from './slots.js'
import type { Alternative, KeyTemplate, Response } from './template.js'

type Fills = Readonly<Partial<Record<Slot, readonly (Alternative | { readonly maybe: Alternative })[]>>>

const keyOf = (fills: Fills, optional = false): KeyTemplate => ({
  optional,
  slots: Object.fromEntries(
    Object.entries(fills).map(([slot, all]) => [
      slot,
      all.map(fill =>
        typeof fill === 'object' && 'maybe' in fill
          ? { optional: true, alts: [fill.maybe] }
          : { alts: [fill] },
      ),
    ]),
  ),
})
const columns = (of: Partial<Columns>): Columns => addColumns({ ...addColumns(), ...of })
const all = (outcome: ReturnType<typeof scoreTemplates>): Columns =>
  addColumns(...slotNames.flatMap(slot => [outcome.matched[slot], outcome.missed[slot], outcome.extra[slot]]))

const attack: Fills = { incident_type: ['ATTACK'], perp_individual_id: [{ s: 'GUNMEN' }] }
const bombing: Fills = { incident_type: ['BOMBING'], hum_tgt_name: [{ s: 'CASTA' }] }
const answer = (type: string, more: Response = {}): Response => ({
  incident_type: [{ value: type }],
  ...more,
})
const gunmen: Response = { perp_individual_id: [{ value: 'GUNMEN' }] }
const casta: Response = { hum_tgt_name: [{ value: 'CASTA' }] }

describe('templates', () => {
  test('are mapped so that most is right, in any order', () => {
    const outcome = scoreTemplates(
      [keyOf(attack), keyOf(bombing)],
      [answer('BOMBING', casta), answer('ATTACK', gunmen)],
    )
    expect(outcome.templates).toEqual(columns({ correct: 2 }))
    expect(all(outcome)).toEqual(columns({ correct: 4 }))
  })

  test('of another type, or with nothing but the type in common, are not mapped', () => {
    const outcome = scoreTemplates([keyOf(attack)], [answer('KIDNAPPING', gunmen)])
    expect(outcome.templates).toEqual(columns({ missing: 1, spurious: 1 }))
    expect(all(outcome)).toEqual(columns({ missing: 2, spurious: 2 }))
    expect(scoreTemplates([keyOf(attack)], [answer('ATTACK')]).templates).toEqual(
      columns({ missing: 1, spurious: 1 }),
    )
  })

  test('an attack may stand for a bombing, and is half right', () => {
    const outcome = scoreTemplates([keyOf(bombing)], [answer('ATTACK', casta)])
    expect(all(outcome)).toEqual(columns({ correct: 1, partial: 1 }))
  })

  test('that are optional cost nothing where they are not given, and count where they are', () => {
    const key = [keyOf(attack, true)]
    expect(all(scoreTemplates(key, []))).toEqual(columns({}))
    expect(all(scoreTemplates(key, [answer('ATTACK', gunmen)]))).toEqual(columns({ correct: 2 }))
  })
})

describe('fills', () => {
  const compare = (fills: Fills, response: Response): Columns =>
    scoreTemplates([keyOf({ ...attack, ...fills })], [answer('ATTACK', { ...gunmen, ...response })]).matched
      .phys_tgt_id
  const ids = (...names: string[]): Response => ({ phys_tgt_id: names.map(value => ({ value })) })
  test.each<[string, Fills, Response, Partial<Columns>]>([
    ['right', { phys_tgt_id: [{ s: 'MILL' }] }, ids('MILL'), { correct: 1 }],
    ['wrong', { phys_tgt_id: [{ s: 'MILL' }] }, ids('BRIDGE'), { incorrect: 1 }],
    ['missed', { phys_tgt_id: [{ s: 'MILL' }] }, {}, { missing: 1 }],
    ['too many', { phys_tgt_id: [{ s: 'MILL' }] }, ids('MILL', 'BRIDGE'), { correct: 1, spurious: 1 }],
    ['where there is nothing', { phys_tgt_id: [] }, ids('MILL'), { spurious: 1 }],
    ['optional and not given', { phys_tgt_id: [{ maybe: { s: 'MILL' } }] }, {}, {}],
    ['optional and given', { phys_tgt_id: [{ maybe: { s: 'MILL' } }] }, ids('MILL'), { correct: 1 }],
    ['optional and given wrong', { phys_tgt_id: [{ maybe: { s: 'MILL' } }] }, ids('BRIDGE'), { spurious: 1 }],
  ])('%s', (_, key, response, expected) => expect(compare(key, response)).toEqual(columns(expected)))
})

test('what is half right counts half', () => {
  const { p, r, f1 } = scoresOf({ correct: 1, partial: 2, incorrect: 1, spurious: 0, missing: 4 })
  expect([p, r]).toEqual([0.5, 0.25])
  expect(f1).toBeCloseTo(1 / 3)
})

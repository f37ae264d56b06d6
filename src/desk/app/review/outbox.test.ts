import { describe, expect, it } from 'vitest'
import type { ReviewRequest } from '../../api.js'
import {
  drop,
  instantAfter,
  nextOf,
  put,
  refuse,
  type Shelf,
  settle,
  type Waiting,
  waitingOn,
} from './outbox.js'

function shelfOf(...some: readonly Waiting[]): Shelf {
  const held = new Map<string, string>()
  const shelf: Shelf = {
    keys: () => [...held.keys()],
    get: key => held.get(key) ?? null,
    set: (key, value) => held.set(key, value),
    remove: key => held.delete(key),
  }
  for (const one of some) put(shelf, one)
  return shelf
}

const decided = (id: string, second: number, some: Partial<ReviewRequest> = {}): Waiting => ({
  id,
  reviewer: 'Ada',
  blind: false,
  about: 'harm: 12 killed',
  undoes: null,
  refused: null,
  request: {
    at: new Date(Date.UTC(2031, 0, 1, 0, 0, second)).toISOString(),
    event: 'event:0000000000000001',
    path: 'harm.0',
    saw: { field: 'harm', value: { low: 12 }, evidence: null },
    seen: null,
    decision: { kind: 'accept' },
    note: '',
    ...some,
  },
})
const fault = { code: 'changed', message: 'changed', help: '' }
const saved = 'review:00000000000000aa'
const idsOn = (shelf: Shelf): string[] => waitingOn(shelf).map(({ id }) => id)

it('decisions wait in the order in which they were taken, whatever their names', () => {
  expect(idsOn(shelfOf(decided('z', 1), decided('m', 3), decided('a', 2)))).toEqual(['z', 'a', 'm'])
})

it('what lies beside them or is damaged is left alone', () => {
  const shelf = shelfOf(decided('a', 1))
  shelf.set('herodotus-desk', '{}')
  shelf.set('herodotus-decision:b', '{"id":')
  expect(idsOn(shelf)).toEqual(['a'])
})

it('two decisions are never of one instant', () => {
  const now = new Date('2031-01-01T00:00:05Z')
  expect(instantAfter([], now)).toBe('2031-01-01T00:00:05.000Z')
  expect(instantAfter([decided('a', 5)], now)).toBe('2031-01-01T00:00:05.001Z')
})

describe('when one is saved', () => {
  it('only that one leaves', () => {
    const shelf = shelfOf(decided('a', 1), decided('b', 2))
    settle(shelf, decided('a', 1), saved, null)
    expect(idsOn(shelf)).toEqual(['b'])
  })

  it('a later one on the same value has seen it, also where that has moved up since, and one on another has not', () => {
    const other = { field: 'harm' as const, value: { low: 30 }, evidence: null }
    const shelf = shelfOf(
      decided('a', 1),
      decided('b', 2, { path: 'harm.1' }),
      decided('c', 3, { saw: other }),
      decided('d', 4, { path: null }),
    )
    settle(shelf, decided('a', 1), saved, null)
    expect(waitingOn(shelf).map(({ id, request }) => [id, request.seen])).toEqual([
      ['b', saved],
      ['c', null],
      ['d', null],
    ])
  })

  it('a later one on the same value is on what that has become', () => {
    const now = { field: 'harm' as const, value: { low: 14 }, evidence: null }
    const shelf = shelfOf(decided('b', 2))
    settle(shelf, decided('a', 1), saved, { path: 'harm.1', saw: now })
    expect(waitingOn(shelf)[0]?.request).toMatchObject({ path: 'harm.1', saw: now, seen: saved })
  })

  it.each([
    ['accept', saved],
    ['note', null],
  ] as const)('and was to %s the whole event, a later one on a value of it has seen %s', (kind, seen) => {
    const shelf = shelfOf(decided('b', 2))
    settle(shelf, decided('a', 1, { path: null, saw: null, decision: { kind } }), saved, null)
    expect(waitingOn(shelf)[0]?.request.seen).toBe(seen)
  })

  it('an undo of it has its name, and is sent no sooner', () => {
    const undo: Waiting = { ...decided('u', 2), undoes: 'a' }
    const shelf = shelfOf(undo)
    expect(nextOf([decided('a', 1), undo])?.id).toBe('a')
    expect(nextOf([{ ...decided('a', 1), refused: fault }, undo])).toBeNull()
    settle(shelf, decided('a', 1), saved, null)
    const [left] = waitingOn(shelf)
    expect(left?.request.decision).toEqual({ kind: 'undo', review: saved })
    expect(nextOf(waitingOn(shelf))?.id).toBe('u')
  })
})

describe('when one is refused', () => {
  it('it is kept for a person to look at, and the others go on', () => {
    const shelf = shelfOf(decided('a', 1), decided('b', 2))
    refuse(shelf, decided('a', 1), fault)
    expect(waitingOn(shelf).map(({ refused }) => refused?.code ?? null)).toEqual(['changed', null])
    expect(nextOf(waitingOn(shelf))?.id).toBe('b')
    drop(shelf, 'a')
    expect(idsOn(shelf)).toEqual(['b'])
  })

  it('and was to be undone, both are gone', () => {
    const shelf = shelfOf(decided('a', 1), { ...decided('u', 2), undoes: 'a' })
    refuse(shelf, decided('a', 1), fault)
    expect(idsOn(shelf)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import type { ListedEvent } from '../../api.js'
import { entryOf, eventBeside, extended, isNearEnd, stopBeside, type Tour, updated } from './tour.js'

const mark = (id: string, undecided = 1): ListedEvent => ({ id, undecided }) as unknown as ListedEvent
const tour = (...events: readonly ListedEvent[]): Tour => ({ events, after: null })
const order = ({ events }: Tour): string[] => events.map(({ id }) => id)

describe('events', () => {
  const some = tour(mark('a'), mark('b', 0), mark('c'), mark('d'))

  it.each([
    ['a', 1, 'c'],
    ['d', 1, null],
    ['c', -1, 'a'],
    ['a', -1, null],
    [null, 1, 'a'],
    ['elsewhere', 1, 'a'],
    ['elsewhere', -1, null],
  ] as const)('from %s by %i comes %s', (from, direction, expected) => {
    expect(eventBeside(some, from, direction)?.id ?? null).toBe(expected)
  })

  it('keep their place when the queue orders them otherwise, and new ones come last', () => {
    const later = extended(tour(mark('a'), mark('b')), {
      events: [mark('c'), mark('b', 0), mark('a', 7)],
      next: 'on',
    })
    expect(later.events.map(({ id, undecided }) => `${id}${undecided}`)).toEqual(['a7', 'b0', 'c1'])
    expect(later.after).toBe('on')
  })

  it('that were decided stay, so that one can go back to them', () => {
    expect(order(extended(tour(mark('a'), mark('b')), { events: [mark('b')], next: null }))).toEqual([
      'a',
      'b',
    ])
  })

  it('that are met elsewhere come in where they were met', () => {
    expect(order(updated(some, mark('x'), 'b'))).toEqual(['a', 'b', 'x', 'c', 'd'])
    expect(order(updated(some, mark('x')))).toEqual(['x', 'a', 'b', 'c', 'd'])
    expect(updated(some, mark('a', 0)).events[0]?.undecided).toBe(0)
  })

  it('are asked for before they run out', () => {
    const long = tour(...Array.from({ length: 20 }, (_, i) => mark(`${i}`)))
    expect(isNearEnd(long, '3')).toBe(false)
    expect(isNearEnd(long, '17')).toBe(true)
  })
})

describe('values', () => {
  const stops = ['kind', 'when.0', 'harm.0', 'harm.1'].map(key => ({ key, isOpen: key !== 'when.0' }))

  it.each([
    ['kind', 1, 'harm.0'],
    ['harm.1', 1, null],
    ['harm.0', -1, 'kind'],
    ['kind', -1, null],
    [null, 1, 'kind'],
    [null, -1, 'harm.1'],
    // From a value that is decided, by what stands around it.
    ['when.0', 1, 'harm.0'],
    ['when.0', -1, 'kind'],
  ] as const)('from %s by %i comes %s', (from, direction, expected) => {
    expect(stopBeside(stops, from, direction)?.key ?? null).toBe(expected)
  })

  it('an event is entered at what is undecided, or at its beginning', () => {
    expect(entryOf(stops, -1)?.key).toBe('harm.1')
    expect(entryOf([{ key: 'kind', isOpen: false }], 1)?.key).toBe('kind')
    expect(entryOf([], 1)).toBeNull()
  })
})

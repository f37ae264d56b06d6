import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeUp } from '../linked/made-up.js'
import { layoutOf, type Tie } from './layout.js'
import { drawnOf, keyOfEdge, networkOf } from './network.js'
import { orderNext, orderRead, orderWritten, rowsOf } from './rows.js'

const [army, front, villagers] = ['Army', 'Northern Front', 'villagers']
const marks = [
  madeUp({ initiators: [army], targets: [front], first: '2031-02-01', last: '2031-02-01' }),
  madeUp({
    initiators: [army],
    targets: [front, villagers],
    kind: 'meeting',
    first: '2031-01-01',
    last: null,
  }),
  madeUp({ initiators: [army, army], targets: [front], kind: 'shelling' }),
  madeUp({ initiators: [], targets: [villagers] }),
  madeUp({ initiators: [front], targets: [] }),
  madeUp({}),
]
const network = networkOf(marks)

describe('networkOf', () => {
  it('weighs who to whom by events, one way, an event once', () => {
    expect(network.edges.map(({ from, to, marks: of }) => [from, to, of.length])).toEqual([
      [army, front, 3],
      [army, villagers, 1],
      [front, null, 1],
      [null, villagers, 1],
    ])
    expect(network.nodes).toEqual([
      { name: front, events: 4 },
      { name: army, events: 3 },
      { name: villagers, events: 2 },
    ])
    expect(network.without).toBe(1)
  })

  it('has the kinds, most frequent first, their family, and the days', () => {
    const [first] = network.edges
    expect(first?.kinds).toEqual([
      ['shelling', 2],
      ['meeting', 1],
    ])
    expect([first?.family, first?.first, first?.last]).toEqual(['violence', '2031-01-01', '2031-02-01'])
  })

  it('draws only what both sides are told of, between the actors that are shown', () => {
    expect(drawnOf(network, { nodes: 9, edges: 9 }).edges.map(({ key }) => key)).toEqual([
      keyOfEdge(army, front),
      keyOfEdge(army, villagers),
    ])
    expect(drawnOf(network, { nodes: 9, edges: 1 }).edges.map(({ key }) => key)).toEqual([
      keyOfEdge(army, front),
    ])
    expect(drawnOf(network, { nodes: 2, edges: 9 }).edges.map(({ key }) => key)).toEqual([
      keyOfEdge(army, front),
    ])
  })
})

it('names that are written alike are one actor', () => {
  const twice = [
    madeUp({ initiators: ['The army'], targets: [front] }),
    madeUp({ initiators: [army], targets: ['northern front'] }),
  ]
  expect(networkOf(twice).edges.map(({ from, to, marks: of }) => [from, to, of.length])).toEqual([
    ['The army', front, 2],
  ])
})

it('who is told of with nobody on the other side is drawn only where all are', () => {
  const [alone, both] = [
    madeUp({ initiators: ['Crowd'], targets: [] }),
    madeUp({ initiators: [army], targets: [front] }),
  ]
  const drawn = (...some: readonly (typeof both)[]): string[] =>
    drawnOf(networkOf(some), { nodes: 9, edges: 9 }).nodes.map(({ name }) => name)
  expect(drawn(alone, alone, both)).toEqual([army, front])
  expect(drawn(alone)).toEqual(['Crowd'])
})

describe('layoutOf', () => {
  const graphs = fc.integer({ min: 1, max: 25 }).chain(count => {
    const node = fc.nat(count - 1)
    const tie = fc.record({ a: node, b: node, weight: fc.integer({ min: 1, max: 50 }) })
    return fc.tuple(fc.constant(count), fc.array(tie, { maxLength: 40 }))
  })

  it('is the same for the same network, within its frame, no two in one spot', () => {
    fc.assert(
      fc.property(graphs, ([count, ties]) => {
        const points = layoutOf(count, ties)
        expect(layoutOf(count, ties)).toEqual(points)
        expect(points.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1)).toBe(true)
        expect(new Set(points.map(({ x, y }) => `${x} ${y}`)).size).toBe(count)
      }),
      { numRuns: 40 },
    )
  })

  it('brings together what has ties', () => {
    const within = (group: number): Tie[] =>
      [0, 1, 2, 3].flatMap(a =>
        [0, 1, 2, 3].flatMap(b => (a < b ? [{ a: group * 4 + a, b: group * 4 + b, weight: 3 }] : [])),
      )
    const points = layoutOf(8, [...within(0), ...within(1)])
    const far = (a: number, b: number): number =>
      Math.hypot((points[a]?.x ?? 0) - (points[b]?.x ?? 0), (points[a]?.y ?? 0) - (points[b]?.y ?? 0))
    const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length
    const own = mean([far(0, 1), far(1, 2), far(4, 5), far(6, 7)])
    const others = mean([far(0, 4), far(1, 5), far(2, 6), far(3, 7)])
    expect(own).toBeLessThan(others / 2)
  })
})

describe('the table', () => {
  const sorted = (order: string, words = '') =>
    rowsOf(network.edges, words, orderRead(order), 'en').map(
      ({ from, to }) => `${from ?? '?'} > ${to ?? '?'}`,
    )

  it('is sorted by any column either way, what is not told last', () => {
    expect(sorted('from')).toEqual([
      'Army > Northern Front',
      'Army > villagers',
      'Northern Front > ?',
      '? > villagers',
    ])
    expect(sorted('-to').at(-1)).toBe('Northern Front > ?')
    expect(sorted('first')[0]).toBe('Army > Northern Front')
  })

  it('is filtered by the words of names and kinds', () => {
    expect(sorted('-events', ' north')).toEqual(['Army > Northern Front', 'Northern Front > ?'])
    expect(sorted('-events', 'MEET')).toEqual(['Army > Northern Front', 'Army > villagers'])
  })

  it('has its order in the URL', () => {
    expect(orderRead(null)).toEqual({ column: 'events', descending: true })
    expect(orderRead(orderWritten({ column: 'to', descending: true }))).toEqual({
      column: 'to',
      descending: true,
    })
    expect(orderWritten(orderNext(orderRead('-events'), 'events'))).toBe('events')
    expect(orderWritten(orderNext(orderRead('-events'), 'from'))).toBe('from')
  })
})

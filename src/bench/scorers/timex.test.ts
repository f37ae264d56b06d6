import { expect, test } from 'vitest'
import { scoreTimexes } from './timex.js'

const time = (start: number, end: number, value: string | null) => ({ start, end, value })

test('value F1 is relaxed F1 times the accuracy of the value', () => {
  const gold = [time(0, 6, '2031-03-03'), time(10, 14, '2031'), time(20, 24, 'P1W'), time(30, 34, null)]
  const system = [time(3, 6, '2031-03-03'), time(10, 14, '2032'), time(40, 44, '2031')]
  const { strict, relaxed, compared, sameValue, valueF1 } = scoreTimexes([{ gold, system }])
  expect(strict).toEqual({ tp: 1, fp: 2, fn: 3 })
  expect(relaxed).toEqual({ tp: 2, fp: 1, fn: 2 })
  expect([compared, sameValue]).toEqual([2, 1])
  expect(valueF1).toBeCloseTo((4 / 7) * (1 / 2), 12)
})

test('only gold values that count are compared, and no value is never the same as none', () => {
  const items = [
    { gold: [time(0, 4, 'P1W'), time(5, 9, null)], system: [time(0, 4, 'P1D'), time(5, 9, null)] },
  ]
  expect(scoreTimexes(items, value => value !== 'P1W')).toMatchObject({ compared: 1, sameValue: 0 })
})

test('gold against gold is 1, and an empty system 0', () => {
  const gold = [time(0, 4, '2031'), time(5, 9, 'P1W')]
  expect(scoreTimexes([{ gold, system: gold }]).valueF1).toBe(1)
  expect(scoreTimexes([{ gold, system: [] }]).valueF1).toBe(0)
  expect(scoreTimexes([]).valueF1).toBe(0)
})

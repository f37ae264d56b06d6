import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edtfBounds } from '../../../text/edtf.js'
import { type Bar, barOf, type Extent, extentOf, fadeOut, isOneDay, least, openTail } from './bars.js'
import { binAt, binsOf } from './bins.js'
import { dayNumber, dayWritten, edgesOf, unitOf, units } from './days.js'
import { lanesOf } from './lanes.js'
import { moved, stretchOf, stretchRead, stretchWritten, touches, zoomed } from './stretch.js'

const told = (when: string) => {
  const { earliest, latest } = edtfBounds(when)
  return barOf({ when, first: earliest, last: latest })
}
const shown = (bar: Bar | null) =>
  bar && [
    bar.start === null ? null : dayWritten(bar.start),
    bar.end === null ? null : dayWritten(bar.end - 1),
    bar.from,
    bar.to,
  ]

describe('barOf', () => {
  it.each([
    ['2031-03-05', '2031-03-05', '2031-03-05', 'firm', 'firm'],
    ['2031-03', '2031-03-01', '2031-03-31', 'vague', 'vague'],
    ['2031', '2031-01-01', '2031-12-31', 'vague', 'vague'],
    ['2031-24', '2031-12-01', '2032-02-29', 'vague', 'vague'],
    ['203X', '2030-01-01', '2039-12-31', 'vague', 'vague'],
    ['2031-03-05~', '2031-03-05', '2031-03-05', 'vague', 'vague'],
    ['2031-03-05/2031-03-09', '2031-03-05', '2031-03-09', 'firm', 'firm'],
    ['2031-03/2031-04-09', '2031-03-01', '2031-04-09', 'vague', 'firm'],
    ['2031-03-05/..', '2031-03-05', null, 'firm', 'open'],
    ['../2031-03', null, '2031-03-31', 'open', 'vague'],
  ])('%s', (when, ...bar) => {
    expect(shown(told(when))).toEqual(bar)
  })

  it('is none where no day is told', () => {
    expect(told('XXXX-12-06')).toBeNull()
    expect(barOf({ when: null, first: null, last: null })).toBeNull()
  })

  it('is never a point: of a month it is a month wide, of an open time it has a tail on the open side alone', () => {
    const width = (when: string, perDay: number): number => {
      const bar = told(when)
      const { start, end } = bar ? extentOf(bar, perDay) : { start: 0, end: 0 }
      return end - start
    }
    expect(width('2031-03', 10)).toBe(310)
    expect(width('2031-03-05', 10)).toBe(10)
    expect(width('2031-03-05', 0.1)).toBe(least)
    expect(width('2031-03-05~', 10)).toBe(10 + 2 * fadeOut)
    expect(width('2031-03-05/..', 10)).toBe(openTail)
    expect(['2031-03-05', '2031-03-05?', '2031-03'].map(when => isOneDay(told(when) as Bar))).toEqual([
      true,
      false,
      false,
    ])
  })
})

const days = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2099-12-31') })
const bars = fc.array(
  fc.tuple(days, fc.nat(4000), fc.constantFrom('closed', 'closed', 'since', 'until')).map(
    ([start, length, ends]): Bar => ({
      start: ends === 'until' ? null : start,
      end: ends === 'since' ? null : start + 1 + length,
      from: ends === 'until' ? 'open' : 'vague',
      to: ends === 'since' ? 'open' : 'firm',
    }),
  ),
  { maxLength: 60 },
)

describe('lanesOf', () => {
  it('lets none overlap another of its lane, and opens a lane only where all others are taken', () => {
    const extents = fc.array(
      fc
        .tuple(fc.nat(500), fc.nat(80))
        .map(([start, length]): Extent => ({ start, end: start + length + 1 })),
    )
    fc.assert(
      fc.property(extents, of => {
        const { lanes, count } = lanesOf(of, 2)
        for (const [a, one] of of.entries())
          for (const [b, other] of of.entries())
            if (a < b && lanes[a] === lanes[b])
              expect(one.end + 2 <= other.start || other.end + 2 <= one.start).toBe(true)
        const most = Math.max(
          0,
          ...of.map(({ start }) => of.filter(one => one.start <= start && one.end + 2 > start).length),
        )
        expect(count).toBe(most)
      }),
    )
  })
})

describe('binsOf', () => {
  it('loses no event and makes none: all bins and those with an open end are the number of bars', () => {
    fc.assert(
      fc.property(bars, fc.constantFrom(...units), (of, unit) => {
        const { within, spread, open } = binsOf(of, unit)
        const sum = [...within, ...spread].reduce((sum, count) => sum + count, open)
        expect(sum).toBeCloseTo(of.length, 6)
      }),
    )
  })

  it('spreads an event that may be of several bins evenly over its days', () => {
    const quarter = told('2031-01-01/2031-03-31') as Bar
    const { edges, within, spread } = binsOf([quarter, told('2031-02-03') as Bar], 'month')
    expect(edges.map(dayWritten)).toEqual(['2031-01-01', '2031-02-01', '2031-03-01', '2031-04-01'])
    expect(within).toEqual([0, 1, 0])
    expect(spread.map(share => Math.round(share * 90))).toEqual([31, 28, 31])
  })

  it('finds the bin of a day', () => {
    expect([4, 5, 9, 10, 14, 15].map(day => binAt([5, 10, 15], day))).toEqual([-1, 0, 0, 1, 1, 2])
  })
})

describe('days', () => {
  it.each(['0000-01-01', '1969-12-31', '2032-02-29', '9999-12-31'])('%s is written as it was read', day => {
    expect(dayWritten(dayNumber(day))).toBe(day)
  })

  it('weeks begin on Mondays, months on their first', () => {
    const from = dayNumber('2031-12-31')
    expect(edgesOf('week', from, from + 8).map(dayWritten)).toEqual([
      '2031-12-29',
      '2032-01-05',
      '2032-01-12',
    ])
    expect(edgesOf('month', from, from + 2).map(dayWritten)).toEqual([
      '2031-12-01',
      '2032-01-01',
      '2032-02-01',
    ])
    expect(edgesOf('decade', from, from + 2).map(dayWritten)).toEqual(['2030-01-01', '2040-01-01'])
  })

  it('a unit is long enough', () => {
    expect([0.2, 1, 3, 8, 40, 100, 400, 5000, 1e9].map(unitOf)).toEqual([
      'day',
      'day',
      'week',
      'month',
      'quarter',
      'year',
      'decade',
      'century',
      'century',
    ])
  })
})

describe('a stretch of time', () => {
  const all = { start: 0, end: 1000 }
  it('stays within all there is, zoomed or moved', () => {
    const change = fc.record({
      factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
      about: fc.double({ min: 0, max: 1, noNaN: true }),
      days: fc.integer({ min: -2000, max: 2000 }),
    })
    fc.assert(
      fc.property(fc.array(change), changes => {
        let of = all
        for (const { factor, about, days: by } of changes) {
          of = moved(zoomed(of, factor, of.start + about * (of.end - of.start), all), by, all)
          expect(of.start).toBeGreaterThanOrEqual(all.start)
          expect(of.end).toBeLessThanOrEqual(all.end + 1e-6)
          expect(of.end - of.start).toBeGreaterThan(4.9)
        }
      }),
    )
  })

  it('is opened again from the URL; what is none is none', () => {
    const of = { start: dayNumber('2031-01-01'), end: dayNumber('2031-07-01') }
    expect(stretchWritten(of)).toBe('2031-01-01_2031-06-30')
    expect(stretchRead(stretchWritten(of))).toEqual(of)
    expect(['', '2031-07-01_2031-01-01', '2031-99-01_2031-01-01', 'x', null].map(stretchRead)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('spans all bars; an open bar by the end that is told, and reaches everything beyond it', () => {
    const since = told('2031-03-05/..') as Bar
    const { start, end } = stretchOf([since, told('2031-03-01') as Bar], 0)
    expect([dayWritten(start), dayWritten(end)]).toEqual(['2031-02-28', '2031-03-06'])
    expect(touches(since, { start: dayNumber('2040-01-01'), end: dayNumber('2040-01-02') })).toBe(true)
    expect(touches(since, { start: dayNumber('2030-01-01'), end: dayNumber('2030-01-02') })).toBe(false)
  })
})

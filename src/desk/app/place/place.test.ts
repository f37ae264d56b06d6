import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import atlas from 'world-atlas/countries-50m.json?raw'
import type { DrawnMark } from '../../api.js'
import { placedLabels } from '../linked/labels.js'
import { madeUp } from '../linked/made-up.js'
import { shapesOf } from './borders.js'
import { boxAround, boxRead } from './box.js'
import { cellsOf } from './cells.js'
import { daysOf, placesOf } from './places.js'
import { leastRadius, radiusDrawn, radiusOf } from './precision.js'
import { movedBy, toPlane, toScreen, viewOf, zoomedAt } from './view.js'

type Told = NonNullable<DrawnMark['place']>
const at = (
  name: string,
  level: Told['level'],
  latitude: number | null = null,
  country: string | null = 'LY',
) => madeUp({ place: { name, level, country, latitude, longitude: latitude === null ? null : 13 } })

describe('placesOf', () => {
  const marks = [
    at('Delna', 'town', 32),
    at('Delna', 'town', 32),
    at('Delna', 'district', 32),
    at('Libya', 'country', 27),
    at('Ostravia', 'country', null, null),
    at('the valley', 'region'),
    at('Gulf', 'water', 31, null),
    madeUp({}),
  ]
  const { located, countries, listed, untold } = placesOf(marks, country => country === 'LY')

  it('draws as discs what has coordinates, as its shape what is told of a country, and lists the rest', () => {
    expect(located.map(({ name, level, radius, marks: of }) => [name, level, radius, of.length])).toEqual([
      ['Delna', 'town', radiusOf.town, 2],
      ['Delna', 'district', radiusOf.district, 1],
      ['Gulf', 'water', radiusOf.water, 1],
    ])
    expect(countries.map(({ name }) => name)).toEqual(['Libya'])
    expect(listed.map(({ name }) => name).sort()).toEqual(['Ostravia', 'the valley'])
    expect(untold).toHaveLength(1)
  })

  it('loses no event', () => {
    const counts = [...located, ...countries, ...listed].map(place => place.marks.length)
    expect(counts.reduce((sum, count) => sum + count, untold.length)).toBe(marks.length)
  })

  it('never makes a point of a country, with coordinates or without', () => {
    expect(placesOf([at('Libya', 'country', 27)], () => false).listed).toHaveLength(1)
  })
})

describe('what a disc states', () => {
  it('is wider for what is told more widely, and is never too small to be seen', () => {
    const levels = ['site', 'town', 'district', 'province', 'region'] as const
    const radii = levels.map(level => radiusOf[level] ?? Number.NaN)
    expect(radii).toEqual(radii.toSorted((a, b) => a - b))
    expect(new Set(radii).size).toBe(levels.length)
    expect(radiusDrawn(25, 2)).toBe(50)
    expect(radiusDrawn(25, 0.01)).toBe(leastRadius)
  })
})

describe('a box', () => {
  it('is drawn around what is seen side by side, across the 180th meridian too', () => {
    const corners = [
      [170, -10],
      [-170, 10],
    ] as const
    expect(boxAround(corners, 180)).toEqual({ west: 170, south: -10, east: -170, north: 10 })
    expect(boxAround(corners, 0)).toEqual({ west: -170, south: -10, east: 170, north: 10 })
  })

  it('is opened again from the URL; what is none is none', () => {
    expect(boxRead('-5.25,1,7.125,20')).toEqual({ west: -5.25, south: 1, east: 7.125, north: 20 })
    expect([null, '', '1,2,3', '1,9,3,4'].map(boxRead)).toEqual([null, null, null, null])
  })
})

describe('a view of the map', () => {
  const size = { width: 800, height: 400 }
  const plane = { left: -100, top: -50, right: 100, bottom: 50 }
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })

  it('leaves what is pointed at where it is, zoomed in or out', () => {
    fc.assert(
      fc.property(number(0, 800), number(0, 400), number(0.2, 5), (x, y, factor) => {
        const before = viewOf(plane, size, 1000)
        const after = zoomedAt(before, factor, [x, y], size, { least: 0.01, most: 1e6 })
        const [nowX, nowY] = toScreen(after, size, ...toPlane(before, size, x, y))
        expect(nowX).toBeCloseTo(x, 6)
        expect(nowY).toBeCloseTo(y, 6)
      }),
    )
  })

  it('shows all that it is fitted to, and its middle never leaves the plane', () => {
    const view = viewOf(plane, size, 1000)
    for (const [x, y] of [
      [-100, -50],
      [100, 50],
    ] as const) {
      const [left, top] = toScreen(view, size, x, y)
      expect(left >= 0 && left <= size.width && top >= 0 && top <= size.height).toBe(true)
    }
    expect(movedBy(view, -1e6, 1e6, plane)).toEqual({ ...view, x: 100, y: -50 })
  })

  it('is no closer than it may be, though all is in one spot', () => {
    expect(viewOf({ left: 1, right: 1, top: 1, bottom: 1 }, size, 40).scale).toBe(40)
  })
})

describe('cellsOf', () => {
  it('has every point in one cell', () => {
    const points = fc.array(fc.record({ x: fc.integer({ min: -99, max: 99 }), y: fc.nat(99) }))
    fc.assert(
      fc.property(points, of => {
        const cells = cellsOf(of, 8)
        expect(cells.flatMap(cell => cell.of)).toHaveLength(of.length)
        for (const { x, y, of: inside } of cells)
          for (const point of inside)
            expect(point.x >= x && point.x < x + 8 && point.y >= y && point.y < y + 8).toBe(true)
      }),
    )
  })
})

describe('placedLabels', () => {
  it('lays no name over another and leaves out what has no room', () => {
    const one = { text: 'Delna', x: 50, y: 20, away: 4, width: 30 }
    const placed = placedLabels([one, one, one, one, one, one], { width: 100, height: 40 })
    expect(placed.map(({ left, top }) => [left, top])).toEqual([
      [54, 12],
      [16, 12],
    ])
  })
})

describe('shapesOf', () => {
  const world = shapesOf(JSON.parse(atlas)) ?? []

  it('reads Natural Earth’s borders with the codes of countries', () => {
    const codes = world.map(({ country }) => country)
    expect(codes).toEqual(expect.arrayContaining(['LY', 'UA', 'AF', 'XK']))
    expect(codes.filter(code => code === null).length).toBeLessThan(10)
  })

  it('reads a user’s own GeoJSON, and refuses what is no map', () => {
    const square = { type: 'Polygon', coordinates: [] }
    const file = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { ISO_A2: 'LY' }, geometry: square },
        { type: 'Feature', properties: null, geometry: square },
      ],
    }
    expect(shapesOf(file)?.map(({ country }) => country)).toEqual(['LY', null])
    expect([null, 'x', {}, { type: 'Feature' }, { type: 'Topology', objects: {} }].map(shapesOf)).toEqual(
      new Array(5).fill(null),
    )
  })
})

describe('daysOf', () => {
  it('is from the first to the last day that is told', () => {
    const days = daysOf([
      { first: '2031-03-05', last: '2031-03-05' },
      { first: null, last: '2031-01-09' },
      { first: null, last: null },
    ])
    expect(days).toEqual({ first: '2031-01-09', last: '2031-03-05' })
    expect(daysOf([])).toEqual({ first: null, last: null })
  })
})

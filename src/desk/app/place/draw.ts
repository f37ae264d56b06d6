import type { Box } from '../../../model/box.js'
import type { Sheet } from '../linked/canvas.js'
import { placedLabels, shortened, type Wanted } from '../linked/labels.js'
import { shades } from '../linked/shades.js'
import type { Cell } from './cells.js'
import type { Located, Place } from './places.js'
import type { Disc, DrawnShape, Plane } from './plane.js'
import { radiusDrawn } from './precision.js'
import { type Bounds, type MapView, overlap, seenOf, toScreen } from './view.js'

/** Paths are made once: a canvas draws them in any view. */
export interface PlanePaths {
  readonly outline: Path2D
  readonly shapes: readonly { readonly shape: DrawnShape; readonly path: Path2D }[]
}

export const pathsOf = ({ outline, shapes }: Plane): PlanePaths => ({
  outline: new Path2D(outline),
  shapes: shapes.map(shape => ({ shape, path: new Path2D(shape.path) })),
})

export interface Mapped {
  readonly paths: PlanePaths
  readonly view: MapView
  /** Countries with the events told of them as a whole. */
  readonly countries: ReadonlyMap<string, Place>
  readonly discs: readonly Disc<Located>[]
  /** Instead of discs, where there are too many. */
  readonly cells: readonly Cell<Disc<Located>>[] | null
  readonly cellSide: number
  readonly isPale: (place: Place) => boolean
}

const countOf = (count: number): string => (count > 999 ? `${Math.round(count / 100) / 10}k` : `${count}`)

/** @param language in which the countries are named */
export function drawMap(sheet: Sheet, map: Mapped, language: string): void {
  const seen = seenOf(map.view, sheet)
  drawLand(sheet, map, seen)
  if (map.cells) drawCells(sheet, map, map.cells)
  else drawDiscs(sheet, map, seen, language)
  drawCountryCounts(sheet, map, seen)
}

function drawLand(
  { context, width, height, inks }: Sheet,
  { paths, view, countries }: Mapped,
  seen: Bounds,
): void {
  context.save()
  context.translate(width / 2, height / 2)
  context.scale(view.scale, view.scale)
  context.translate(-view.x, -view.y)
  context.lineWidth = 0.8 / view.scale
  context.lineJoin = 'round'
  context.globalAlpha = 0.06
  context.fillStyle = inks.focus
  context.fill(paths.outline)
  const hatch = hatching(context, inks.drawn, view.scale)
  for (const { shape, path } of paths.shapes) {
    if (!overlap(shape.bounds, seen)) continue
    context.globalAlpha = 1
    context.fillStyle = inks.raised
    context.fill(path)
    context.globalAlpha = 0.05
    context.fillStyle = inks.ink
    context.fill(path)
    if (hatch && shape.country !== null && countries.has(shape.country)) {
      context.globalAlpha = 0.5
      context.fillStyle = hatch
      context.fill(path)
    }
    context.globalAlpha = shades.land
    context.strokeStyle = inks.dim
    context.stroke(path)
  }
  context.restore()
}

/** Thin slanting lines, as far apart in every view. */
function hatching(context: CanvasRenderingContext2D, ink: string, scale: number): CanvasPattern | null {
  const tile = document.createElement('canvas')
  tile.width = 8
  tile.height = 8
  const lines = tile.getContext('2d')
  if (!lines) return null
  lines.strokeStyle = ink
  lines.lineWidth = 1.2
  for (const offset of [-8, 0, 8]) {
    lines.moveTo(offset, 8)
    lines.lineTo(offset + 8, 0)
  }
  lines.stroke()
  const pattern = context.createPattern(tile, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(1 / scale))
  return pattern
}

/** The half axes of a disc on the screen. */
export const axesOf = ({ perKm, place }: Disc<Located>, scale: number): [number, number] => [
  radiusDrawn(place.radius, perKm[0] * scale),
  radiusDrawn(place.radius, perKm[1] * scale),
]

function drawDiscs(sheet: Sheet, map: Mapped, seen: Bounds, language: string): void {
  const { discs, view, isPale } = map
  const { context, inks } = sheet
  const visible = discs.filter(({ x, y, perKm, place }) => {
    const reach = Math.max(perKm[0], perKm[1]) * place.radius + 12 / view.scale
    return overlap({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }, seen)
  })
  context.save()
  // The widest lie lowest, so that a town within a province is seen.
  for (const disc of visible.toSorted((a, b) => b.place.radius - a.place.radius)) {
    const [x, y] = toScreen(view, sheet, disc.x, disc.y)
    const [across, down] = axesOf(disc, view.scale)
    const isOutside = isPale(disc.place)
    const seen = isOutside ? shades.pale : 1
    const ink = isOutside ? inks.dim : inks.drawn
    context.beginPath()
    context.ellipse(x, y, across, down, 0, 0, 2 * Math.PI)
    context.fillStyle = ink
    context.globalAlpha = seen * (disc.place.radius > 10 ? shades.inside : 0.55)
    context.fill()
    context.globalAlpha = seen
    context.strokeStyle = ink
    context.lineWidth = 1
    context.stroke()
  }
  context.restore()
  drawNames(sheet, [...placeNames(sheet, visible, view), ...countryNames(sheet, map, seen, language)])
}

/** A name that wants to be drawn; those of countries are only there to find one's way. */
interface Named extends Wanted {
  readonly isCountry: boolean
}

/** Places of most events first. */
const placeNames = (sheet: Sheet, visible: readonly Disc<Located>[], view: MapView): Named[] =>
  visible.slice(0, 60).map(disc => {
    const [x, y] = toScreen(view, sheet, disc.x, disc.y)
    const { name, marks } = disc.place
    // The number stands after the name, whatever direction the name is written in.
    const text = `${shortened(name, 28)}\u200e${marks.length > 1 ? ` ${countOf(marks.length)}` : ''}`
    const [across, down] = axesOf(disc, view.scale)
    const width = sheet.context.measureText(text).width
    return { text, x, y, away: Math.min(across, down, 14) + 3, width, isCountry: false }
  })

/** Countries that are wide enough in view for their names, the widest first. */
function countryNames(
  sheet: Sheet,
  { paths, view, countries }: Mapped,
  seen: Bounds,
  language: string,
): Named[] {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  return paths.shapes
    .map(({ shape }) => ({ ...shape, wide: shape.bounds.right - shape.bounds.left }))
    .filter(
      ({ country, bounds, wide }) => country !== null && wide * view.scale > 90 && overlap(bounds, seen),
    )
    .sort((a, b) => b.wide - a.wide)
    .map(({ country, heart }) => {
      const [x, y] = toScreen(view, sheet, ...heart)
      const text = names.of(country ?? '') ?? ''
      const width = sheet.context.measureText(text).width
      // A number on the country's middle keeps its room.
      const isCounted = country !== null && countries.has(country)
      return { text, x: isCounted ? x : x - width / 2, y, away: isCounted ? 18 : 0, width, isCountry: true }
    })
}

function drawNames(sheet: Sheet, wanted: readonly Named[]): void {
  const { context, inks } = sheet
  context.save()
  context.textBaseline = 'top'
  context.textAlign = 'left'
  context.direction = 'ltr'
  context.lineWidth = 3
  context.lineJoin = 'round'
  for (const { text, left, top, isCountry } of placedLabels(wanted, sheet)) {
    if (!isCountry) {
      context.strokeStyle = inks.paper
      context.strokeText(text, left, top + 1)
    }
    context.fillStyle = isCountry ? inks.dim : inks.ink
    context.fillText(text, left, top + 1)
  }
  context.restore()
}

function drawCells(
  sheet: Sheet,
  { view, cellSide, isPale }: Mapped,
  cells: readonly Cell<Disc<Located>>[],
): void {
  const { context, inks } = sheet
  const side = cellSide * view.scale
  const counts = cells.map(({ of }) => of.reduce((sum, { place }) => sum + place.marks.length, 0))
  const most = counts.reduce((most, count) => Math.max(most, count), 1)
  context.save()
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const [at, cell] of cells.entries()) {
    const [x, y] = toScreen(view, sheet, cell.x, cell.y)
    if (x + side < 0 || y + side < 0 || x > sheet.width || y > sheet.height) continue
    const count = counts[at] ?? 0
    const isOutside = cell.of.every(({ place }) => isPale(place))
    context.globalAlpha = (isOutside ? 0.3 : 1) * (0.12 + 0.38 * Math.sqrt(count / most))
    context.fillStyle = inks.drawn
    context.fillRect(x + 0.5, y + 0.5, side - 1, side - 1)
    context.globalAlpha = 1
    context.fillStyle = isOutside ? inks.dim : inks.ink
    context.fillText(countOf(count), x + side / 2, y + side / 2)
  }
  context.restore()
}

function drawCountryCounts(sheet: Sheet, { paths, view, countries }: Mapped, seen: Bounds): void {
  const { context, inks } = sheet
  context.save()
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const { shape } of paths.shapes) {
    const place = shape.country === null ? undefined : countries.get(shape.country)
    if (!place || !overlap(shape.bounds, seen)) continue
    const [x, y] = toScreen(view, sheet, ...shape.heart)
    const text = countOf(place.marks.length)
    const half = context.measureText(text).width / 2 + 5
    context.fillStyle = inks.raised
    context.strokeStyle = inks.drawn
    context.beginPath()
    context.roundRect(x - half, y - 9, 2 * half, 18, 3)
    context.fill()
    context.stroke()
    context.fillStyle = inks.ink
    context.fillText(text, x, y + 0.5)
  }
  context.restore()
}

/** The outline of a box: along its meridians and parallels. */
export function drawBox(
  sheet: Sheet,
  { west, south, east, north }: Box,
  { projection, view }: { projection: Plane['projection']; view: MapView },
): void {
  const { context, inks } = sheet
  const wide = east >= west ? east - west : east - west + 360
  const steps = Array.from({ length: 25 }, (_, at) => at / 24)
  const corners: [number, number][] = [
    ...steps.map((share): [number, number] => [west + share * wide, north]),
    ...steps.map((share): [number, number] => [west + wide, north + share * (south - north)]),
    ...steps.map((share): [number, number] => [west + (1 - share) * wide, south]),
    ...steps.map((share): [number, number] => [west, south + share * (north - south)]),
  ]
  context.save()
  context.beginPath()
  for (const corner of corners) {
    const at = projection(corner)
    if (at) context.lineTo(...toScreen(view, sheet, ...at))
  }
  context.closePath()
  context.strokeStyle = inks.focus
  context.lineWidth = 2
  context.stroke()
  context.globalAlpha = 0.07
  context.fillStyle = inks.focus
  context.fill()
  context.restore()
}

import type { DrawnMark } from '../../api.js'
import type { Sheet } from '../linked/canvas.js'
import { shades } from '../linked/shades.js'
import { type Bar, type Extent, fadeOut, fadesWithin, openTail, solidOf } from './bars.js'
import { type Bins, binAt } from './bins.js'
import { edgesOf } from './days.js'
import type { Scale } from './scale.js'
import type { Stretch } from './stretch.js'
import { dayInWords, rulerUnit } from './words.js'

/** Where the ruler ends and what is measured begins. */
export const rulerHeight = 30

/** A bar in its place. */
export interface LaidBar {
  readonly mark: DrawnMark
  readonly bar: Bar
  readonly extent: Extent
  readonly lane: number
  readonly label: string | null
}

export function drawRuler({ context, width, height, inks }: Sheet, scale: Scale, language: string): void {
  const unit = rulerUnit(scale.perDay, 96)
  context.save()
  context.textBaseline = 'middle'
  context.textAlign = 'start'
  for (const edge of edgesOf(unit, scale.seen.start, scale.seen.end)) {
    const x = scale.x(edge)
    context.strokeStyle = inks.line
    context.beginPath()
    context.moveTo(Math.round(x) + 0.5, 0)
    context.lineTo(Math.round(x) + 0.5, height)
    context.stroke()
    context.fillStyle = inks.dim
    const isTurned = scale.x(edge + 1) < x
    context.textAlign = isTurned ? 'right' : 'left'
    context.fillText(dayInWords(edge, language, unit), x + (isTurned ? -5 : 5), rulerHeight / 2)
  }
  context.strokeStyle = inks.line
  context.strokeRect(0, rulerHeight - 0.5, width, 0)
  context.restore()
}

/** The same ink, of which nothing is seen. */
const faint = (ink: string): string => ink.replace(/^rgb\((.+)\)$/, 'rgba($1, 0)')
const isTold = ({ status }: DrawnMark): boolean => status === 'asserted' || status === 'attributed'

/** @param isChosen whether a mark is within what is chosen: the others are pale */
export function drawBars(
  { context, height, inks }: Sheet,
  scale: Scale,
  bars: readonly LaidBar[],
  { laneHeight, top, isChosen }: { laneHeight: number; top: number; isChosen: (mark: DrawnMark) => boolean },
): void {
  context.save()
  context.beginPath()
  context.rect(0, rulerHeight, scale.width, height - rulerHeight)
  context.clip()
  context.textBaseline = 'middle'
  const thick = Math.min(laneHeight - 3, 12)
  for (const one of bars) {
    const y = rulerHeight + one.lane * laneHeight - top + (laneHeight - thick) / 2
    if (y + thick < rulerHeight || y > height) continue
    const isOutside = !isChosen(one.mark)
    context.globalAlpha = isOutside ? shades.pale : 1
    drawBar(context, scale, one, { y, thick, fill: isOutside ? inks.dim : inks.drawn })
    context.globalAlpha = 1
    if (one.label === null) continue
    const ink = isOutside ? inks.dim : inks.ink
    drawLabel(context, scale, one.extent, { text: one.label, y: y + thick / 2, ink, halo: inks.raised })
  }
  context.restore()
}

function drawBar(
  context: CanvasRenderingContext2D,
  scale: Scale,
  { bar, extent, mark }: LaidBar,
  { y, thick, fill }: { readonly y: number; readonly thick: number; readonly fill: string },
): void {
  const solid = solidOf(bar, scale.perDay)
  const room = fadesWithin(solid) ? Math.min((solid.end - solid.start) / 3, 60) : fadeOut
  // How far from its outer edge each end takes to be whole.
  const rise = (end: Bar['from']): number => (end === 'firm' ? 0 : end === 'open' ? openTail : room)
  const length = extent.end - extent.start
  const [from, to] = [scale.across(extent.start), scale.across(extent.end)]
  const gradient = context.createLinearGradient(from, 0, to, 0)
  const [begins, ends] = [rise(bar.from) / length, 1 - rise(bar.to) / length]
  gradient.addColorStop(0, begins > 0 ? faint(fill) : fill)
  gradient.addColorStop(Math.min(begins, 1), fill)
  gradient.addColorStop(Math.max(Math.min(ends, 1), begins, 0), fill)
  gradient.addColorStop(1, ends < 1 ? faint(fill) : fill)
  const [left, width] = [Math.min(from, to), Math.abs(to - from)]
  if (isTold(mark)) {
    context.fillStyle = gradient
    context.fillRect(left, y, width, thick)
  } else {
    context.strokeStyle = gradient
    context.lineWidth = 1.5
    context.strokeRect(left + 0.75, y + 0.75, Math.max(width - 1.5, 1), thick - 1.5)
  }
}

function drawLabel(
  context: CanvasRenderingContext2D,
  scale: Scale,
  extent: Extent,
  {
    text,
    y,
    ink,
    halo,
  }: { readonly text: string; readonly y: number } & Readonly<Record<'ink' | 'halo', string>>,
): void {
  const isTurned = scale.across(1) < scale.across(0)
  const side = isTurned ? -1 : 1
  const [start, end] = [scale.across(extent.start), scale.across(extent.end)]
  // Words beside a long bar that ends out of sight stand on what is seen of it.
  const isLong = isTurned ? end < 0 : end > scale.width
  const x = (isLong ? (isTurned ? Math.min(start, scale.width) : Math.max(start, 0)) : end) + side * 6
  context.textAlign = isTurned ? 'right' : 'left'
  context.lineWidth = 3
  context.lineJoin = 'round'
  context.strokeStyle = halo
  context.strokeText(text, x, y)
  context.fillStyle = ink
  context.fillText(text, x, y)
}

/** What stands in bins, from the ground up: first what lies in one, then what is spread over several. */
export function drawBins(
  { context, height, inks }: Sheet,
  scale: Scale,
  bins: Bins,
  { most, isPale, top }: { readonly most: number; readonly isPale: boolean; readonly top: number },
): void {
  const { edges, within, spread } = bins
  const ground = height - 1
  const per = (ground - top) / Math.max(most, 1)
  context.save()
  context.fillStyle = isPale ? inks.dim : inks.drawn
  context.strokeStyle = context.fillStyle
  const seen = isPale ? shades.pale : 1
  const first = Math.max(binAt(edges, scale.seen.start), 0)
  for (let at = first; at < within.length && (edges[at] ?? 0) < scale.seen.end; at++) {
    const [a, b] = [scale.x(edges[at] ?? 0), scale.x(edges[at + 1] ?? 0)]
    const [left, width] = [Math.min(a, b), Math.max(Math.abs(b - a) - 1, 1)]
    const [sure, loose] = [(within[at] ?? 0) * per, (spread[at] ?? 0) * per]
    context.globalAlpha = seen
    context.fillRect(left, ground - sure, width, sure)
    if (loose === 0) continue
    // What is shared out is hollow: its outline tells how much it is.
    context.strokeRect(left + 0.5, ground - sure - loose + 0.5, Math.max(width - 1, 0.5), loose)
    context.globalAlpha = seen * shades.inside
    context.fillRect(left, ground - sure - loose, width, loose)
  }
  context.restore()
}

/** The most that a bin in view has. */
export function mostIn({ edges, within, spread }: Bins, { start, end }: Stretch): number {
  let most = 0
  for (const [at, count] of within.entries())
    if ((edges[at + 1] ?? 0) > start && (edges[at] ?? 0) < end)
      most = Math.max(most, count + (spread[at] ?? 0))
  return most
}

/** Covers what is not in the stretch that is chosen, and draws its edges. */
export function drawChosen(
  { context, width, height, inks }: Sheet,
  scale: Scale,
  { start, end }: Stretch,
): void {
  const clip = (x: number): number => Math.min(Math.max(x, -2), width + 2)
  const [a, b] = [clip(scale.x(start)), clip(scale.x(end))]
  const [left, right] = [Math.min(a, b), Math.max(a, b)]
  context.save()
  context.fillStyle = inks.focus
  context.globalAlpha = 0.09
  context.fillRect(left, 0, right - left, height)
  context.globalAlpha = 1
  context.fillRect(left - 1, 0, 2, height)
  context.fillRect(right - 1, 0, 2, height)
  context.restore()
}

import { useMemo } from 'preact/hooks'
import type { DrawnMark } from '../../api.js'
import { address, go, href } from '../address.js'
import type { Sheet } from '../linked/canvas.js'
import type { TipOf } from '../linked/tip.js'
import type { LinkedMarks } from '../linked/use-marks.js'
import { t } from '../messages/index.js'
import { settings } from '../state/settings.js'
import { binAt } from './bins.js'
import { choose } from './choose.js'
import { drawBars, drawBins, mostIn, rulerHeight } from './draw.js'
import type { Scale } from './scale.js'
import type { Stretch } from './stretch.js'
import { barAt, binsFor, type Dated, inView, laidOut, mostBars, timedOnce } from './timeline-model.js'
import { dayInWords } from './words.js'

const none: readonly Dated[] = []
const binsHeight = 260
export const smallHeight = 130

/** What is drawn below the ruler, and what is there to point at. */
export interface Drawing {
  readonly height: number
  readonly label: string
  readonly draw: (sheet: Sheet, top: number) => void
  readonly tip: (x: number, y: number, top: number) => TipOf | null
  readonly tap: (x: number, y: number, all: Stretch) => void
}

interface DrawingProps {
  readonly marks: LinkedMarks
  readonly dated: readonly Dated[]
  readonly seen: Stretch
  readonly isSmall: boolean
  readonly scale: Scale
}

/** Bars, or bins where more are in view than can be told apart. */
export function useDrawing(props: DrawingProps): Drawing {
  const { dated, seen, isSmall } = props
  const { start, end } = seen
  const visible = useMemo(
    () => (isSmall || dated.length <= mostBars ? dated : inView(dated, { start, end })),
    [dated, start, end, isSmall],
  )
  const isBinned = isSmall || visible.length > mostBars
  const bars = useBarsDrawing(props, isBinned ? none : visible)
  const bins = useBinsDrawing(props, isBinned)
  return isBinned ? bins : bars
}

const wordsWidth = (words: string): number => words.length * 6.8

function useBarsDrawing({ marks, scale }: DrawingProps, visible: readonly Dated[]): Drawing {
  // Moving changes the last digits of the scale, and no bar's lane.
  const perDay = Number(scale.perDay.toPrecision(9))
  const laid = useMemo(() => laidOut(visible, perDay, wordsWidth), [visible, perDay])
  const chosen = useMemo(() => new Set(marks.chosen.map(({ id }) => id)), [marks.chosen])
  const at = (x: number, y: number) =>
    barAt(laid, scale.day(x) * scale.perDay, Math.floor((y - rulerHeight) / laid.laneHeight))
  return {
    height: Math.max(rulerHeight + laid.lanes * laid.laneHeight + 12, 120),
    label: t('timeline.bars', { count: visible.length }),
    draw: (sheet, top) =>
      drawBars(sheet, scale, laid.bars, {
        laneHeight: laid.laneHeight,
        top,
        isChosen: ({ id }) => chosen.has(id),
      }),
    tip: (x, y, top) => {
      const mark = y < rulerHeight ? null : at(x, y + top)?.mark
      return mark ? { x, y, lines: linesOf(mark) } : null
    },
    tap: (x, y) => {
      const mark = at(x, y)?.mark
      if (mark) go(href('event', mark.id))
    },
  }
}

const linesOf = ({ when, kind, status, trigger, place }: DrawnMark): string[] => [
  `${when ?? ''}`,
  status === 'asserted' ? kind : `${kind} (${status})`,
  `“${trigger}”`,
  ...(place ? [place.name] : []),
]

function useBinsDrawing({ marks, dated, seen, isSmall, scale }: DrawingProps, isBinned: boolean): Drawing {
  const { language } = settings.value
  const all = useMemo(() => binsFor(isBinned ? dated : [], scale.perDay), [dated, scale.perDay, isBinned])
  const isPart = address.value.query.has('from') || address.value.query.has('to')
  const chosen = useMemo(
    () => binsFor(isBinned && isPart ? timedOnce(marks.chosen).dated : [], scale.perDay),
    [marks.chosen, scale.perDay, isBinned, isPart],
  )
  const binOf = (x: number): number => binAt(all.edges, scale.day(x))
  return {
    height: isSmall ? smallHeight : binsHeight,
    label: t('timeline.bins', { count: dated.length, unit: t(`unit.${all.unit}`) }),
    draw: sheet => {
      const most = mostIn(all, seen)
      drawBins(sheet, scale, all, { most, isPale: isPart, top: rulerHeight + 14 })
      if (isPart) drawBins(sheet, scale, chosen, { most, isPale: false, top: rulerHeight + 14 })
      const { context, inks } = sheet
      context.fillStyle = inks.dim
      context.textAlign = 'left'
      context.textBaseline = 'middle'
      context.fillText(
        t('timeline.most', { most: Math.round(most), unit: t(`unit.${all.unit}`) }),
        5,
        rulerHeight + 8,
      )
    },
    tip: (x, y) => {
      const at = binOf(x)
      const [from, to] = [all.edges[at], all.edges[at + 1]]
      if (from === undefined || to === undefined) return null
      const [sure, loose] = [all.within[at] ?? 0, all.spread[at] ?? 0]
      const until = to - 1 > from ? ` – ${dayInWords(to - 1, language)}` : ''
      const number = Math.round(loose * 10) / 10
      const lines = [
        t('timeline.within', { count: sure }),
        ...(number > 0 ? [t('timeline.spread', { number })] : []),
      ]
      return { x, y, lines: [`${dayInWords(from, language)}${until}`, ...lines] }
    },
    tap: (x, _, within) => {
      const at = binOf(x)
      const [start, end] = [all.edges[at], all.edges[at + 1]]
      if (start !== undefined && end !== undefined) choose({ start, end }, within)
    },
  }
}

import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { Canvas, type Sheet, useSize } from '../linked/canvas.js'
import { useGestures } from '../linked/gestures.js'
import type { PlotProps } from '../linked/plot-props.js'
import { Tip, type TipOf } from '../linked/tip.js'
import { useHeld } from '../linked/use-held.js'
import { direction, t } from '../messages/index.js'
import { settings } from '../state/settings.js'
import { choose, chosenOf } from './choose.js'
import { drawChosen, drawRuler, rulerHeight } from './draw.js'
import { Edges } from './edges.js'
import { onKey, ZoomButtons } from './moving.js'
import { scaleOf } from './scale.js'
import { moved, type Stretch, stretchOf, stretchRead, stretchWritten, zoomed } from './stretch.js'
import { TimelineLists } from './timeline-lists.js'
import { type Dated, timedOnce } from './timeline-model.js'
import { smallHeight, useDrawing } from './use-drawing.js'

/** The most that the sheet is high: more lanes are scrolled to. */
const mostHeight = 520

/** When: bars from first to last day, or bins; a drag on the ruler chooses a stretch of time for all views. */
export function TimelinePlot({ marks, isSmall, beside }: PlotProps) {
  const { dated } = timedOnce(marks.ofAnyTime)
  const all = useMemo(
    () =>
      stretchOf(
        dated.map(({ bar }) => bar),
        Date.now() / 86_400_000,
      ),
    [dated],
  )
  const [held, hold] = useHeld('zoom', stretchRead, stretchWritten)
  const seen = isSmall || held === null ? all : moved(held, 0, all)
  const marking = useSignal<Stretch | null>(null)
  const chosen = marking.value ?? chosenOf(all)
  const after = isSmall ? null : (
    <>
      {beside}
      <TimelineLists marks={marks} />
    </>
  )
  if (dated.length === 0)
    return (
      <>
        <p class="empty">{t('timeline.none')}</p>
        {after}
      </>
    )
  const parts = { marks, dated, all, seen, chosen, isSmall }
  return (
    <>
      {!isSmall && <ZoomButtons all={all} seen={seen} onSee={hold} />}
      <TimeSheet {...parts} onSee={hold} onMarking={stretch => (marking.value = stretch)} />
      {!isSmall && (
        <Edges
          all={all}
          chosen={chosen}
          onMove={stretch => (marking.value = stretch)}
          onRest={stretch => {
            marking.value = null
            choose(stretch, all)
          }}
        />
      )}
      {after}
    </>
  )
}

interface SheetProps extends PlotProps {
  readonly dated: readonly Dated[]
  readonly all: Stretch
  readonly seen: Stretch
  readonly chosen: Stretch | null
  readonly onSee: (seen: Stretch) => void
  readonly onMarking: (chosen: Stretch | null) => void
}

/** The sheet on which bars or bins are drawn, and all that a pointer or the keyboard does there. */
function TimeSheet({ marks, dated, all, seen, chosen, isSmall, onSee, onMarking }: SheetProps) {
  const [ref, { width }] = useSize<HTMLDivElement>()
  const top = useSignal(0)
  const tip = useSignal<TipOf | null>(null)
  const scale = scaleOf(seen, Math.max(width, 1), direction.value === 'rtl')
  const drawing = useDrawing({ marks, dated, seen, isSmall, scale })
  const height = isSmall ? smallHeight : Math.min(drawing.height, mostHeight)
  const stretchAt = (a: number, b: number): Stretch => {
    const [first, last] = [scale.day(a), scale.day(b)].sort((one, other) => one - other)
    return { start: Math.floor(first ?? 0), end: Math.floor(last ?? 0) + 1 }
  }
  useGestures(ref, {
    pan: dx => onSee(moved(seen, (direction.value === 'rtl' ? dx : -dx) / scale.perDay, all)),
    zoom: (factor, [x]) => !isSmall && onSee(zoomed(seen, factor, scale.day(x), all)),
    marks: ([, y], event) => isSmall || y < rulerHeight || event.shiftKey,
    marking: (from, to) => onMarking(to && stretchAt(from[0], to[0])),
    marked: (from, to) => {
      onMarking(null)
      choose(stretchAt(from[0], to[0]), all)
    },
    tap: ([x, y]) => drawing.tap(x, y + top.value, all),
    hover: at => (tip.value = at && drawing.tip(at[0], at[1], top.value)),
  })
  const draw = (sheet: Sheet): void => {
    if (chosen) drawChosen(sheet, scale, chosen)
    drawRuler(sheet, scale, settings.value.language)
    drawing.draw(sheet, top.value)
  }
  return (
    <section
      class="plot timeline"
      tabIndex={isSmall ? undefined : 0}
      aria-label={t('timeline.plot')}
      onKeyDown={event => !isSmall && onKey(event, { all, seen, onSee })}
    >
      <div
        class="scroll"
        style={{ height: `${height}px` }}
        onScroll={event => (top.value = event.currentTarget.scrollTop)}
      >
        <div style={{ height: `${isSmall ? height : drawing.height}px` }}>
          <div ref={ref} class="sheet" style={{ height: `${height}px` }}>
            <Canvas width={width} height={height} label={drawing.label} draw={draw} />
            <Tip tip={tip.value} width={width} />
          </div>
        </div>
      </div>
    </section>
  )
}

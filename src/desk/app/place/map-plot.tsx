import { useSignal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import type { Box } from '../../../model/box.js'
import { boxWritten, isInBox } from '../../../text/box.js'
import { pointOf } from '../../../text/drawn-place.js'
import { address } from '../address.js'
import { Canvas, type Sheet, useSize } from '../linked/canvas.js'
import { useGestures } from '../linked/gestures.js'
import type { PlotProps } from '../linked/plot-props.js'
import { show } from '../linked/query.js'
import { Tip, type TipOf } from '../linked/tip.js'
import { useHeld } from '../linked/use-held.js'
import type { LinkedMarks } from '../linked/use-marks.js'
import { t } from '../messages/index.js'
import { settings } from '../state/settings.js'
import { boxAround, boxRead } from './box.js'
import { cellsOf } from './cells.js'
import { drawBox, drawMap } from './draw.js'
import { MapNotes, PlacesInView, PlacesListed } from './map-lists.js'
import { type MapData, overall, placeAt, viewRead, viewWritten } from './map-model.js'
import { PanButtons } from './pan-buttons.js'
import { type Place, placesOf } from './places.js'
import { type Disc, discsOf, middleOf, shownBounds } from './plane.js'
import { type Borders, onPlane, useBorders } from './use-borders.js'
import { type MapView, movedBy, type Size, seenOf, toPlane, viewOf, zoomedAt } from './view.js'

/** More places than this in view are drawn as squares of the map with their numbers. */
const mostDiscs = 500
const cellPixels = 40
/** No closer than this is the map fitted, so that what lies around a place alone is seen: some 2,000 km across. */
const closest = 4

/** Where: precision drawn as area, without tiles. */
export function MapPlot({ marks, isSmall, beside }: PlotProps) {
  const borders = useBorders()
  const [ref, { width }] = useSize<HTMLDivElement>()
  const height = isSmall ? 260 : Math.round(Math.min(Math.max(width * 0.55, 320), 560))
  const isReady = borders !== null && width > 0
  return (
    <div>
      <div ref={ref} />
      {isReady ? (
        <DrawnMap
          marks={marks}
          isSmall={isSmall}
          beside={beside}
          borders={borders}
          size={{ width, height }}
        />
      ) : (
        <p class="empty">{t('loading')}</p>
      )}
    </div>
  )
}

function useMapData(marks: LinkedMarks, borders: Borders): MapData {
  const codes = useMemo(() => new Set(borders.shapes.map(({ country }) => country)), [borders])
  const places = useMemo(() => placesOf(marks.ofAnyPlace, code => codes.has(code)), [marks.ofAnyPlace, codes])
  const middle = middleOf(places.located)
  const { plane, paths } = onPlane(borders.shapes, middle)
  const discs = useMemo(() => discsOf(places.located, plane), [places, plane])
  const countries = useMemo(
    () => new Map(places.countries.map((place): [string, Place] => [place.country ?? '', place])),
    [places],
  )
  return { places, plane, paths, discs, countries }
}

interface DrawnMapProps extends PlotProps {
  readonly borders: Borders
  readonly size: Size
}

function DrawnMap({ marks, isSmall, beside, borders, size }: DrawnMapProps) {
  const data = useMapData(marks, borders)
  const { places, plane, discs, countries } = data
  const fitted = useMemo(() => {
    const shapes = plane.shapes.filter(({ country }) => country !== null && countries.has(country))
    return viewOf(shownBounds(discs, shapes, plane.bounds), size, closest)
  }, [plane, discs, countries, size.width, size.height])
  const [held, hold] = useHeld('view', viewRead(plane), viewWritten(plane))
  const view = isSmall || held === null ? fitted : held
  const limits = { least: overall(plane, size) * 0.9, most: 60 }
  const parts = { data, view, size, isSmall, marks }
  const zoom = (factor: number, at: readonly [number, number] = [size.width / 2, size.height / 2]): void =>
    hold(zoomedAt(view, factor, at, size, limits))
  if (isSmall) return <MapSheet {...parts} onSee={hold} onZoom={zoom} isMarking={false} />
  return (
    <LargeMap {...parts} onSee={hold} onZoom={zoom} isHeld={held !== null}>
      <MapNotes places={places} whose={borders.whose} isCells={cellsIn(data, view, size) !== null} />
      {beside}
    </LargeMap>
  )
}

/** Squares instead of discs, where more places are in view than can be told apart; null where not. */
function cellsIn(
  { discs }: MapData,
  view: MapView,
  size: Size,
): ReturnType<typeof cellsOf<Disc<MapData['places']['located'][number]>>> | null {
  const { left, top, right, bottom } = seenOf(view, size)
  const visible = discs.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom)
  return visible.length > mostDiscs ? cellsOf(visible, cellSideOf(view)) : null
}

/** The side of a square in the plane: of steps by two, so that squares last while the view is zoomed a little. */
const cellSideOf = ({ scale }: MapView): number => 2 ** Math.round(Math.log2(cellPixels / scale))

interface SheetProps {
  readonly data: MapData
  readonly view: MapView
  readonly size: Size
  readonly isSmall: boolean
  readonly marks: LinkedMarks
  readonly onSee: (view: MapView | null) => void
  readonly onZoom: (factor: number, at?: readonly [number, number]) => void
}

interface LargeProps extends SheetProps {
  readonly isHeld: boolean
  readonly children: preact.ComponentChildren
}

/** The map with what leads it, and what is in view as a table beside it. */
function LargeMap({ children, isHeld, ...sheet }: LargeProps) {
  const isMarking = useSignal(false)
  const { data, view, size, onSee, onZoom } = sheet
  const box = boxRead(address.value.query.get('box'))
  const chooseView = (): void => {
    const seen = writtenSeen(boxSeen(data, view, size))
    if (seen) show({ box: seen, view: viewWritten(data.plane)(view) })
  }
  return (
    <>
      <div class="plot-bar">
        <PanButtons onPan={(dx, dy) => onSee(movedBy(view, dx, dy, data.plane.bounds))} />
        <button type="button" aria-label={t('plot.in')} onClick={() => onZoom(2)}>
          <span aria-hidden="true">+</span>
        </button>
        <button type="button" aria-label={t('plot.out')} onClick={() => onZoom(0.5)}>
          <span aria-hidden="true">−</span>
        </button>
        <button type="button" disabled={!isHeld} onClick={() => onSee(null)}>
          {t('plot.all')}
        </button>
        <button
          type="button"
          aria-pressed={isMarking.value}
          onClick={() => (isMarking.value = !isMarking.value)}
        >
          {t('map.mark')}
        </button>
        <button type="button" onClick={chooseView}>
          {t('map.onlyView')}
        </button>
        <button type="button" disabled={box === null} onClick={() => show({ box: null })}>
          {t('map.anywhere')}
        </button>
      </div>
      <MapSheet {...sheet} isMarking={isMarking.value} />
      {children}
      <div class="map-lists">
        <PlacesInView data={data} view={view} size={size} />
        <PlacesListed places={data.places} />
      </div>
    </>
  )
}

/** What of the earth is seen, as a box. */
function boxSeen(
  { plane }: MapData,
  view: MapView,
  size: Size,
  from: readonly [number, number] = [0, 0],
  to: readonly [number, number] = [size.width, size.height],
): Box | null {
  const steps = [0, 0.25, 0.5, 0.75, 1]
  const points = steps.flatMap(across =>
    steps.flatMap((down): [number, number][] => {
      const at = toPlane(view, size, from[0] + across * (to[0] - from[0]), from[1] + down * (to[1] - from[1]))
      const place = plane.projection.invert?.(at)
      if (!place || Math.abs(place[1]) > 90 || !Number.isFinite(place[0])) return []
      // What does not lead back to where it came from lies beyond the edge of the earth.
      const back = plane.projection(place)
      return back && Math.hypot(back[0] - at[0], back[1] - at[1]) < 1 ? [place] : []
    }),
  )
  return boxAround(points, plane.middle)
}

/** As it stands in the URL; null where it has no height there. */
function writtenSeen(box: Box | null): string | null {
  const written = box && boxWritten(box)
  return boxRead(written) && written
}

function MapSheet({
  data,
  view,
  size,
  isSmall,
  marks,
  isMarking,
  onSee,
  onZoom,
}: SheetProps & { readonly isMarking: boolean }) {
  const ref = useRef<HTMLDivElement>(null)
  const marking = useSignal<Box | null>(null)
  const tip = useSignal<TipOf | null>(null)
  const box = marking.value ?? boxRead(address.value.query.get('box'))
  const cells = useMemo(
    () => cellsIn(data, view, size),
    [data.discs, view.x, view.y, view.scale, size.width, size.height],
  )
  const isPale = (place: Place): boolean => {
    const point = pointOf(place.level, place)
    return box !== null && (point === null || !isInBox(box, point))
  }
  const pan = (dx: number, dy: number): void => onSee(movedBy(view, dx, dy, data.plane.bounds))
  useGestures(ref, {
    pan: (dx, dy) => !isSmall && pan(dx, dy),
    zoom: (factor, at) => !isSmall && onZoom(factor, at),
    marks: (_, event) => isSmall || isMarking || event.shiftKey,
    marking: (from, to) => (marking.value = to && boxSeen(data, view, size, from, to)),
    marked: (from, to) => {
      marking.value = null
      const drawn = writtenSeen(boxSeen(data, view, size, from, to))
      if (drawn) show({ box: drawn, ...(isSmall ? {} : { view: viewWritten(data.plane)(view) }) })
    },
    tap: at => {
      const place = placeAt(data, view, size, at)
      if (place) show({ place: place.level === 'country' ? (place.country ?? place.name) : place.name })
    },
    hover: at => {
      const place = at && cells === null ? placeAt(data, view, size, at) : null
      tip.value =
        at && place
          ? { x: at[0], y: at[1], lines: [place.name, t('events.count', { count: place.marks.length })] }
          : null
    },
  })
  const draw = (sheet: Sheet): void => {
    drawMap(sheet, { ...data, view, cells, cellSide: cellSideOf(view), isPale }, settings.value.language)
    if (box) drawBox(sheet, box, { projection: data.plane.projection, view })
  }
  return (
    <section
      class={isMarking ? 'plot map marking' : 'plot map'}
      tabIndex={isSmall ? undefined : 0}
      aria-label={t('map.plot')}
      onKeyDown={event => !isSmall && onKey(event, { pan, zoom: onZoom, fit: () => onSee(null) })}
    >
      <div ref={ref} class="sheet" style={{ height: `${size.height}px` }}>
        <Canvas
          width={size.width}
          height={size.height}
          label={t('map.label', { count: marks.chosen.length })}
          draw={draw}
        />
        <Tip tip={tip.value} width={size.width} />
      </div>
    </section>
  )
}

interface Moves {
  readonly pan: (dx: number, dy: number) => void
  readonly zoom: (factor: number) => void
  readonly fit: () => void
}

/** Arrows move, plus and minus zoom, 0 shows all. */
function onKey(event: KeyboardEvent, { pan, zoom, fit }: Moves): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const step = 80
  const moves: Partial<Record<string, () => void>> = {
    ArrowRight: () => pan(-step, 0),
    ArrowLeft: () => pan(step, 0),
    ArrowDown: () => pan(0, -step),
    ArrowUp: () => pan(0, step),
    '+': () => zoom(1.5),
    '=': () => zoom(1.5),
    '-': () => zoom(1 / 1.5),
    '0': fit,
  }
  const move = moves[event.key]
  if (!move) return
  event.preventDefault()
  move()
}

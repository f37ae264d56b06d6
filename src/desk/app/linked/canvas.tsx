import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { settings } from '../state/settings.js'

/** The colours of the page, as a canvas needs them. */
export interface Inks {
  readonly ink: string
  readonly dim: string
  readonly paper: string
  readonly raised: string
  readonly line: string
  readonly drawn: string
  readonly focus: string
}

export interface Sheet {
  readonly context: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  readonly inks: Inks
}

const names = ['ink', 'dim', 'paper', 'raised', 'line', 'drawn', 'focus'] as const

function inksOf(canvas: HTMLElement): Inks {
  // A canvas does not know the colours of a system by their names (high contrast): the page says what they are.
  const inks = names.map(name => {
    canvas.style.color = `var(--${name})`
    return [name, getComputedStyle(canvas).color]
  })
  canvas.style.color = ''
  return Object.fromEntries(inks) as Record<(typeof names)[number], string>
}

/** The size of an element, as it changes. */
export function useSize<E extends Element>(): [
  RefObject<E | null>,
  { readonly width: number; readonly height: number },
] {
  const ref = useRef<E>(null)
  const size = useSignal({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element
      if (width !== size.peek().width || height !== size.peek().height) size.value = { width, height }
    }
    measure()
    const watching = new ResizeObserver(measure)
    watching.observe(element)
    return () => watching.disconnect()
  }, [])
  return [ref, size.value]
}

/** How often the page was turned to other colours: dark, light, or print. */
function useInks(): number {
  const turns = useSignal(0)
  useEffect(() => {
    const turn = (): void => {
      turns.value++
    }
    const watched = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map(query =>
      matchMedia(query),
    )
    for (const query of watched) query.addEventListener('change', turn)
    return () => {
      for (const query of watched) query.removeEventListener('change', turn)
    }
  }, [])
  return turns.value
}

interface CanvasProps {
  readonly width: number
  readonly height: number
  /** What is seen, in words. */
  readonly label: string
  readonly draw: (sheet: Sheet) => void
}

/** A canvas that is drawn again, at most once a frame, when anything that it shows changes. */
export function Canvas({ width, height, label, draw }: CanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null)
  const turns = useInks()
  const { theme } = settings.value
  const newest = useRef(draw)
  newest.current = draw
  useLayoutEffect(() => {
    const canvas = ref.current
    const context = canvas?.getContext('2d')
    if (!canvas || !context || width === 0 || height === 0) return
    const ratio = window.devicePixelRatio || 1
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (canvas.width !== across) canvas.width = across
    if (canvas.height !== down) canvas.height = down
    const frame = requestAnimationFrame(() => {
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.clearRect(0, 0, width, height)
      context.font = `12px ${getComputedStyle(canvas).fontFamily}`
      newest.current({ context, width, height, inks: inksOf(canvas) })
    })
    return () => cancelAnimationFrame(frame)
  }, [draw, width, height, turns, theme])
  return (
    <canvas ref={ref} role="img" aria-label={label} style={{ width: `${width}px`, height: `${height}px` }} />
  )
}

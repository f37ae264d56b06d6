import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

type At = readonly [x: number, y: number]

/** What a pointer, two fingers or a wheel do on a plot, in pixels from its corner. */
export interface Gestures {
  readonly pan: (dx: number, dy: number) => void
  readonly zoom: (factor: number, at: At) => void
  /** Whether a drag that begins here marks a stretch or a box and does not pan. */
  readonly marks: (at: At, event: PointerEvent) => boolean
  /** What is being marked; null where it was given up. */
  readonly marking: (from: At, to: At | null) => void
  readonly marked: (from: At, to: At) => void
  readonly tap: (at: At) => void
  readonly hover: (at: At | null) => void
}

interface Drag {
  readonly from: At
  readonly marks: boolean
  moved: boolean
}

/** So far a pointer may tremble and still be a tap. */
const tremble = 4

/** Listens on an element to all that is done on it with pointers and wheel. */
export function useGestures(ref: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const newest = useRef(gestures)
  newest.current = gestures
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const ending = new AbortController()
    const { signal } = ending
    const hand = new Hand(element, () => newest.current)
    element.addEventListener('pointerdown', event => hand.down(event), { signal })
    element.addEventListener('pointermove', event => hand.move(event), { signal })
    element.addEventListener('pointerup', event => hand.up(event), { signal })
    element.addEventListener('pointercancel', event => hand.cancel(event), { signal })
    element.addEventListener('pointerleave', () => newest.current.hover(null), { signal })
    element.addEventListener('wheel', event => hand.wheel(event), { signal, passive: false })
    return () => ending.abort()
  }, [])
}

/** Follows the pointers that are on an element. */
class Hand {
  readonly #element: HTMLElement
  readonly #gestures: () => Gestures
  readonly #pointers = new Map<number, At>()
  #drag: Drag | null = null

  constructor(element: HTMLElement, gestures: () => Gestures) {
    this.#element = element
    this.#gestures = gestures
  }

  #at({ clientX, clientY }: MouseEvent): At {
    const { left, top } = this.#element.getBoundingClientRect()
    return [clientX - left, clientY - top]
  }

  down(event: PointerEvent): void {
    if (event.button !== 0) return
    const at = this.#at(event)
    this.#pointers.set(event.pointerId, at)
    this.#element.setPointerCapture(event.pointerId)
    if (this.#pointers.size > 1) {
      if (this.#drag?.marks) this.#gestures().marking(this.#drag.from, null)
      this.#drag = null
    } else this.#drag = { from: at, marks: this.#gestures().marks(at, event), moved: false }
  }

  move(event: PointerEvent): void {
    const at = this.#at(event)
    const before = this.#pointers.get(event.pointerId)
    if (!before) {
      this.#gestures().hover(at)
      return
    }
    if (this.#pointers.size === 2) this.#pinch(event.pointerId, before, at)
    this.#pointers.set(event.pointerId, at)
    const drag = this.#drag
    if (!drag) return
    if (!drag.moved && Math.hypot(at[0] - drag.from[0], at[1] - drag.from[1]) < tremble) return
    if (drag.marks) this.#gestures().marking(drag.from, at)
    else if (drag.moved) this.#gestures().pan(at[0] - before[0], at[1] - before[1])
    else this.#gestures().pan(at[0] - drag.from[0], at[1] - drag.from[1])
    drag.moved = true
  }

  #pinch(id: number, before: At, at: At): void {
    const other = [...this.#pointers].find(([one]) => one !== id)?.[1]
    if (!other) return
    const wide = (point: At): number => Math.max(Math.hypot(point[0] - other[0], point[1] - other[1]), 1)
    const middle: At = [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2]
    this.#gestures().zoom(wide(at) / wide(before), middle)
    this.#gestures().pan((at[0] - before[0]) / 2, (at[1] - before[1]) / 2)
  }

  up(event: PointerEvent): void {
    const drag = this.#drag
    const at = this.#at(event)
    this.#pointers.delete(event.pointerId)
    this.#drag = null
    if (!drag) return
    if (!drag.moved) {
      if (drag.marks) this.#gestures().marking(drag.from, null)
      this.#gestures().tap(at)
    } else if (drag.marks) this.#gestures().marked(drag.from, at)
  }

  cancel(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId)
    if (this.#drag?.marks) this.#gestures().marking(this.#drag.from, null)
    this.#drag = null
  }

  /** A wheel scrolls the page, as everywhere; with Ctrl (and by two fingers on a pad) it zooms. */
  wheel(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      this.#gestures().zoom(2 ** (-event.deltaY / 240), this.#at(event))
    } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault()
      this.#gestures().pan(-event.deltaX, 0)
    }
  }
}

import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import naturalEarth from 'world-atlas/countries-50m.json?url'
import { type Shape, shapesOf } from './borders.js'
import { type PlanePaths, pathsOf } from './draw.js'
import { type Plane, planeOf } from './plane.js'

/** The borders that the map draws, and whose they are. */
export interface Borders {
  readonly shapes: readonly Shape[]
  readonly whose: 'natural-earth' | 'own' | 'unreadable'
}

/** What has come, for every map of this page: borders are read once. */
const come = signal<Borders | null>(null)

/** The user's own borders where the desk was opened with some, and Natural Earth's otherwise; null until they have come. */
export function useBorders(): Borders | null {
  useEffect(() => {
    if (come.peek() !== null && come.peek()?.whose !== 'unreadable') return
    const aborting = new AbortController()
    load(aborting.signal).then(
      loaded => {
        come.value = loaded
      },
      () => {
        // A map without borders still has its places.
        if (!aborting.signal.aborted) come.value = { shapes: [], whose: 'unreadable' }
      },
    )
    return () => aborting.abort()
  }, [])
  return come.value
}

interface OnPlane {
  readonly plane: Plane
  readonly paths: PlanePaths
}

/** The borders that were put on a plane last: a map that is opened again finds them as they were left. */
let last: (OnPlane & { readonly shapes: readonly Shape[] }) | null = null

/** Borders on the plane, with the meridian that stands in its middle. */
export function onPlane(shapes: readonly Shape[], middle: number): OnPlane {
  if (last?.shapes !== shapes || last.plane.middle !== middle) {
    const plane = planeOf(shapes, middle)
    last = { shapes, plane, paths: pathsOf(plane) }
  }
  return last
}

async function load(signal: AbortSignal): Promise<Borders> {
  const own = await fetch('/api/borders', { signal })
  if (own.ok && own.status !== 204) {
    const shapes = readable(await own.json().catch(() => null))
    return shapes ? { shapes, whose: 'own' } : { shapes: [], whose: 'unreadable' }
  }
  const bundled = await fetch(naturalEarth, { signal })
  return { shapes: shapesOf(await bundled.json()) ?? [], whose: 'natural-earth' }
}

function readable(file: unknown): Shape[] | null {
  try {
    return shapesOf(file)
  } catch {
    return null
  }
}

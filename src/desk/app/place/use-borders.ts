import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import naturalEarth from 'world-atlas/countries-50m.json?url'
import { type Shape, shapesOf } from './borders.js'

/** The borders that the map draws, and whose they are. */
export interface Borders {
  readonly shapes: readonly Shape[]
  readonly whose: 'natural-earth' | 'own' | 'unreadable'
}

/** The user's own borders where the desk was opened with some, and Natural Earth's otherwise; null until they have come. */
export function useBorders(): Borders | null {
  const borders = useSignal<Borders | null>(null)
  useEffect(() => {
    const aborting = new AbortController()
    load(aborting.signal).then(
      loaded => {
        borders.value = loaded
      },
      () => {
        // A map without borders still has its places.
        if (!aborting.signal.aborted) borders.value = { shapes: [], whose: 'unreadable' }
      },
    )
    return () => aborting.abort()
  }, [])
  return borders.value
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

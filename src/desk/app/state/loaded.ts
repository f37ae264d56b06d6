import { type ReadonlySignal, signal, useComputed, useSignalEffect } from '@preact/signals'
import { ask, ServerFault } from '../server.js'

/** What was asked of the server, as far as it has come: the last answer stays in view while the next is fetched. */
export interface Loaded<T> {
  readonly data: T | null
  readonly fault: ServerFault | null
  readonly loading: boolean
}

/** How often something was decided here: what is shown is asked for again. */
export const changes = signal(0)

/** Where answers come from. */
export interface Source {
  /** What is here already and may be shown at once, while it is asked whether it still holds. */
  here<T>(path: string): T | null
  ask<T>(path: string, options: RequestInit): Promise<T>
}

const server: Source = { here: () => null, ask }

/** Asks for a path, and again whenever it, or the record, changes. Null asks for nothing. */
export function useLoaded<T>(path: () => string | null, source = server): ReadonlySignal<Loaded<T>> {
  // What changes in the URL beside the path asks for nothing.
  const wanted = useComputed(path)
  const asked = useComputed(() => ({ path: wanted.value, after: changes.value }))
  const state = useComputed(() => signal<Loaded<T>>({ data: null, fault: null, loading: true })).peek()
  useSignalEffect(() => {
    const { path: to } = asked.value
    if (to === null) return
    const aborting = new AbortController()
    const here = source.here<T>(to)
    state.value =
      here === null ? { ...state.peek(), loading: true } : { data: here, fault: null, loading: false }
    source.ask<T>(to, { signal: aborting.signal }).then(
      data => {
        if (aborting.signal.aborted) return
        if (data !== state.peek().data || state.peek().loading)
          state.value = { data, fault: null, loading: false }
      },
      (error: unknown) => {
        if (aborting.signal.aborted) return
        if (!(error instanceof ServerFault)) throw error
        state.value = { ...state.peek(), fault: error, loading: false }
      },
    )
    return () => aborting.abort()
  })
  return state
}

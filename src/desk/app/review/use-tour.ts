import {
  batch,
  type ReadonlySignal,
  type Signal,
  signal,
  useComputed,
  useSignalEffect,
} from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { EventsPage } from '../../api.js'
import { address, go, href } from '../address.js'
import { filterOf } from '../parts/filter.js'
import { ask, ServerFault, seat } from '../server.js'
import { settings } from '../state/settings.js'
import { answered } from './decisions.js'
import { emptyTour, extended, type Tour, updated } from './tour.js'

export interface Touring {
  readonly tour: Signal<Tour>
  readonly fault: ReadonlySignal<ServerFault | null>
  /** Whether the queue has been asked for and has not come yet. */
  readonly isLoading: ReadonlySignal<boolean>
  /** Asks for more of the queue; at its end, for what has come into it since. */
  more(): Promise<void>
}

/** The queue that the URL names, as it was when it was opened; decisions change what it says of an event, and not its order. */
export function useTour(): Touring {
  const held = useComputed(() => ({
    tour: signal<Tour>(emptyTour),
    fault: signal<ServerFault | null>(null),
    isLoading: signal(true),
  })).peek()
  const queue = useComputed(() => `${queueOf(address.value.query)}#${settings.value.blind ? seat.value : ''}`)
  const load = async (after: string | null, options: RequestInit = {}): Promise<void> => {
    const asked = queueOf(address.peek().query)
    if (after !== null) asked.set('after', after)
    try {
      const page = await ask<EventsPage>(`/api/events?${asked}`, options)
      batch(() => {
        held.tour.value = extended(held.tour.peek(), page)
        held.fault.value = null
        held.isLoading.value = false
      })
    } catch (error) {
      if (!(error instanceof ServerFault)) throw error
      held.fault.value = error
      held.isLoading.value = false
    }
  }
  const before = useRef<string | null>(null)
  useSignalEffect(() => {
    const isOther = before.current !== null && before.current !== queue.value
    before.current = queue.value
    // Another queue is begun at its beginning.
    if (isOther) go(href('review', null, Object.fromEntries(kept(address.peek().query))), 'replace')
    const aborting = new AbortController()
    held.tour.value = emptyTour
    held.isLoading.value = true
    load(null, { signal: aborting.signal }).catch((error: unknown) => {
      if (!aborting.signal.aborted) throw error
    })
    return () => aborting.abort()
  })
  useSignalEffect(() => {
    const mark = answered.value?.event?.mark
    const tour = held.tour.peek()
    if (mark && tour.events.some(({ id }) => id === mark.id)) held.tour.value = updated(tour, mark)
  })
  return { ...held, more: () => load(held.tour.peek().after) }
}

/** What of a URL names the queue. */
export function kept(query: URLSearchParams): [string, string][] {
  const sort = query.get('sort')
  return [...Object.entries(filterOf(query)), ...(sort ? [['sort', sort] as [string, string]] : [])]
}

/** What the server is asked for: the filter of the URL, of what is undecided where it does not say otherwise. */
function queueOf(query: URLSearchParams): URLSearchParams {
  const sort = query.get('sort') === 'disagreement' ? 'disagreement' : 'doubt'
  return new URLSearchParams({ review: 'undecided', ...filterOf(query), sort })
}

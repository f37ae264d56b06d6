import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ask, ServerFault } from '../server.js'
import { useLoaded } from './loaded.js'

interface Page {
  readonly next: string | null
}

/** A list of which some pages have come. */
export interface Paged<P> {
  readonly pages: readonly P[]
  /** Whether there are more than these. */
  readonly isMore: boolean
  readonly fault: ServerFault | null
}

/**
 * Asks for the first pages of a list, one after the other.
 * @param path where a page is asked for that follows what is named by its `next`; the first follows null
 * @param wanted how many
 */
export function usePaged<P extends Page>(path: (after: string | null) => string, wanted: number): Paged<P> {
  const first = useLoaded<P>(() => path(null))
  const more = useSignal<{ of: P | null; pages: readonly P[]; fault: ServerFault | null }>({
    of: null,
    pages: [],
    fault: null,
  })
  const { data, fault, loading } = first.value
  // Pages that follow another list are not this one's.
  const following = more.value.of === data ? more.value : null
  const pages = data ? [data, ...(following?.pages ?? [])] : []
  const next = pages.at(-1)?.next ?? null
  // What is here may still be another list's, whose pages this one has not.
  const isMissing = !loading && next !== null && pages.length < wanted
  useEffect(() => {
    if (!isMissing) return
    const aborting = new AbortController()
    const come = (some: readonly P[], why: ServerFault | null): void => {
      more.value = { of: data, pages: some, fault: why }
    }
    ask<P>(path(next), { signal: aborting.signal }).then(
      page => come([...pages.slice(1), page], null),
      (error: unknown) => {
        if (aborting.signal.aborted) return
        if (!(error instanceof ServerFault)) throw error
        come(pages.slice(1), error)
      },
    )
    return () => aborting.abort()
  }, [data, next, isMissing])
  return { pages, isMore: next !== null, fault: fault ?? following?.fault ?? null }
}

import { useSignal, useSignalEffect } from '@preact/signals'
import type { DrawnMark, Marks } from '../../api.js'
import { address } from '../address.js'
import { filterOf } from '../parts/filter.js'
import { kept } from '../state/kept.js'
import { type Loaded, useLoaded } from '../state/loaded.js'

/** The events of the one filter, as each of the three views needs them. */
export interface LinkedMarks {
  /** All that fit the filter. */
  readonly chosen: readonly DrawnMark[]
  /** The same of any time: what the timeline sets the chosen stretch against. */
  readonly ofAnyTime: readonly DrawnMark[]
  /** The same of any place: what the map sets the box against. */
  readonly ofAnyPlace: readonly DrawnMark[]
  readonly more: boolean
}

/** Asks for the events that fit the URL's filter. */
export function useMarks(): { readonly marks: LinkedMarks | null } & Pick<
  Loaded<Marks>,
  'fault' | 'loading'
> {
  const fitting = useLoaded<Marks>(() => pathOf(filterOf(address.value.query)), kept)
  const anyTime = useLoaded<Marks>(() => {
    const { from, to, ...rest } = filterOf(address.value.query)
    return from || to ? pathOf(rest) : null
  }, kept)
  const anyPlace = useLoaded<Marks>(() => {
    const { box, ...rest } = filterOf(address.value.query)
    return box ? pathOf(rest) : null
  }, kept)
  // What is shown stays until all of what follows it has come: half of it is of another stretch of time than it will be.
  const marks = useSignal<LinkedMarks | null>(null)
  useSignalEffect(() => {
    const { data, loading } = fitting.value
    const { from, to, box } = filterOf(address.value.query)
    const isAwaited = ((from || to) && anyTime.value.loading) || (box && anyPlace.value.loading)
    if (data === null || loading || isAwaited) return
    const { marks: chosen, more } = data
    marks.value = {
      chosen,
      ofAnyTime: from || to ? around(chosen, anyTime.value.data) : chosen,
      ofAnyPlace: box ? around(chosen, anyPlace.value.data) : chosen,
      more,
    }
  })
  const { fault, loading } = fitting.value
  return { marks: marks.value, fault, loading }
}

const pathOf = (filter: Record<string, string>): string => `/api/marks?${new URLSearchParams(filter)}`

/** The first of too many events may not hold those that are chosen. */
const around = (chosen: readonly DrawnMark[], wide: Marks | null): readonly DrawnMark[] =>
  wide === null || wide.more ? chosen : wide.marks

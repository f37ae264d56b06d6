import { useSignal, useSignalEffect } from '@preact/signals'
import type { Mark, Marks } from '../../api.js'
import { address } from '../address.js'
import { filterOf } from '../parts/filter.js'
import { boxRead, isInBox } from '../place/box.js'
import { type Loaded, useLoaded } from '../state/loaded.js'

/** The events of the one filter, as each of the three views needs them. */
export interface LinkedMarks {
  /** All that fit the filter and lie in the box. */
  readonly chosen: readonly Mark[]
  /** The same of any time: what the timeline sets the chosen stretch against. */
  readonly ofAnyTime: readonly Mark[]
  /** The same of any place: what the map sets the box against. */
  readonly ofAnyPlace: readonly Mark[]
  readonly more: boolean
}

/** Asks for the events that fit the URL's filter. */
export function useMarks(): { readonly marks: LinkedMarks | null } & Pick<
  Loaded<Marks>,
  'fault' | 'loading'
> {
  const fitting = useLoaded<Marks>(() => pathOf(filterOf(address.value.query)))
  const anyTime = useLoaded<Marks>(() => {
    const { from, to, ...rest } = filterOf(address.value.query)
    return from || to ? pathOf(rest) : null
  })
  // What is shown stays until all of what follows it has come: half of it is of another stretch of time than it will be.
  const marks = useSignal<LinkedMarks | null>(null)
  useSignalEffect(() => {
    const { data, loading } = fitting.value
    const { query } = address.value
    const isPart = query.has('from') || query.has('to')
    if (data === null || loading || (isPart && anyTime.value.loading)) return
    const wide = isPart ? anyTime.value.data : data
    // The first of too many events of any time may not hold those of the chosen stretch.
    const ofAnyTime = wide === null || wide.more ? data.marks : wide.marks
    marks.value = {
      chosen: inBox(data.marks, query),
      ofAnyTime: inBox(ofAnyTime, query),
      ofAnyPlace: data.marks,
      more: data.more,
    }
  })
  const { fault, loading } = fitting.value
  return { marks: marks.value, fault, loading }
}

const pathOf = (filter: Record<string, string>): string => `/api/marks?${new URLSearchParams(filter)}`

/** Events told of a country as a whole, or without coordinates, are in no box. */
function inBox(marks: readonly Mark[], query: URLSearchParams): readonly Mark[] {
  const box = boxRead(query.get('box'))
  if (box === null) return marks
  return marks.filter(({ place }) => {
    if (place === null || place.level === 'country') return false
    const { latitude, longitude } = place
    return latitude !== null && longitude !== null && isInBox(box, longitude, latitude)
  })
}

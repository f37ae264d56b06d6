import { effect, type ReadonlySignal, signal, useComputed, useSignalEffect } from '@preact/signals'
import type { Report } from '../../../model/report.js'
import type { EventDetail, ReportDetail } from '../../api.js'
import { ask, ServerFault, seat } from '../server.js'
import { type Loaded, useLoaded } from '../state/loaded.js'
import { answered } from './decisions.js'
import { isOf, withNewest } from './known-events.js'

/**
 * Events and texts that have been had already: they are shown at once, and also while the server cannot be reached. Each event is
 * as the last answer has it, to what was asked or to what was decided.
 */
const known = signal<readonly EventDetail[]>([])
const texts = new Map<string, Report>()

const keep = (detail: EventDetail): void => {
  known.value = withNewest(known.peek(), detail)
}
effect(() => {
  const event = answered.value?.event
  if (event) keep(event)
})
// Another seat sees another record.
effect(() => {
  void seat.value
  known.value = []
})

/** An event whole, by its id, an earlier one, or that of one of its tellings. */
export function useEvent(id: () => string | null): ReadonlySignal<Loaded<EventDetail>> {
  const wanted = useComputed(id)
  const data = useComputed(() => known.value.findLast(detail => isOf(detail, wanted.value)) ?? null)
  // From one telling of an event to another, nothing is asked for again.
  const path = useComputed(() => {
    const asked = data.value?.id ?? wanted.value
    return asked && `/api/events/${encodeURIComponent(asked)}`
  })
  const loaded = useLoaded<EventDetail>(() => path.value)
  const answer = useComputed(() => loaded.value.data)
  useSignalEffect(() => {
    if (answer.value) keep(answer.value)
  })
  return useComputed(() => {
    const { fault, loading } = loaded.value
    return { data: data.value, fault, loading }
  })
}

/** Has what comes next at hand, so that going on waits for nothing, not even for a server that stopped. */
export async function prefetch(id: string): Promise<void> {
  if (known.peek().some(detail => isOf(detail, id))) return
  try {
    const detail = await ask<EventDetail>(`/api/events/${encodeURIComponent(id)}`)
    keep(detail)
    await Promise.all(detail.tellings.map(({ event }) => textOf(event.report)))
  } catch (error) {
    // It is asked for again when it is shown, and what is wrong is told then.
    if (!(error instanceof ServerFault)) throw error
  }
}

/** A report with its text, which never changes: each is asked for once. */
async function textOf(id: string, options: RequestInit = {}): Promise<Report> {
  const had = texts.get(id)
  if (had) return had
  const { report } = await ask<ReportDetail>(`/api/reports/${encodeURIComponent(id)}`, options)
  texts.set(id, report)
  return report
}

/** A report with its text. */
export function useReport(id: () => string | null): ReadonlySignal<Loaded<Report>> {
  const wanted = useComputed(id)
  const state = useComputed(() => signal<Loaded<Report>>({ data: null, fault: null, loading: true })).peek()
  useSignalEffect(() => {
    const report = wanted.value
    const had = report === null ? undefined : texts.get(report)
    state.value = { data: had ?? null, fault: null, loading: report !== null && !had }
    if (report === null || had) return
    const aborting = new AbortController()
    textOf(report, { signal: aborting.signal }).then(
      data => {
        if (aborting.signal.aborted) return
        state.value = { data, fault: null, loading: false }
      },
      (error: unknown) => {
        if (aborting.signal.aborted) return
        if (!(error instanceof ServerFault)) throw error
        state.value = { data: null, fault: error, loading: false }
      },
    )
    return () => aborting.abort()
  })
  return state
}

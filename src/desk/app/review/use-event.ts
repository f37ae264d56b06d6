import { type ReadonlySignal, signal, useComputed, useSignalEffect } from '@preact/signals'
import type { Report } from '../../../model/report.js'
import type { EventDetail, ReportDetail } from '../../api.js'
import { ask, ServerFault } from '../server.js'
import { type Loaded, useLoaded } from '../state/loaded.js'
import { answered } from './decisions.js'

/** An event whole, as the last answer has it: the server's to what was asked, or to what was decided. */
export function useEvent(id: () => string | null): ReadonlySignal<Loaded<EventDetail>> {
  const latest = useComputed(() => signal<EventDetail | null>(null)).peek()
  const wanted = useComputed(id)
  // From one telling of an event to another, nothing is asked for again.
  const path = useComputed(() => {
    const event = wanted.value
    if (event === null) return null
    return pathOf(isOf(latest.peek(), event) ? (latest.peek()?.id ?? event) : event)
  })
  const loaded = useLoaded<EventDetail>(() => path.value)
  const loadedData = useComputed(() => loaded.value.data)
  useSignalEffect(() => {
    if (loadedData.value) latest.value = loadedData.value
  })
  useSignalEffect(() => {
    const event = answered.value?.event
    const shown = latest.peek()
    if (event && shown && (event.id === shown.id || isOf(event, shown.id))) latest.value = event
  })
  return useComputed(() => {
    const { fault, loading } = loaded.value
    const data = wanted.value !== null && isOf(latest.value, wanted.value) ? latest.value : null
    return { data, fault, loading }
  })
}

const pathOf = (id: string): string => `/api/events/${encodeURIComponent(id)}`

/** Whether an event is the one of an id, or holds it as a telling, under this name or an earlier one. */
export const isOf = (detail: EventDetail | null, id: string): boolean =>
  detail !== null &&
  (detail.id === id ||
    detail.tellings.some(({ event }) => event.id === id || event.formerly.some(formerly => formerly === id)))

/** Texts never change: each is asked for once. */
const texts = new Map<string, Report>()

/** A report with its text. */
export function useReport(id: () => string | null): ReadonlySignal<Loaded<Report>> {
  const wanted = useComputed(id)
  const state = useComputed(() => signal<Loaded<Report>>({ data: null, fault: null, loading: true })).peek()
  useSignalEffect(() => {
    const report = wanted.value
    const known = report === null ? undefined : texts.get(report)
    state.value = { data: known ?? null, fault: null, loading: report !== null && !known }
    if (report === null || known) return
    const aborting = new AbortController()
    ask<ReportDetail>(`/api/reports/${encodeURIComponent(report)}`, { signal: aborting.signal }).then(
      detail => {
        texts.set(report, detail.report)
        state.value = { data: detail.report, fault: null, loading: false }
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

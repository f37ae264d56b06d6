import type { StoredEvent } from '../../ports.js'
import type { ReportDetail } from '../api.js'

/** A report with its record, out of the occurrences that it tells of; null where none is told by it. */
export function reportDetail(found: readonly StoredEvent[], id: string): ReportDetail | null {
  const own = found
    .flatMap(({ event, report, capture, besides }) =>
      [{ event, report, capture }, ...besides].map(telling => ({ ...telling, occurrence: event.id })),
    )
    .filter(({ report }) => report.id === id)
  const [first] = own
  if (!first) return null
  return {
    report: first.report,
    capture: first.capture,
    events: own.map(({ event }) => event).toSorted((a, b) => a.triggers[0].start - b.triggers[0].start),
    occurrences: Object.fromEntries(own.map(({ event, occurrence }) => [event.id, occurrence])),
  }
}

import { ReportId } from '../../model/report.js'
import { type StoredEvent, tellingsOf } from '../../ports.js'
import type { ReportDetail } from '../api.js'
import type { DeskRecord } from './record.js'
import type { Sight } from './sight.js'

/** A report with its record; null where none of that id is kept. */
export async function reportDetail(
  { store }: DeskRecord,
  sight: Sight,
  id: string,
): Promise<ReportDetail | null> {
  const told = ofTellings(await sight.ofReport(id), id)
  const known = ReportId.safeParse(id)
  if (told || !known.success) return told
  // It may tell nothing.
  const { readings } = await store.reviewable(known.data)
  const report = readings.find(reading => reading.report.id === id)?.report
  return report ? { report, capture: null, events: [], occurrences: {} } : null
}

function ofTellings(found: readonly StoredEvent[], id: string): ReportDetail | null {
  const own = found
    .flatMap(stored =>
      tellingsOf(stored).map(({ event, report, capture }) => ({
        event,
        report,
        capture,
        occurrence: stored.event.id,
      })),
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

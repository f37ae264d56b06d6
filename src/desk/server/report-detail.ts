import { ReportId } from '../../model/report.js'
import { type StoredEvent, tellingsOf } from '../../ports.js'
import type { ReportDetail } from '../api.js'
import { type PersonFinder, personFinder } from './persons.js'
import type { DeskRecord } from './record.js'
import type { Sight } from './sight.js'

/** A report with its record; null where none of that id is kept. */
export async function reportDetail(
  record: DeskRecord,
  sight: Sight,
  id: string,
): Promise<ReportDetail | null> {
  const told = ofTellings(await sight.ofReport(id), id, personFinder(record))
  const known = ReportId.safeParse(id)
  if (told || !known.success) return told
  // It may tell nothing.
  const { readings } = await record.store.reviewable(known.data)
  const report = readings.find(reading => reading.report.id === id)?.report
  return report ? { report, capture: null, events: [], occurrences: {}, persons: [] } : null
}

function ofTellings(found: readonly StoredEvent[], id: string, personsOf: PersonFinder): ReportDetail | null {
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
    persons: personsOf(own.map(({ event }) => event)),
    occurrences: Object.fromEntries(own.map(({ event, occurrence }) => [event.id, occurrence])),
  }
}

import type { Occurrence, Source } from '../../export/format.js'
import { type StoredEvent, tellingsOf } from '../../ports.js'

/** One event, as exports go through what is to go out. */
export function eventSource(stored: StoredEvent): Source {
  const tellings: Occurrence = tellingsOf(stored)
  const reports = new Map(tellings.map(telling => [telling.report.id, telling]))
  return {
    async *occurrences() {
      yield tellings
    },
    async *reports() {
      for (const [id, { report, capture }] of reports) {
        const events = tellings.filter(telling => telling.report.id === id).map(({ event }) => event)
        yield { report, capture, events }
      }
    },
  }
}

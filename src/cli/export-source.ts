import type { Occurrence, Source } from '../export/format.js'
import type { ToldReport } from '../export/told.js'
import type { EventId } from '../model/event.js'
import { type EventFilter, type RecordLists, type StoredTelling, tellingsOf } from '../ports.js'

/** What a record holds, as exports go through it; `count` is told of each event. */
export function storeSource(
  store: Pick<RecordLists, 'events'>,
  filter: EventFilter,
  count: () => void,
): Source {
  return {
    async *occurrences(): AsyncGenerator<Occurrence> {
      for await (const stored of store.events(filter)) {
        count()
        yield tellingsOf(stored)
      }
    },
    async *reports(): AsyncGenerator<ToldReport> {
      // Events come in order of time: a report's stand apart. Ids are small; bodies are held one at a time.
      const ids = new Set<string>()
      const occurrences = new Map<EventId, EventId>()
      for await (const stored of store.events(filter)) {
        for (const { report } of tellingsOf(stored)) ids.add(report.id)
        for (const { event } of stored.besides) occurrences.set(event.id, stored.event.id)
      }
      for (const id of ids) {
        const told: StoredTelling[] = []
        for await (const stored of store.events({ ...filter, report: id })) {
          told.push(...tellingsOf(stored).filter(({ report }) => report.id === id))
        }
        const [first] = told
        if (!first) continue
        for (const _ of told) count()
        const { report, capture } = first
        yield { report, capture, occurrences, events: told.map(({ event }) => event) }
      }
    },
  }
}

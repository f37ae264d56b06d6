import type { Occurrence, Source, Telling } from '../export/format.js'
import type { ToldReport } from '../export/told.js'
import type { EventFilter, Store, StoredEvent } from '../ports.js'

/** What a store holds, as exports go through it; `count` is told of each event. */
export function storeSource(store: Store, filter: EventFilter, count: () => void): Source {
  const telling = ({ event, report }: StoredEvent): Telling => ({ event, report, capture: null })
  return {
    async *occurrences(): AsyncGenerator<Occurrence> {
      for await (const stored of store.events(filter)) {
        count()
        yield [telling(stored)]
      }
    },
    async *reports(): AsyncGenerator<ToldReport> {
      // Events come in order of time: a report's stand apart. Ids are small; bodies are held one at a time.
      const ids = new Set<string>()
      for await (const { report } of store.events(filter)) ids.add(report.id)
      for (const id of ids) {
        const told: StoredEvent[] = []
        for await (const stored of store.events({ ...filter, report: id })) told.push(stored)
        const [first] = told
        if (!first) continue
        for (const _ of told) count()
        const { report, capture } = telling(first)
        yield { report, capture, events: told.map(({ event }) => event) }
      }
    },
  }
}

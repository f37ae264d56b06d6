import { Hono } from 'hono'
import { z } from 'zod'
import type { RecordedEvent } from '../../../model/recorded.js'
import { tellingsOf } from '../../../ports.js'
import { type Passages, Seat } from '../../api.js'
import { asked, noReport } from '../answers.js'
import { personFinder } from '../persons.js'
import type { DeskRecord } from '../record.js'
import { reportDetail } from '../report-detail.js'
import { sightOf } from '../sight.js'

const mostPassages = 100

/** Reports whole, and passages by their words. */
export function reportRoutes(record: DeskRecord): Hono {
  const { store } = record
  const personsOf = personFinder(record)
  const personsIn = async (id: string): Promise<string[]> => {
    const events: RecordedEvent[] = []
    for await (const stored of store.events({ report: id }))
      events.push(...tellingsOf(stored).map(({ event }) => event))
    return personsOf(events)
  }
  return new Hono()
    .get('/reports/:id', async c => {
      const id = c.req.param('id')
      const detail = await reportDetail(record, sightOf(record, asked(Seat, c.req.query())), id)
      if (!detail) throw noReport(id)
      return c.json(detail)
    })
    .get('/passages', async c => {
      const { words } = asked(z.object({ words: z.string().min(1) }), c.req.query())
      const passages: Passages['passages'] = []
      const told = new Map<string, string[]>()
      for await (const { report, passage } of store.search(words)) {
        if (passages.length === mostPassages) return c.json({ passages, more: true } satisfies Passages)
        const { id, name, outlet } = report
        const persons = told.get(id) ?? (await personsIn(id))
        told.set(id, persons)
        passages.push({ report: id, name, outlet, start: passage.start, text: passage.exact, persons })
      }
      return c.json({ passages, more: false } satisfies Passages)
    })
}

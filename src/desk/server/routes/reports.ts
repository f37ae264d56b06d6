import { Hono } from 'hono'
import { z } from 'zod'
import { type Passages, Seat } from '../../api.js'
import { asked, noReport } from '../answers.js'
import { personsOfReport } from '../persons.js'
import type { DeskRecord } from '../record.js'
import { reportDetail } from '../report-detail.js'
import { sightOf } from '../sight.js'

const mostPassages = 100

/** Reports whole, and passages by their words. */
export function reportRoutes(record: DeskRecord): Hono {
  const { store } = record
  return new Hono()
    .get('/reports/:id', async c => {
      const id = c.req.param('id')
      const detail = await reportDetail(record, sightOf(record, asked(Seat, c.req.query())), id)
      if (!detail) throw noReport(id)
      return c.json(detail)
    })
    .get('/passages', async c => {
      const { words, ...seat } = asked(Seat.extend({ words: z.string().min(1) }), c.req.query())
      const sight = sightOf(record, seat)
      const passages: Passages['passages'] = []
      const told = new Map<string, string[]>()
      for await (const { report, passage } of store.search(words)) {
        if (passages.length === mostPassages) return c.json({ passages, more: true } satisfies Passages)
        const { id, name, outlet } = report
        const persons = told.get(id) ?? (await personsOfReport(record, sight, id))
        told.set(id, persons)
        passages.push({ report: id, name, outlet, start: passage.start, text: passage.exact, persons })
      }
      return c.json({ passages, more: false } satisfies Passages)
    })
}

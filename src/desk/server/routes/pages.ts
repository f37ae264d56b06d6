import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { StoredEvent } from '../../../ports.js'
import { programVersion } from '../../../version.js'
import { Seat } from '../../api.js'
import { eventPage, type Made, pagePolicy, reportPage } from '../../page/index.js'
import { asked, noEvent, noReport } from '../answers.js'
import { detailOf } from '../detail.js'
import type { DeskRecord } from '../record.js'
import { reportDetail } from '../report-detail.js'
import { sightOf } from '../sight.js'

const PageQuery = Seat.extend({ download: z.stringbool().default(false) })

/** An event or a report as one HTML file to send. */
export function pageRoutes(record: DeskRecord): Hono {
  return new Hono()
    .get('/page/event/:id', async c => {
      const id = c.req.param('id')
      const sight = sightOf(record, asked(PageQuery, c.req.query()))
      const stored = await sight.event(id)
      if (!stored) throw noEvent(id)
      return answer(c, stored.event.id, eventPage(await detailOf(sight, stored), reportsOf(stored), made()))
    })
    .get('/page/report/:id', async c => {
      const id = c.req.param('id')
      const detail = await reportDetail(record, sightOf(record, asked(PageQuery, c.req.query())), id)
      if (!detail) throw noReport(id)
      return answer(c, detail.report.id, reportPage(detail, made()))
    })
}

const made = (): Made => ({ by: `herodotus ${programVersion}`, at: new Date().toISOString() })

const reportsOf = ({ report, besides }: StoredEvent) => [
  ...new Map([report, ...besides.map(telling => telling.report)].map(one => [one.id, one])).values(),
]

function answer(c: Context, id: string, page: string): Response {
  const { download } = asked(PageQuery, c.req.query())
  c.header('content-security-policy', `${pagePolicy}; frame-ancestors 'none'`)
  if (download)
    c.header('content-disposition', `attachment; filename="herodotus-${id.replace(':', '-')}.html"`)
  return c.html(page)
}

import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { StoredEvent } from '../../../ports.js'
import { programVersion } from '../../../version.js'
import { PageLanguage, Seat } from '../../api.js'
import { eventPage, type Made, pagePolicy, reportPage } from '../../page/index.js'
import { asked, noEvent, noReport } from '../answers.js'
import { detailOf } from '../detail.js'
import { personFinder } from '../persons.js'
import type { DeskRecord } from '../record.js'
import { reportDetail } from '../report-detail.js'
import { sightOf } from '../sight.js'

const PageQuery = Seat.extend({
  download: z.stringbool().default(false),
  language: PageLanguage.default('en'),
})
type PageQuery = z.infer<typeof PageQuery>

/** An event or a report as one HTML file to send. */
export function pageRoutes(record: DeskRecord): Hono {
  return new Hono()
    .get('/page/event/:id', async c => {
      const id = c.req.param('id')
      const query = asked(PageQuery, c.req.query())
      const sight = sightOf(record, query)
      const stored = await sight.event(id)
      if (!stored) throw noEvent(id)
      const page = eventPage(
        await detailOf(sight, stored, personFinder(record)),
        reportsOf(stored),
        made(query),
      )
      return answer(c, query, stored.event.id, page)
    })
    .get('/page/report/:id', async c => {
      const id = c.req.param('id')
      const query = asked(PageQuery, c.req.query())
      const detail = await reportDetail(record, sightOf(record, query), id)
      if (!detail) throw noReport(id)
      return answer(c, query, detail.report.id, reportPage(detail, made(query)))
    })
}

const made = ({ language }: PageQuery): Made => ({
  by: `herodotus ${programVersion}`,
  at: new Date().toISOString(),
  language,
})

const reportsOf = ({ report, besides }: StoredEvent) => [
  ...new Map([report, ...besides.map(telling => telling.report)].map(one => [one.id, one])).values(),
]

function answer(c: Context, { download }: PageQuery, id: string, page: string): Response {
  c.header('content-security-policy', `${pagePolicy}; frame-ancestors 'none'`)
  if (download)
    c.header('content-disposition', `attachment; filename="herodotus-${id.replace(':', '-')}.html"`)
  return c.html(page)
}

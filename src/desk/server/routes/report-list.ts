import { Hono } from 'hono'
import { z } from 'zod'
import { ReportId } from '../../../model/report.js'
import type { ListedReport } from '../../../ports.js'
import {
  ReportListFilter,
  type ReportRow,
  ReportSort,
  type ReportsBeside,
  type ReportsPage,
  Seat,
} from '../../api.js'
import { asked, noReport } from '../answers.js'
import { personsOfReport } from '../persons.js'
import type { DeskRecord } from '../record.js'
import { reportLists } from '../report-list.js'
import { sightOf } from '../sight.js'

const BesideQuery = ReportListFilter.extend({ ...Seat.shape, sort: ReportSort.default('-published') })
const ListQuery = BesideQuery.extend({
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** The list of reports, and what stands beside one in it. */
export function reportListRoutes(record: DeskRecord): Hono {
  return new Hono()
    .get('/reports', async c => {
      const { sort, after = null, limit, reviewer, blind, ...filter } = asked(ListQuery, c.req.query())
      const lists = reportLists(record, { reviewer, blind })
      const { reports, next } = await lists.reports(filter, { sort, after, limit })
      const sight = sightOf(record, { reviewer, blind })
      const personsOf = (id: ReportId) => personsOfReport(record, sight, id)
      const rows = await Promise.all(reports.map(one => rowOf(one, personsOf)))
      return c.json({ reports: rows, next } satisfies ReportsPage)
    })
    .get('/reports/:id/beside', async c => {
      const id = ReportId.safeParse(c.req.param('id'))
      if (!id.success) throw noReport(c.req.param('id'))
      const { sort, reviewer, blind, ...filter } = asked(BesideQuery, c.req.query())
      const { before, after } = await reportLists(record, { reviewer, blind }).reportsBeside(
        id.data,
        filter,
        sort,
      )
      const sight = sightOf(record, { reviewer, blind })
      const personsOf = (one: ReportId) => personsOfReport(record, sight, one)
      return c.json({
        before: before && (await rowOf(before, personsOf)),
        after: after && (await rowOf(after, personsOf)),
      } satisfies ReportsBeside)
    })
}

const rowOf = async (
  { report, capture, events, undecided, contested }: ListedReport,
  personsOf: (report: ReportId) => Promise<string[]>,
): Promise<ReportRow> => ({
  id: report.id,
  name: report.name,
  outlet: report.outlet,
  headline: report.headline,
  published: report.published?.edtf ?? null,
  source: capture.source,
  added: capture.capturedAt,
  events,
  undecided,
  contested,
  persons: events > 0 ? await personsOf(report.id) : [],
})

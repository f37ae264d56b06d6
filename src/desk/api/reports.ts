import { z } from 'zod'
import { EventId } from '../../model/event.js'
import { RecordedEvent } from '../../model/recorded.js'
import { Report, ReportId } from '../../model/report.js'
import { day } from './asked.js'
import { Capture, persons } from './occurrences.js'

/** Reports, their list and their passages. */

/** The filter of the list of reports; what is missing lets everything through. */
export const ReportListFilter = z.object({
  /** Each of these words is part of its name, outlet or headline. */
  words: z.string().optional(),
  /** Part of the outlet's name. */
  outlet: z.string().optional(),
  /** May have been published on or after, on or before. */
  from: day.optional(),
  to: day.optional(),
  /** With events that wait, on which decisions clash, of which all are decided; or without any. */
  review: z.enum(['undecided', 'contested', 'decided', 'empty']).optional(),
})
export type ReportListFilter = z.infer<typeof ReportListFilter>

export const ReportSort = z.enum(['published', '-published', 'added', '-added', 'undecided'])
export type ReportSort = z.infer<typeof ReportSort>

/** A report in a list. */
export const ReportRow = z.object({
  id: ReportId,
  name: z.string(),
  outlet: z.string().nullable(),
  headline: z.string().nullable(),
  /** EDTF; null where it is not known. */
  published: z.string().nullable(),
  /** Where its bytes came from, and when they first did. */
  source: z.string(),
  added: z.string(),
  /** Of the record, told by it alone or with other reports; how many wait for a reviewer, on how many decisions clash. */
  events: z.number(),
  undecided: z.number(),
  contested: z.number(),
  persons,
})
export type ReportRow = z.infer<typeof ReportRow>

/** GET /api/reports: a page of the list, in the order asked for. */
export const ReportsPage = z.object({ reports: z.array(ReportRow), next: z.string().nullable() })
export type ReportsPage = z.infer<typeof ReportsPage>

/** GET /api/reports/{id}/beside: what stands before and after a report in such a list. */
export const ReportsBeside = z.object({ before: ReportRow.nullable(), after: ReportRow.nullable() })
export type ReportsBeside = z.infer<typeof ReportsBeside>

/** GET /api/reports/{id}: a report with all that the record has of it. */
export const ReportDetail = z.object({
  report: Report,
  capture: Capture.nullable(),
  events: z.array(RecordedEvent),
  /** Of events that were merged: the occurrence that each is part of. */
  occurrences: z.record(z.string(), EventId),
  persons,
})
export type ReportDetail = z.infer<typeof ReportDetail>

/** GET /api/passages?words=: passages that say the words, told in an event or not. */
export const Passages = z.object({
  passages: z.array(
    z.object({
      report: ReportId,
      name: z.string(),
      outlet: z.string().nullable(),
      start: z.number(),
      text: z.string(),
      persons,
    }),
  ),
  more: z.boolean(),
})
export type Passages = z.infer<typeof Passages>

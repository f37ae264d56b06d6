import { z } from 'zod'
import { EventId } from '../../model/event.js'
import { RecordedEvent, ReviewId, ValueField } from '../../model/recorded.js'
import { Report, ReportId } from '../../model/report.js'
import { Decision } from '../../model/review.js'
import { EventKind, PlaceLevel, Status } from '../../model/vocabulary.js'
import { day } from './asked.js'

/** Occurrences, as lists, plots and their own page have them. */

/** Names of people that the record holds in what stands here, as far as they can be told from others: for who wants them blurred. */
export const persons = z.array(z.string())

/** An occurrence in short. */
export const Mark = z.object({
  id: EventId,
  kind: EventKind,
  status: Status,
  /** EDTF as told, the narrowest time; null where none is. */
  when: z.string().nullable(),
  /** First and last day that it allows; null where open or untold. */
  first: day.nullable(),
  last: day.nullable(),
  /** The narrowest place told. `latitude` and `longitude` are null where it has an extent and no point, or is not known. */
  place: z
    .object({
      name: z.string(),
      country: z.string().nullable(),
      level: PlaceLevel,
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
    })
    .nullable(),
  initiators: z.array(z.string()),
  targets: z.array(z.string()),
  persons,
  /** Of all accounts: the lowest and the highest count of people killed; null where none is told. */
  killed: z.object({ low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  /** The words that tell it. */
  trigger: z.string(),
  reports: z.array(
    z.object({
      id: ReportId,
      name: z.string(),
      outlet: z.string().nullable(),
      published: z.string().nullable(),
    }),
  ),
  undecided: z.number(),
  doubt: z.number(),
  disagreement: z.number(),
})
export type Mark = z.infer<typeof Mark>

/** An occurrence in the list: `before` and `after` are the rest of the sentence around `trigger`. */
export const ListedEvent = Mark.extend({ before: z.string(), after: z.string() })
export type ListedEvent = z.infer<typeof ListedEvent>

/** GET /api/events: a page of the list, in the order asked for. */
export const EventsPage = z.object({ events: z.array(ListedEvent), next: z.string().nullable() })
export type EventsPage = z.infer<typeof EventsPage>

/** An occurrence as the timeline, the map and the network draw it: there are many of them. */
export const DrawnMark = Mark.omit({
  killed: true,
  reports: true,
  undecided: true,
  doubt: true,
  disagreement: true,
})
export type DrawnMark = z.infer<typeof DrawnMark>

/** GET /api/marks: all that fits, for the timeline, the map and the network; the first `most` of them where there are more. */
export const Marks = z.object({ marks: z.array(DrawnMark), more: z.boolean() })
export type Marks = z.infer<typeof Marks>

/** Where a report came from, and when. */
export const Capture = z.object({ source: z.string(), capturedAt: z.string() })

/** A report as an event's page needs it: without its body. */
const ReportHead = Report.unwrap().omit({ body: true, regions: true })

/** One account of one field: a value, or several that one telling gives together, and who stands for it since when. */
export const Account = z.object({
  /** The telling and the place of its value: `harm.0`. */
  event: EventId,
  path: z.string(),
  /** In short, for people. */
  text: z.string(),
  /** Equal accounts have equal keys: what agrees and what clashes is seen by it. */
  key: z.string(),
  holders: z.array(z.string()),
  denied: z.array(z.string()),
  /** When it was said: the report's publication (EDTF), null where not known. */
  since: z.string().nullable(),
  /** Of counts: more, fewer or the same as the account before it by the same outlet or voice; null where there is none or no count. */
  moved: z.enum(['up', 'down', 'same']).nullable(),
  /** What that account before it said, in short; null where there is none. */
  before: z.string().nullable(),
})
export type Account = z.infer<typeof Account>

/** A field of the occurrence by its sources. */
export const MatrixRow = z.object({
  field: ValueField,
  /** Of harm, what kind: its counts are rows of their own. */
  what: z.string().nullable(),
  agreement: z.enum(['one', 'agree', 'differ', 'clash']),
  accounts: z.array(Account),
})
export type MatrixRow = z.infer<typeof MatrixRow>

/** What a policy makes of the counts that differ. */
export const PolicyNumber = z.object({
  policy: z.string(),
  low: z.number(),
  best: z.number(),
  high: z.number(),
  sources: z.array(z.string()),
})

/** A decision, for people, in order. */
export const HistoryEntry = z.object({
  review: ReviewId,
  reviewer: z.string(),
  at: z.string(),
  blind: z.boolean(),
  event: EventId,
  field: ValueField.nullable(),
  decision: Decision,
  /** What it changed, in short. */
  text: z.string(),
  note: z.string(),
  undone: z.boolean(),
  /** Why it bears on nothing that is told now; null where it does. */
  loose: z.string().nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** GET /api/events/{id}: an occurrence whole. */
export const EventDetail = z.object({
  /** Differs from what was asked for where that was merged away or named otherwise before. */
  id: EventId,
  /** Whether the record has it; else it is as it last was: `removed` by what people decided, or told by an `older` reading alone. */
  standing: z.enum(['recorded', 'removed', 'older']),
  mark: Mark,
  tellings: z.array(z.object({ event: RecordedEvent, report: ReportHead, capture: Capture.nullable() })),
  matrix: z.array(MatrixRow),
  policies: z.array(z.object({ what: z.string(), numbers: z.array(PolicyNumber) })),
  history: z.array(HistoryEntry),
  persons,
})
export type EventDetail = z.infer<typeof EventDetail>

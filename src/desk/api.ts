import { z } from 'zod'
import type { Box } from '../model/box.js'
import { EventId } from '../model/event.js'
import { type Recorded, RecordedEvent, ReviewId, ValueField } from '../model/recorded.js'
import { Report, ReportId } from '../model/report.js'
import { Decision, SeenValue } from '../model/review.js'
import { EventKind, PlaceLevel, Status } from '../model/vocabulary.js'
import { parseBox } from '../text/box.js'
import type { Language } from './messages/catalogue.js'

/** What the desk's pages and its server say to each other, and what other programs may ask it: the source of its OpenAPI page. */

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)

const box = z
  .string()
  .describe('What a map draws within west,south,east,north, in degrees, as in 35.5,32,42.4,37.3')
  .transform((text, context): Box => {
    const read = parseBox(text)
    if ('box' in read) return read.box
    context.addIssue(read.complaint)
    return z.NEVER
  })

/** The one filter of every view, as it stands in a URL; what is missing lets everything through. */
export const DeskFilter = z.object({
  kind: EventKind.optional(),
  status: Status.optional(),
  place: z.string().optional(),
  actor: z.string().optional(),
  holder: z.string().optional(),
  from: day.optional(),
  to: day.optional(),
  report: z.string().optional(),
  search: z.string().optional(),
  review: z.enum(['undecided', 'decided', 'contested']).optional(),
  box: box.optional(),
})
export type DeskFilter = z.infer<typeof DeskFilter>

export const DeskSort = z.enum(['time', '-time', 'added', '-added', 'doubt', 'disagreement'])
export type DeskSort = z.infer<typeof DeskSort>

/** Who reviews, and whether blind to others' decisions (double coding): every answer is then made of one's own decisions alone. */
export const Seat = z.object({ reviewer: z.string().min(1).optional(), blind: z.stringbool().optional() })
export type Seat = z.infer<typeof Seat>

/** Names of people that the record holds in what stands here, as far as they can be told from others: for who wants them blurred. */
const persons = z.array(z.string())

/** An occurrence in a list or on a map: what is needed to draw it. */
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

/** GET /api/marks: all that fits, for the timeline, the map and the network; the first `most` of them where there are more. */
export const Marks = z.object({ marks: z.array(Mark), more: z.boolean() })
export type Marks = z.infer<typeof Marks>

const Capture = z.object({ source: z.string(), capturedAt: z.string() })

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

/** Words of a report's body: where they stand, in UTF-16 code units, half-open. */
const Stretch = z.object({ start: z.number().int().min(0), end: z.number().int().min(1) })

/** The last decision that shows in something of the record: what a request says that it has seen. */
export const seenOf = ({ decided, contested }: Pick<Recorded<unknown>, 'decided' | 'contested'>) =>
  contested?.at(-1) ?? decided?.review ?? null

/** POST /api/reviews: a decision to take. The server adds who and what else was seen; it answers with the event as it then is. */
export const ReviewRequest = z.object({
  /**
   * When it was decided, by the page. A reviewer's decision of one instant is one decision: sent again since the answer to it
   * was lost, it is kept once and answered as before.
   */
  at: z.iso.datetime(),
  /** Null where an event is added, or that is undone. */
  event: EventId.nullable(),
  /** The value's place as the page had it (`harm.0`); null for the event as a whole, or where a value is added. */
  path: z.string().nullable(),
  /** The value that the page showed there. Values move up when one before them is rejected: this one is meant, wherever it stands. */
  saw: SeenValue.nullable(),
  /**
   * The last decision that the page showed on it (`seenOf`), or on the event where `path` is null, so that nobody decides on what
   * has changed meanwhile: where it is another, the answer is 409 `changed`. Not asked of `add`, `note`, `undo`, or a value that is added.
   */
  seen: ReviewId.nullable(),
  decision: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('accept') }),
    z.object({ kind: z.literal('reject') }),
    z.object({
      kind: z.literal('correct'),
      field: ValueField,
      value: z.json(),
      /** Null says that no words carry it. */
      words: z.array(Stretch).min(1).nullable(),
    }),
    z.object({
      kind: z.literal('add'),
      report: ReportId,
      eventKind: EventKind,
      words: z.array(Stretch).min(1),
    }),
    z.object({ kind: z.literal('merge'), with: z.array(EventId).min(1) }),
    z.object({ kind: z.literal('split'), off: z.array(z.string()).min(1) }),
    z.object({ kind: z.literal('note') }),
    z.object({ kind: z.literal('undo'), review: ReviewId }),
  ]),
  note: z.string().default(''),
})
export type ReviewRequest = z.infer<typeof ReviewRequest>

export const ReviewAnswer = z.object({ review: ReviewId, event: EventDetail.nullable() })
export type ReviewAnswer = z.infer<typeof ReviewAnswer>

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

/** What one of two who coded blind has in a place. */
const Side = z.object({
  how: z.enum(['kept', 'rejected', 'accepted', 'corrected', 'added', 'not-added', 'joined', 'apart']),
  /** The value that it comes to, in short; empty where it comes to none. */
  text: z.string(),
  value: SeenValue.nullable(),
})

/** What two who coded blind decided otherwise. */
export const Difference = z.object({
  event: EventId,
  report: ReportId,
  /** Who told it, and the words that tell the event. */
  source: z.string(),
  trigger: z.string(),
  /** `event`: whether it is one; `occurrence`: whether it tells of one occurrence with `other`; else the field of a value. */
  slot: z.enum(['event', 'occurrence', ...ValueField.options]),
  /** The value that was read there; null where one of them added what was missed, and where it is no value. */
  value: SeenValue.nullable(),
  /** In short; of an occurrence, the words that tell the other event. */
  read: z.string(),
  a: Side,
  b: Side,
  other: EventId.nullable(),
  /** Who decided since, with sight of both; null where it waits for that. */
  settledBy: z.string().nullable(),
})
export type Difference = z.infer<typeof Difference>

/** GET /api/agreement?a=&b=: double coding. Refused to whoever is blind. */
export const AgreementPage = z.object({
  slots: z.array(
    z.object({
      slot: z.string(),
      units: z.number(),
      agreed: z.number(),
      kappa: z.number().nullable(),
      alpha: z.number().nullable(),
      because: z.string().nullable(),
    }),
  ),
  differences: z.array(Difference),
  persons,
})
export type AgreementPage = z.infer<typeof AgreementPage>

/** GET /api/meta: what the desk stands on. */
export const Meta = z.object({
  version: z.string(),
  /** The database's name, without a password. */
  record: z.string(),
  demo: z.boolean(),
  counts: z.record(z.string(), z.number()),
  reviewers: z.array(z.string()),
  kinds: z.array(z.object({ id: EventKind, group: z.string(), means: z.string() })),
  formats: z.array(
    z.object({
      name: z.string(),
      what: z.string(),
      extension: z.string(),
      /** The policy that its codebook has; null where it keeps all that is told. */
      policy: z.string().nullable(),
      /** Whether it can be made without the reports' own words. */
      quoteless: z.boolean(),
    }),
  ),
  policies: z.array(z.string()),
})
export type Meta = z.infer<typeof Meta>

/** In which language a page to send (GET /api/page/…) says what is not of the record: one of the desk’s. */
export const PageLanguage = z.enum(['en', 'fr', 'ar'] satisfies Language[])

/** What went wrong, in plain words, and the way on. Every answer but 2xx has this form. */
export const Fault = z.object({
  code: z.string(),
  message: z.string(),
  help: z.string(),
  /** Of a value that was sent, the part that it is about (`country`), or `words`; absent where it is about no one part. */
  field: z.string().optional(),
})
export type Fault = z.infer<typeof Fault>

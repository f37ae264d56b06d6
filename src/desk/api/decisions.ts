import { z } from 'zod'
import { EventId } from '../../model/event.js'
import { ReviewId, ValueField } from '../../model/recorded.js'
import { ReportId } from '../../model/report.js'
import { SeenValue } from '../../model/review.js'
import { EventKind } from '../../model/vocabulary.js'
import { EventDetail, persons } from './occurrences.js'

/** Decisions that are asked for, and what comes of them. */

/** Words of a report's body: where they stand, in UTF-16 code units, half-open. */
const Stretch = z.object({ start: z.number().int().min(0), end: z.number().int().min(1) })

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

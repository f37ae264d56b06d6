import { z } from 'zod'
import { ClaimId } from './claim.js'
import { EventId } from './event.js'
import { RecordedEvent, ReviewId, ValueField } from './recorded.js'
import { ReportId } from './report.js'
import { Evidence, Quote } from './span.js'

/** A value as the reviewer saw it. Its words find it again in another reading; where it had none, its place among equals does. */
export const SeenValue = z
  .object({ field: ValueField, value: z.json(), evidence: Evidence.nullable() })
  .readonly()
export type SeenValue = z.infer<typeof SeenValue>

/** What a value is set to. Its words in the report; null where the reviewer says that it has none. */
const SetValue = z.object({ field: ValueField, value: z.json(), evidence: Evidence.nullable() }).readonly()

/**
 * A stretch of a report's body that words of a decision stand in, with some words before and after: it finds them again in a text
 * that another version of the program found in the same bytes.
 */
export const Context = Quote.unwrap().extend({ report: ReportId }).readonly()
export type Context = z.infer<typeof Context>

/** What a person decided. */
export const Decision = z.discriminatedUnion('kind', [
  /** The value, or the event with all its values, stands. */
  z.object({ kind: z.literal('accept') }).readonly(),
  /** It does not belong in the record. */
  z.object({ kind: z.literal('reject') }).readonly(),
  /** The value is another; or, where none was on, a value was missed. */
  z.object({ kind: z.literal('correct'), to: SetValue }).readonly(),
  /** An event was missed; `on` is what was added. */
  z.object({ kind: z.literal('add') }).readonly(),
  /** These events tell of the occurrence that this one tells of. */
  z.object({ kind: z.literal('merge'), with: z.array(RecordedEvent).min(1).readonly() }).readonly(),
  /** What was taken for one occurrence is several: the events that a merge joined, or claims of one event. */
  z
    .object({
      kind: z.literal('split'),
      off: z
        .array(z.union([EventId, ClaimId]))
        .min(1)
        .readonly(),
    })
    .readonly(),
  /** Nothing but what `note` says. */
  z.object({ kind: z.literal('note') }).readonly(),
  /** An earlier decision no longer counts; it may itself be undone. */
  z.object({ kind: z.literal('undo'), review: ReviewId }).readonly(),
])
export type Decision = z.infer<typeof Decision>

/**
 * A decision on an event or a value of it, appended and never edited. It holds what the reviewer saw, so that it stands by itself:
 * in another database, and beside readings that tell something else.
 */
export const Review = z
  .object({
    /** Of all else that it says. */
    id: ReviewId,
    reviewer: z.string().min(1),
    /** ISO 8601 instant. */
    at: z.iso.datetime(),
    /** Taken without sight of what others decided. */
    blind: z.boolean(),
    report: ReportId,
    event: EventId,
    /** The event as the reviewer saw it. */
    on: RecordedEvent,
    /** What the words of the decision stand in. Absent where the bodies were not at hand. */
    context: z.array(Context).readonly().optional(),
    /** The value that is decided on; null where it is the event as a whole, or a value that was missed. */
    value: SeenValue.nullable(),
    decision: Decision,
    note: z.string(),
  })
  .readonly()
export type Review = z.infer<typeof Review>

import { z } from 'zod'
import { SaidValue } from '../model/claim.js'
import { EventId } from '../model/event.js'
import { ReadingId, Versions } from '../model/reading.js'
import { ReviewId } from '../model/recorded.js'
import { ReportId } from '../model/report.js'
import { Score } from '../model/sourced.js'
import { Quote } from '../model/span.js'
import { EventActor, HarmValue, PlaceValue, TimeValue } from '../model/values.js'

/** The rule or model that decided something, what it means in words (null where it has none), and its score. */
const decided = { by: z.string().min(1).nullable(), means: z.string().nullable(), score: Score }
const words = { words: z.array(Quote).readonly() }

/** One step that led to a value. */
export const Reason = z.object({ says: z.string().min(1), ...words, ...decided }).readonly()
export type Reason = z.infer<typeof Reason>

/** What could have stood in the value's place, and why it does not. */
export const Lost = z
  .object({ value: z.string().min(1), why: z.string().min(1), ...words, ...decided })
  .readonly()
export type Lost = z.infer<typeof Lost>

/** Why one field of an event is what it is; or, with a null value, why nothing is told there. */
export const FieldExplanation = z
  .object({
    /** As in the record: `kind`, `where.0`; a list without values is explained by its name alone, `where`. */
    field: z.string().min(1),
    /** The record's own value. */
    value: z.union([
      z.null(),
      z.string(),
      z.array(z.string()).readonly(),
      TimeValue,
      PlaceValue,
      EventActor,
      HarmValue,
      SaidValue,
    ]),
    ...words,
    ...decided,
    reasons: z.array(Reason).readonly(),
    lost: z.array(Lost).readonly(),
    /** What would have made it another, in one sentence. */
    change: z.string().min(1),
  })
  .readonly()
export type FieldExplanation = z.infer<typeof FieldExplanation>

/** A decision of a person on what is explained. */
const DecisionTold = z
  .object({
    review: ReviewId,
    reviewer: z.string(),
    /** ISO 8601 instant. */
    at: z.string(),
    says: z.string().min(1),
    note: z.string(),
    /** The undo by which it no longer counts. */
    undoneBy: ReviewId.nullable(),
    /** What of the newest reading it does not fit. */
    loose: z.string().nullable(),
  })
  .readonly()

/** Why an event is in the record as it is. Made from its reading whenever it is asked for, and never kept. */
export const Explanation = z
  .object({
    event: EventId,
    report: ReportId,
    reading: ReadingId,
    versions: Versions,
    fields: z.array(FieldExplanation).readonly(),
    /** What people decided on it, in order; `fields` then explain what was read. Absent where nobody did. */
    decisions: z.array(DecisionTold).readonly().optional(),
  })
  .readonly()
export type Explanation = z.infer<typeof Explanation>

import { z } from 'zod'
import { EventId } from './event.js'
import { Evidence } from './span.js'

export const ReviewId = z.templateLiteral(['review:', z.string().regex(/^[0-9a-f]{16}$/)])
export type ReviewId = z.infer<typeof ReviewId>

/** What a person decided. A correction cites words of the report, or says that it has none (`evidence: null`). */
export const Decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accept') }).readonly(),
  z.object({ kind: z.literal('reject') }).readonly(),
  z.object({ kind: z.literal('correct'), value: z.json(), evidence: Evidence.nullable() }).readonly(),
])
export type Decision = z.infer<typeof Decision>

/** A decision on an event, or on one field of it (`harm.0`); appended, never edited. */
export const Review = z
  .object({
    id: ReviewId,
    event: EventId,
    field: z.string().nullable(),
    reviewer: z.string().min(1),
    /** ISO 8601 instant. */
    at: z.string(),
    note: z.string(),
    decision: Decision,
  })
  .readonly()
export type Review = z.infer<typeof Review>

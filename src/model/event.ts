import { z } from 'zod'
import { ClaimId, told } from './claim.js'
import { ReportId } from './report.js'
import { Quote } from './span.js'

export const EventId = z.templateLiteral(['event:', z.string().regex(/^[0-9a-f]{16}$/)])
export type EventId = z.infer<typeof EventId>

/** One occurrence as one report tells it: the claims about it, their values collected and not chosen from. */
export const Event = z
  .object({
    id: EventId,
    report: ReportId,
    triggers: z.tuple([Quote], Quote).readonly(),
    ...told,
    claims: z.tuple([ClaimId], ClaimId).readonly(),
    partOf: EventId.nullable(),
  })
  .readonly()
export type Event = z.infer<typeof Event>

import { z } from 'zod'
import { ClaimId, told } from './claim.js'
import { ReportId } from './report.js'
import { Quote } from './span.js'

export const EventId = z.templateLiteral(['event:', z.string().regex(/^[0-9a-f]{16}$/)])
export type EventId = z.infer<typeof EventId>

const noted = <T extends z.ZodType>(one: T) => z.array(one.readonly()).readonly().optional()

/** One occurrence as one report tells it: the claims about it, their values collected and not chosen from. */
export const Event = z
  .object({
    id: EventId,
    report: ReportId,
    triggers: z.tuple([Quote], Quote).readonly(),
    ...told,
    claims: z.tuple([ClaimId], ClaimId).readonly(),
    /** Which claim was joined to which, by what rule or model. */
    joined: noted(z.object({ claim: ClaimId, to: ClaimId, by: z.string() })),
    /** Which claim of another event was tied to one of this, and the fact that kept it apart. */
    apart: noted(z.object({ claim: ClaimId, from: ClaimId, tie: z.string(), clash: z.string() })),
    partOf: EventId.nullable(),
  })
  .readonly()
export type Event = z.infer<typeof Event>

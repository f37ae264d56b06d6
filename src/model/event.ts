import { z } from 'zod'
import { ClaimId, told } from './claim.js'
import { ReportId } from './report.js'
import { Quote } from './span.js'

export const EventId = z.templateLiteral(['event:', z.string().regex(/^[0-9a-f]{16}$/)])
export type EventId = z.infer<typeof EventId>

/** Why a telling counts as of the event: what it was joined to, and by which rule or model. */
export const Joined = z.object({ claim: ClaimId, to: ClaimId, by: z.string().min(1) }).readonly()
export type Joined = z.infer<typeof Joined>

/** A telling of another event, tied to one of this, that a fact kept apart. */
export const Apart = z
  .object({ claim: ClaimId, from: ClaimId, tie: z.string().min(1), clash: z.string().min(1) })
  .readonly()
export type Apart = z.infer<typeof Apart>

/** One occurrence as one report tells it: the claims about it, their values collected and not chosen from. */
export const Event = z
  .object({
    id: EventId,
    report: ReportId,
    triggers: z.tuple([Quote], Quote).readonly(),
    ...told,
    claims: z.tuple([ClaimId], ClaimId).readonly(),
    /** Absent where one claim alone tells the event. */
    joined: z.array(Joined).readonly().optional(),
    /** Absent where nothing was kept apart. */
    apart: z.array(Apart).readonly().optional(),
    partOf: EventId.nullable(),
  })
  .readonly()
export type Event = z.infer<typeof Event>

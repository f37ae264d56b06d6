import { z } from 'zod'
import { holderTypes } from './holder-type.generated.js'
import { ReportId } from './report.js'
import { sourced } from './sourced.js'
import { Quote } from './span.js'
import { EventActor, HarmValue, PlaceValue, TimeValue } from './values.js'
import { About, EventKind, Stance, Status } from './vocabulary.js'

export const ClaimId = z.templateLiteral(['claim:', z.string().regex(/^[0-9a-f]{16}$/)])
export type ClaimId = z.infer<typeof ClaimId>

/** What kind of voice a holder is, and by which rule; null where nothing tells, absent in readings from before it was read. */
const holderType = z
  .object({ type: z.enum(holderTypes), by: z.string().min(1) })
  .readonly()
  .nullish()

/** One voice on one thing. `holder` is null for a hedge, whose `cue` then shows it (codebook section 5). */
export const SaidValue = z
  .object({
    holder: z.string().nullable(),
    holderType,
    stance: Stance,
    about: About,
    via: z.string().nullable(),
    cue: z.string().nullable(),
  })
  .readonly()
export type SaidValue = z.infer<typeof SaidValue>

/** Who vouches for a claim as a whole: the report itself, or the voice that it cites. */
export const Holder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('report') }).readonly(),
  z
    .object({
      kind: z.literal('cited'),
      name: z.string().nullable(),
      holderType,
      via: z.string().nullable(),
      stance: Stance,
      quote: Quote,
    })
    .readonly(),
])
export type Holder = z.infer<typeof Holder>

/** What both a claim and an event hold. */
export const told = {
  kind: sourced(EventKind),
  status: sourced(Status),
  /** The narrowest first. */
  when: z.array(sourced(TimeValue)).readonly(),
  where: z.array(sourced(PlaceValue)).readonly(),
  initiators: z.array(sourced(EventActor)).readonly(),
  targets: z.array(sourced(EventActor)).readonly(),
  means: z.array(sourced(z.string())).readonly(),
  harm: z.array(sourced(HarmValue)).readonly(),
  said: z.array(sourced(SaidValue)).readonly(),
}

/** One telling of something by a holder, at one trigger. */
export const Claim = z
  .object({ id: ClaimId, report: ReportId, trigger: Quote, holder: Holder, ...told })
  .readonly()
export type Claim = z.infer<typeof Claim>

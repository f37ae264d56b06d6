import { z } from 'zod'
import { SnapshotId } from './snapshot.js'
import { Quote, Span } from './span.js'

export const ReportId = z.templateLiteral(['report:', z.string().regex(/^[0-9a-f]{16}$/)])
export type ReportId = z.infer<typeof ReportId>

/**
 * The extractor's opinion of a stretch of the body. `prose`, `headline` and `caption` tell events;
 * `byline`, `dateline`, `date` and `furniture` (menus, credits, "2 min read", a repeated headline) tell none.
 */
export const RegionKind = z.enum(['headline', 'byline', 'dateline', 'date', 'caption', 'furniture', 'prose'])
export type RegionKind = z.infer<typeof RegionKind>

/** A marked stretch of the body. Every block lies in exactly one region; a dateline may lie within a `prose` block. */
export const Region = z.object({ kind: RegionKind, span: Span, by: z.string().min(1) }).readonly()
export type Region = z.infer<typeof Region>

/** When a report was published (EDTF: a day, a month or a year), and how we know: handed in with it, or read off its page. */
export const Publication = z
  .object({
    edtf: z.string(),
    basis: z.enum(['given', 'metadata', 'text']),
    quote: Quote.nullable(),
  })
  .readonly()
export type Publication = z.infer<typeof Publication>

/** One published text: its body, frozen, with its parts marked in it and nothing cut from it. */
export const Report = z
  .object({
    id: ReportId,
    snapshot: SnapshotId,
    name: z.string().min(1),
    body: z.string(),
    outlet: z.string().nullable(),
    /** The headline: as marked in the body where it stands there, else as handed in. */
    headline: z.string().nullable(),
    published: Publication.nullable(),
    /** In order of their start; an enclosing region before what it encloses. */
    regions: z.array(Region).readonly(),
  })
  .readonly()
export type Report = z.infer<typeof Report>

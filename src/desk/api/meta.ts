import { z } from 'zod'
import { EventKind } from '../../model/vocabulary.js'

/** What the desk stands on, and what went wrong. */

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

/** What went wrong, in plain words, and the way on. Every answer but 2xx has this form. */
export const Fault = z.object({
  code: z.string(),
  message: z.string(),
  help: z.string(),
  /** Of a value that was sent, the part that it is about (`country`), or `words`; absent where it is about no one part. */
  field: z.string().optional(),
})
export type Fault = z.infer<typeof Fault>

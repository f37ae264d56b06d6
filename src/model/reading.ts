import { z } from 'zod'
import { Claim } from './claim.js'
import { Diagnostic } from './diagnostic.js'
import { Event } from './event.js'
import { Labels } from './labels.js'
import { Report } from './report.js'

export const ReadingId = z.templateLiteral(['reading:', z.string().regex(/^[0-9a-f]{16}$/)])
export type ReadingId = z.infer<typeof ReadingId>

/** The versions that made a reading: what must be equal for the same bytes to give the same reading. */
export const Versions = z
  .object({ code: z.string(), reader: z.string(), gazetteer: z.string(), actors: z.string() })
  .readonly()
export type Versions = z.infer<typeof Versions>

/** All that one version of the program read in one report. */
export const Reading = z
  .object({
    id: ReadingId,
    versions: Versions,
    report: Report,
    labels: Labels,
    claims: z.array(Claim).readonly(),
    events: z.array(Event).readonly(),
    notes: z.array(Diagnostic).readonly(),
  })
  .readonly()
export type Reading = z.infer<typeof Reading>

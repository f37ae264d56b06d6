import { z } from 'zod'
import type { Box } from '../../model/box.js'
import { EventKind, Status } from '../../model/vocabulary.js'
import { parseBox } from '../../text/box.js'
import type { Language } from '../messages/catalogue.js'

/** Which of the record is asked for, and as whom. */

/** A day, as an address has it. */
export const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)

const box = z
  .string()
  .describe('What a map draws within west,south,east,north, in degrees, as in 35.5,32,42.4,37.3')
  .transform((text, context): Box => {
    const read = parseBox(text)
    if ('box' in read) return read.box
    context.addIssue(read.complaint)
    return z.NEVER
  })

/** The one filter of every view, as it stands in a URL; what is missing lets everything through. */
export const DeskFilter = z.object({
  kind: EventKind.optional(),
  status: Status.optional(),
  place: z.string().optional(),
  actor: z.string().optional(),
  holder: z.string().optional(),
  from: day.optional(),
  to: day.optional(),
  report: z.string().optional(),
  search: z.string().optional(),
  review: z.enum(['undecided', 'decided', 'contested']).optional(),
  box: box.optional(),
})
export type DeskFilter = z.infer<typeof DeskFilter>

export const DeskSort = z.enum(['time', '-time', 'added', '-added', 'doubt', 'disagreement'])
export type DeskSort = z.infer<typeof DeskSort>

/** Who reviews, and whether blind to others' decisions (double coding): every answer is then made of one's own decisions alone. */
export const Seat = z.object({ reviewer: z.string().min(1).optional(), blind: z.stringbool().optional() })
export type Seat = z.infer<typeof Seat>

/** In which language a page to send (GET /api/page/…) says what is not of the record: one of the desk’s. */
export const PageLanguage = z.enum(['en', 'fr', 'ar'] satisfies Language[])

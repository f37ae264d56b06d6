import { z } from 'zod'
import { type EventSort, eventSorts } from '../ports.js'
import type { ListKey, Moment } from './event-query.js'
import { StoreError } from './store-error.js'

/** Where a list stands between two pages. */
export interface Cursor {
  readonly sort: EventSort
  readonly upTo: Moment
  readonly after: ListKey
}

const Key = z.object({
  time_key: z.string(),
  report_name: z.string(),
  reading: z.int(),
  position: z.int(),
  doubt: z.int(),
  disagreement: z.int(),
})
const Written = z.tuple([z.enum(eventSorts), z.tuple([z.int(), z.int()]), Key])

/** A cursor as it is handed out: to be handed back, not to be read. */
export function writeCursor({ sort, upTo, after }: Cursor): string {
  const written: z.infer<typeof Written> = [sort, [upTo.reading, upTo.line], Key.parse(after)]
  return Buffer.from(JSON.stringify(written)).toString('base64url')
}

/** @throws StoreError `bad-cursor` where it was not handed out for a list in this order */
export function readCursor(written: string, sort: EventSort): Cursor {
  const parsed = Written.safeParse(parsedJson(Buffer.from(written, 'base64url').toString()))
  if (!parsed.success || parsed.data[0] !== sort) {
    throw new StoreError({
      code: 'bad-cursor',
      message: 'what was given as the place to go on from is no such place in this list',
      help: 'hand back what came with the page before, with the same order, or begin again without it',
    })
  }
  const [, [reading, line], after] = parsed.data
  return { sort, upTo: { reading, line }, after }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

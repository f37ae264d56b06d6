import { z } from 'zod'
import { type EventSort, eventSorts } from '../ports.js'
import type { ListKey } from './event-query.js'
import { StoreError } from './store-error.js'

/** Where a list stands between two pages. */
export interface Cursor {
  readonly sort: EventSort
  readonly upTo: number
  readonly after: ListKey
}

const Written = z.tuple([z.enum(eventSorts), z.int(), z.string(), z.string(), z.int(), z.int()])

/** A cursor as it is handed out: to be handed back, not to be read. */
export function writeCursor({ sort, upTo, after }: Cursor): string {
  const { time_key, report_name, reading, position } = after
  const written: z.infer<typeof Written> = [sort, upTo, time_key, report_name, reading, position]
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
  const [, upTo, time_key, report_name, reading, position] = parsed.data
  return { sort, upTo, after: { time_key, report_name, reading, position } }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

import { z } from 'zod'
import type { Moment } from './event-query.js'
import { StoreError } from './store-error.js'

/** Where a list stands between two pages. */
export interface Cursor<S, K> {
  readonly sort: S
  readonly upTo: Moment
  readonly after: K
}

/** The cursors of a kind of list: as they are handed out, to be handed back and not to be read. */
export interface Cursors<S, K> {
  write(cursor: Cursor<S, K>): string
  /** @throws StoreError `bad-cursor` where it was not handed out for a list in this order */
  read(written: string, sort: S): Cursor<S, K>
}

/** @param key what names a row's place in the list, in any of its orders */
export function cursorsOf<S extends string, K>(sorts: readonly S[], key: z.ZodType<K>): Cursors<S, K> {
  const Written = z.tuple([z.enum(sorts), z.tuple([z.int(), z.int()]), key])
  return {
    write({ sort, upTo, after }) {
      const written = [sort, [upTo.reading, upTo.line], key.parse(after)]
      return Buffer.from(JSON.stringify(written)).toString('base64url')
    },
    read(written, sort) {
      const parsed = Written.safeParse(parsedJson(Buffer.from(written, 'base64url').toString()))
      if (!parsed.success || parsed.data[0] !== sort) throw badCursor()
      const [, [reading, line], after] = parsed.data
      return { sort, upTo: { reading, line }, after }
    },
  }
}

const badCursor = (): StoreError =>
  new StoreError({
    code: 'bad-cursor',
    message: 'what was given as the place to go on from is no such place in this list',
    help: 'hand back what came with the page before, with the same order, or begin again without it',
  })

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

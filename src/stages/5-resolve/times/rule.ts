import type { Form } from './form.js'
import type { Got } from './pattern.js'
import type { Word } from './words.js'

/**
 * What a rule reads, for other rules to build on: `date` a day as a calendar names it, `day` any day, `range` a stretch of
 * days, `long` what one can be early or late in, `shift` a distance from an anchor, `span` a length, `clock` a time of day,
 * `time` any of them.
 */
export type Group = 'date' | 'day' | 'range' | 'month' | 'year' | 'long' | 'shift' | 'span' | 'clock' | 'time'

/** The words about a match: from `start` up to `end`, and what stands before and after. */
export interface Around {
  readonly words: readonly Word[]
  readonly start: number
  readonly end: number
  /** The word at a distance before the match (1 is the last before it), in lower case; empty outside the sentence. */
  readonly before: (distance?: number) => string
  readonly after: (distance?: number) => string
}

/** A sentence with the time in brackets, and what it must read as, by default in a report of Wednesday 2031-12-03. */
export interface Example {
  readonly text: string
  readonly edtf: string | null
  readonly timex: string | null
  readonly mod?: string
  readonly published?: string | null
}

/** One way to tell a time: what the words look like, and what they say. */
export interface Rule {
  /** Named in a value's basis as `time:<id>`. */
  readonly id: string
  readonly groups: readonly Group[]
  /** In the notation of `compile`. */
  readonly patterns: readonly string[]
  /** What the words say; null where the words, once read, are no time after all. */
  readonly says: (got: Got) => Form | null
  /** Refuses a match by the words about it. */
  readonly fits?: (around: Around) => boolean
  readonly examples: readonly Example[]
}

export const example = (
  text: string,
  edtf: string | null,
  timex: string | null,
  rest: Partial<Example> = {},
): Example => ({
  text,
  edtf,
  timex,
  ...rest,
})

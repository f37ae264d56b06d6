import type { Quote } from '../../../model/span.js'
import type { Amount } from './grammar.js'

/** A count at its place in the text. */
export interface Counted {
  readonly quote: Quote
  readonly amount: Amount
}

/** What shows that a count is part of another, or a running total. */
export interface Relation<T> {
  readonly rule: string
  readonly because: string
  /** The example's counts stand in brackets, the one that the rule is about in braces. */
  readonly example: string
  find(count: Counted, around: Around): T | null
}

/** What stands about a count in its own sentence. */
export interface Around {
  readonly before: string
  readonly after: string
  /** The other counts of the sentence, in order of the text, with what stands between each and the count. */
  readonly earlier: readonly (Counted & { readonly between: string })[]
  readonly later: readonly (Counted & { readonly between: string })[]
}

/** The least that a count can be, or null. */
const least = ({ amount: { low, high } }: Counted): number | null => low ?? high
const most = ({ amount: { high } }: Counted): number => high ?? Number.POSITIVE_INFINITY

/** Whether one count can be part of another as far as their numbers tell. */
export function fitsIn(part: Counted, whole: Counted): boolean {
  return (least(part) ?? 0) <= most(whole)
}

/** A count is part of the one that the first of these rules to fit finds. */
export const partRules: readonly Relation<Counted>[] = [
  {
    rule: 'of-the',
    because: '“of” ties a part to its whole, and nothing stands between them',
    example: 'Norland took many, and {four} of [the 12] died',
    find: (_, { later: [next] }) =>
      next && /^ of (?:the |these |those |all )?$/i.test(next.between) ? next : null,
  },
  {
    rule: 'of-them',
    because: '“of them” points at those counted last',
    example: '[12] people, {at least three} of them children, died',
    find: (_, { after, earlier }) =>
      /^ (?:\p{Ll}+ ){0,2}(?:of|among) (?:them|whom|these|those|which)\b/iu.test(after)
        ? (earlier.at(-1) ?? null)
        : null,
  },
  {
    rule: 'including',
    because:
      '“including” and “among them” open a list of parts; what follows in the list is part of the same whole',
    example: '[12] people, including {three} children, died',
    find: (_, { before, earlier }) => {
      const opening = [
        ...before.matchAll(
          /\b(?:including|among (?:them|whom|those killed|the dead)|of (?:them|whom)(?=,))/gi,
        ),
      ].at(-1)
      if (!opening) return null
      // A verb or another clause after the opening ends the list.
      if (
        /\b(?:was|were|died|injur|wound|hurt|killed|while|but)\b/i.test(
          before.slice(opening.index + opening[0].length),
        )
      )
        return null
      const start = opening.index
      return earlier.findLast(one => before.length - one.between.length <= start) ?? null
    },
  },
  {
    rule: 'sum',
    because: 'a dash or colon opens a list whose numbers make up the whole',
    example: '[five] people – [three] men and {two} women – died',
    find: (count, { earlier, later }) => {
      const whole = earlier.find(({ between }) => /^[^.;]{0,40}(?: [–—-]|:) /.test(between))
      if (!whole || whole.amount.low === null || whole.amount.low !== whole.amount.high) return null
      const list = [...earlier.filter(one => one.quote.start > whole.quote.start), count, ...later]
      const sum = list.reduce((total, one) => total + (one.amount.low ?? Number.NaN), 0)
      return list.length > 1 && sum === whole.amount.low ? whole : null
    },
  },
]

const tollBefore =
  /\b(?:toll|total|tally|number|figure|count)\b(?: [\p{L}-]+){0,6} (?:to|at|of|past|above|reached|hit|topped|is|was|exceeds?|exceeded)(?: now)? $/iu

/** A count is a running total where one of these fits. */
export const totalRules: readonly Relation<true>[] = [
  {
    rule: 'toll',
    because: 'a toll that is brought to, rises to, or stands at a number takes in what was told before',
    example: 'bringing the death toll to {40}',
    find: (_, { before }) => (tollBefore.test(before) ? true : null),
  },
  {
    rule: 'so-far',
    because: '“so far” and “in total” say that the count goes on, or sums up',
    example: '{40} have died so far',
    find: (_, { before, after }) =>
      /^[^,;:]{0,80}\b(?:so far|to date|in total|in all|altogether|overall)\b/i.test(after) ||
      /\b(?:so far|to date|in total|in all|altogether|overall),?(?: [\p{L}-]+){0,3} $/iu.test(before)
        ? true
        : null,
  },
  {
    rule: 'since',
    because: '“since” and “over the years” count over a stretch of time',
    example: '{400} people have been killed since the war began',
    find: (_, { after }) =>
      /^[^,;:]{0,60}\b(?:have|has|had) (?:now |already )?(?:been |died|fled)[^;:]{0,60}\bsince\b/i.test(after)
        ? true
        : null,
  },
]

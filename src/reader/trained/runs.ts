import type { Span } from '../../model/span.js'
import type { WordSpan, Words } from './windows.js'

/** Words in a row that a score picks out. */
export interface Run extends WordSpan {
  /** The best of its words' probabilities. */
  readonly score: number
}

/** The longest runs of words, `from` up to `to`, whose probability reaches a threshold. */
export function runsOf(
  { from, to }: { readonly from: number; readonly to: number },
  probabilityOf: (word: number) => number | null,
  threshold: number,
): Run[] {
  const runs: Run[] = []
  for (let word = from; word < to; word++) {
    const score = probabilityOf(word) ?? 0
    if (score < threshold) continue
    const last = runs.at(-1)
    if (last?.last === word - 1)
      runs[runs.length - 1] = { ...last, last: word, score: Math.max(last.score, score) }
    else runs.push({ first: word, last: word, score })
  }
  return runs
}

/** The stretch of the body that words cover. */
export function spanOf({ start, end }: Words, { first, last }: WordSpan): Span {
  return { start: start[first] ?? 0, end: end[last] ?? 0 }
}

export function indexOfLargest(row: ArrayLike<number>): number {
  let best = 0
  for (let i = 1; i < row.length; i++) if ((row[i] ?? 0) > (row[best] ?? 0)) best = i
  return best
}

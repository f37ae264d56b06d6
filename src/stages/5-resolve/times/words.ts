import type { Span } from '../../../model/span.js'

/** A run of letters, a run of digits, or one mark: finer than a token, so that "mid-October" and "24th" come apart. */
export interface Word extends Span {
  /** In lower case, with a straight apostrophe and hyphen. */
  readonly text: string
  /** Its first letter is a capital. */
  readonly capital: boolean
  /** No space stands before it. */
  readonly tight: boolean
}

/** Cuts a stretch of a body into words. Linear. */
export function wordsOf(body: string, { start, end }: Span): Word[] {
  const words: Word[] = []
  const pattern = /\p{L}[\p{L}\p{M}]*|\d+|[^\s]/gu
  pattern.lastIndex = start
  let last = -1
  for (let match = pattern.exec(body); match !== null && match.index < end; match = pattern.exec(body)) {
    const [raw] = match
    const first = raw[0] ?? ''
    words.push({
      start: match.index,
      end: Math.min(match.index + raw.length, end),
      text: plain(raw),
      capital: first !== first.toLowerCase(),
      tight: match.index === last,
    })
    last = match.index + raw.length
  }
  return words
}

function plain(raw: string): string {
  if (raw === '’' || raw === '‘') return "'"
  if (raw === '–' || raw === '—' || raw === '‐' || raw === '‑') return '-'
  return raw.toLowerCase()
}

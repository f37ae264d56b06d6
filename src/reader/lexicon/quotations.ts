import type { Span } from '../../model/span.js'

// Some wires write two apostrophes for a quotation mark.
const doubled = "''"
// A quotation left open runs over paragraphs only where the next one opens with a mark again; nor is it endless.
const longest = 3000
const letter = /[\p{L}\p{N}]/u

/** Finds the quotations of a text with their marks, outermost only, in order of the text. */
export function findQuotations(body: string): Span[] {
  const found: Span[] = []
  for (let at = 0; at < body.length; at++) {
    const mark = markAt(body, at)
    const close = mark === null ? -1 : closing(body, at, mark)
    if (mark === null || close < 0) continue
    found.push({ start: at, end: close + mark.length })
    at = close + mark.length - 1
  }
  return found
}

/** The mark with which a quotation opens at an offset, or null. */
function markAt(body: string, at: number): string | null {
  const mark = body.startsWith(doubled, at) ? doubled : (body[at] ?? '')
  const before = body[at - 1] ?? ' '
  if (mark === '“') return mark
  if (mark === '‘') return letter.test(before) ? null : mark
  const opens = /[\s([—–-]/.test(before) && /\S/.test(body[at + mark.length] ?? ' ')
  return opens && ['"', "'", doubled].includes(mark) ? mark : null
}

/** Where the quotation that opens with this mark closes, or -1. */
function closing(body: string, open: number, mark: string): number {
  const close = mark === '“' ? '”' : mark === '‘' ? '’' : mark
  const single = close === '’' || close === "'"
  const introduced = /:\s*$/.test(body.slice(Math.max(0, open - 4), open))
  const limit = Math.min(body.length, open + longest)
  for (let at = open + mark.length; at < limit; at++) {
    if (body[at] === '\n') {
      const next = body.slice(at, limit).search(/\S/)
      const opensAgain = next >= 0 && body.startsWith(mark, at + next)
      // A statement that is introduced ("The minister said:") may open with a mark once only.
      if (next < 0 || (!opensAgain && (mark !== '“' || !introduced))) return -1
      if (opensAgain) at += next + mark.length - 1
    } else if (body.startsWith(close, at) && !(single && insideWord(body, at))) {
      return at
    } else if (mark === '“' && body[at] === '“' && !/[.?!…] ?$/.test(body.slice(at - 2, at))) {
      return -1
    }
  }
  return -1
}

const insideWord = (body: string, at: number): boolean =>
  letter.test(body[at + 1] ?? ' ') || (body[at - 1] === 's' && /^['’] \p{Ll}/u.test(body.slice(at, at + 3)))

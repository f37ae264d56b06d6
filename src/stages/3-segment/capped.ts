import type { Sentence } from '../../model/sentence.js'

/**
 * The longest sentence that is read as one, in UTF-16 code units and in tokens. What runs on longer is a table, a list or no
 * prose at all, and what later stages do in a sentence takes more than linear time in its length.
 */
export const longest = { characters: 2000, tokens: 300 } as const

/** A sentence as it is, or cut into pieces no longer than a sentence may be, at white space where there is any. */
export function capped(sentence: Sentence): Sentence[] {
  const { start, end, region, tokens } = sentence
  if (end - start <= longest.characters && tokens.length <= longest.tokens) return [sentence]
  const pieces: Sentence[] = []
  for (let from = 0; from < tokens.length; ) {
    const to = cutAfter(sentence, from)
    const own = tokens.slice(from, to)
    const [first, last] = [own[0], own.at(-1)]
    if (first && last) pieces.push({ start: first.start, end: last.end, region, tokens: own })
    from = to
  }
  return pieces
}

/** The token before which the piece that begins at `from` ends: of those within its reach, the last after white space. */
function cutAfter({ tokens }: Sentence, from: number): number {
  const start = tokens[from]?.start ?? 0
  let reached = from + 1
  let blank = 0
  for (let at = from + 1; at <= from + longest.tokens; at++) {
    const token = tokens[at]
    const before = tokens[at - 1]
    if (!before || before.end - start > longest.characters) break
    reached = at
    if (!token || token.start > before.end) blank = at
  }
  return blank || reached
}

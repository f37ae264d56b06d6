import type { Span } from '../../model/span.js'
import { letterCase } from '../../text/letter-case.js'

/** Letters in the longest line of a text that is wrapped by hand. In one of wider or narrower lines, lines are paragraphs. */
const [narrowestWrap, widestWrap] = [40, 130]

interface Line extends Span {
  readonly text: string
}

/**
 * The paragraphs of a plain text, without the white space around them, in order. A blank line always parts two; a
 * single line break does unless the text is wrapped by hand, or the next line plainly goes on with the sentence.
 */
export function paragraphsOf(body: string, headline: string | null): Span[] {
  const lines = linesOf(body)
  const goesOn = joiner(lines, letterCase(body))
  const paragraphs: Span[] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const open = paragraphs.at(-1)
    if (line.text === '') return
    const joined =
      before &&
      before.text !== '' &&
      ![before.text, line.text].includes(headline ?? '') &&
      goesOn(before, line)
    if (joined && open) paragraphs.splice(-1, 1, { start: open.start, end: line.end })
    else paragraphs.push({ start: line.start, end: line.end })
  })
  return paragraphs
}

function linesOf(body: string): Line[] {
  let at = 0
  return body.split('\n').map(raw => {
    const text = raw.trim()
    const start = at + (raw.length - raw.trimStart().length)
    at += raw.length + 1
    return { start, end: start + text.length, text }
  })
}

/** Whether a line goes on with the line before it, by the way this text is wrapped. */
function joiner(
  lines: readonly Line[],
  letters: ReturnType<typeof letterCase>,
): (a: Line, b: Line) => boolean {
  const width = lines.reduce((widest, line) => Math.max(widest, line.text.length), 0)
  /** How much of the width a line and the next one's first word would take together: over 1, it had to wrap. */
  const filled = (a: Line, b: Line): number =>
    (a.text.length + 1 + (/^\S+/.exec(b.text)?.[0].length ?? 0)) / width
  const pairs = lines.flatMap((line, i) => {
    const next = lines[i + 1]
    return line.text !== '' && next && next.text !== '' ? [filled(line, next)] : []
  })
  const wrapped =
    width >= narrowestWrap &&
    width <= widestWrap &&
    pairs.filter(share => share > 0.9).length > pairs.length / 3
  const begins = (line: Line): boolean => letters === 'mixed' && !/^[\p{Ll},.;:)]/u.test(line.text)
  const ends = (line: Line): boolean => /[.!?:…][\p{Pe}\p{Pf}"']*$/u.test(line.text)
  if (!wrapped) return (a, b) => letters === 'mixed' && !begins(b) && !ends(a)
  return (a, b) => filled(a, b) > 0.8 || (letters === 'mixed' ? !begins(b) : !ends(a))
}

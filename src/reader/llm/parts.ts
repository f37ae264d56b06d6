import type { Sentence } from '../../model/sentence.js'
import type { Span } from '../../model/span.js'

/** How many characters of a report a model is given at once: about 6,000 tokens of English, well within any window. */
export const longestPart = 24_000
/** How much of a part is given again at the start of the next, at most. */
const longestOverlap = longestPart / 8

/** Paragraphs, or sentences of a paragraph that is too long, as stretches of the body, in order of the text. */
export type Part = readonly Span[]

/** Cuts what can tell events into parts that a model takes at once; each begins with the end of the one before. */
export function partsOf(body: string, sentences: readonly Sentence[]): Part[] {
  const parts: Span[][] = []
  let part: Span[] = []
  let length = 0
  for (const piece of piecesOf(body, sentences)) {
    const size = piece.end - piece.start
    if (part.length > 0 && length + size > longestPart) {
      parts.push(part)
      part = endOf(part)
      length = lengthOf(part)
    }
    part.push(piece)
    length += size
  }
  return part.length > 0 ? [...parts, part] : parts
}

const lengthOf = (part: Part): number => part.reduce((sum, { start, end }) => sum + end - start, 0)

function endOf(part: Part): Span[] {
  const last = part.at(-1)
  let from = part.length
  let length = 0
  for (; from > 0; from--) {
    const piece = part[from - 1]
    length += piece ? piece.end - piece.start : 0
    if (length > longestOverlap) break
  }
  const end = part.slice(from)
  // A last paragraph that is too long to repeat whole is repeated nonetheless, where there is room for it.
  return end.length === 0 && last && last.end - last.start < longestPart / 2 ? [last] : end
}

function piecesOf(body: string, sentences: readonly Sentence[]): Span[] {
  const paragraphs: Sentence[][] = []
  for (const sentence of sentences) {
    const last = paragraphs.at(-1)?.at(-1)
    const goesOn = last?.region === sentence.region && !/\n\s*\n/.test(body.slice(last.end, sentence.start))
    if (goesOn) paragraphs.at(-1)?.push(sentence)
    else paragraphs.push([sentence])
  }
  return paragraphs.flatMap(paragraph => {
    const whole = spanOf(paragraph)
    return whole && whole.end - whole.start <= longestPart / 2
      ? [whole]
      : paragraph.map(({ start, end }) => ({ start, end }))
  })
}

function spanOf(sentences: readonly Span[]): Span | null {
  const [first, last] = [sentences[0], sentences.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}

/** A part as the model is given it. */
export const textOf = (body: string, part: Part): string =>
  part.map(({ start, end }) => body.slice(start, end)).join('\n\n')

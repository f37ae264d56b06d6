import type { Stretch } from './layout.js'

/** How a stretch grows and shrinks, by words or by characters as readers see them. Pure. */

export type Unit = 'word' | 'character'

/** So much of the body around an edge is cut into words: a whole body would take too long. */
const around = 400

/** The stretch with one of its edges moved to the next boundary; as it was where it would end empty or leave the body. */
export function moveEdge(
  body: string,
  stretch: Stretch,
  edge: 'start' | 'end',
  direction: 1 | -1,
  unit: Unit,
): Stretch {
  const at = stretch[edge]
  const to = nextBoundary(body, at, direction, unit, edge)
  const moved = { ...stretch, [edge]: to }
  return moved.start < moved.end ? moved : stretch
}

/** The word after or before a stretch; the first or last word of the body where there is none. */
export function wordBeside(body: string, stretch: Stretch | null, direction: 1 | -1): Stretch | null {
  const from = stretch ? (direction === 1 ? stretch.end : stretch.start) : direction === 1 ? 0 : body.length
  const found = segments(body, from, 'word', direction).filter(
    ({ start, end, isWord }) => isWord && (direction === 1 ? start >= from : end <= from),
  )
  const next = direction === 1 ? found.at(0) : found.at(-1)
  return next ? { start: next.start, end: next.end } : stretch
}

/** A stretch without the spaces at its edges; null where it holds nothing else. */
export function trimmed(body: string, { start, end }: Stretch): Stretch | null {
  const words = body.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  const to = start + words.trimEnd().length
  return from < to ? { start: from, end: to } : null
}

function nextBoundary(
  body: string,
  at: number,
  direction: 1 | -1,
  unit: Unit,
  edge: 'start' | 'end',
): number {
  const found = segments(body, at, unit, direction).filter(({ isWord }) => unit === 'character' || isWord)
  // A start stands before a word and an end behind one, so that no space is taken in.
  const boundaries = found.map(segment => segment[edge])
  const next =
    direction === 1 ? boundaries.find(offset => offset > at) : boundaries.findLast(offset => offset < at)
  return next ?? at
}

function segments(
  body: string,
  at: number,
  unit: Unit,
  direction: 1 | -1,
): (Stretch & { readonly isWord: boolean })[] {
  // Segments are cut from a place that is a boundary for sure: a line's beginning, or one far enough away.
  const lineBefore = body.lastIndexOf('\n', at - 1) + 1
  const from = Math.max(lineBefore - (direction === -1 ? around : 0), at - around, 0)
  const lineAfter = body.indexOf('\n', at)
  const to = Math.min(lineAfter < 0 || direction === 1 ? at + around : lineAfter, body.length)
  const granularity = unit === 'word' ? 'word' : 'grapheme'
  return Array.from(new Intl.Segmenter(undefined, { granularity }).segment(body.slice(from, to)), part => ({
    start: from + part.index,
    end: from + part.index + part.segment.length,
    isWord: part.isWordLike ?? false,
  }))
}

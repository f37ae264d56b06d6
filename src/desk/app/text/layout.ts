/**
 * How a text with marked stretches is cut to be drawn: into paragraphs, and each paragraph at every boundary of a stretch, so
 * that stretches which cross or lie in each other are drawn right. Pure; offsets are UTF-16 code units of the body.
 */

export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Words that carry a value. Several marks may cover the same words. */
export interface Mark extends Stretch {
  /** Unique within the text. */
  readonly id: string
}

export interface Paragraph<R> extends Stretch {
  /** What the extractor takes it for; null where nothing is said. */
  readonly region: R | null
}

/** Words that the same marks cover, from one boundary to the next. */
export interface Piece<M extends Mark> extends Stretch {
  /** By level: the lowest underline first. */
  readonly marks: readonly (M & { readonly level: number })[]
}

/** Text beyond this is cut at a space: one paragraph must not make the page slow. */
const longest = 2_000

/**
 * The paragraphs of a body, each with the first region that it begins in. Together with the line breaks between them they
 * are the body again.
 */
export function paragraphsOf<R extends { readonly span: Stretch }>(
  body: string,
  regions: readonly R[],
): Paragraph<R>[] {
  const found: Paragraph<R>[] = []
  let next = 0
  for (const { index, 0: line } of body.matchAll(/[^\n]+/g)) {
    if (line.trim() === '') continue
    while (next < regions.length && (regions[next]?.span.end ?? 0) <= index) next++
    const region = regions[next]
    const holds = region !== undefined && region.span.start <= index
    for (let start = index; start < index + line.length; ) {
      const end = cut(body, start, index + line.length)
      found.push({ start, end, region: holds ? region : null })
      start = end
    }
  }
  return found
}

function cut(body: string, start: number, end: number): number {
  if (end - start <= longest) return end
  const space = body.lastIndexOf(' ', start + longest)
  if (space > start) return space + 1
  const at = start + longest
  const code = body.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}

/** A level for each mark, so that no two on one level overlap: each takes the lowest that is free where it begins. */
export function withLevels<M extends Mark>(marks: readonly M[]): (M & { readonly level: number })[] {
  const ends: number[] = []
  return [...marks]
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
    .map(mark => {
      const free = ends.findIndex(end => end <= mark.start)
      const level = free < 0 ? ends.length : free
      ends[level] = mark.end
      return { ...mark, level }
    })
}

/** The marks of each paragraph: a mark that runs over several is in each of them. Both are in order of their start. */
export function marksByParagraph<M extends Mark>(
  paragraphs: readonly Stretch[],
  marks: readonly (M & { readonly level: number })[],
): (M & { readonly level: number })[][] {
  const found: (M & { readonly level: number })[][] = paragraphs.map(() => [])
  for (const mark of marks) {
    for (let i = firstEndingAfter(paragraphs, mark.start); i < paragraphs.length; i++) {
      if ((paragraphs[i]?.start ?? 0) >= mark.end) break
      found[i]?.push(mark)
    }
  }
  return found
}

/** Each list as it was before, where it holds the same marks: what is the same need not be drawn again. */
export function keptWhereSame<M extends Mark>(
  before: readonly (readonly M[])[],
  now: readonly (readonly M[])[],
): (readonly M[])[] {
  return now.map((marks, i) => {
    const had = before[i]
    const isSame = had?.length === marks.length && marks.every((mark, at) => isSameMark(mark, had[at]))
    return isSame ? had : marks
  })
}

function isSameMark<M extends Mark>(mark: M, other: M | undefined): boolean {
  return (Object.keys(mark) as (keyof M)[]).every(key => mark[key] === other?.[key])
}

function firstEndingAfter(paragraphs: readonly Stretch[], offset: number): number {
  let [low, high] = [0, paragraphs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((paragraphs[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** A paragraph cut at every boundary of its marks. */
export function piecesOf<M extends Mark>(
  { start, end }: Stretch,
  marks: readonly (M & { readonly level: number })[],
): Piece<M>[] {
  const within = (offset: number): number => Math.min(Math.max(offset, start), end)
  const cuts = new Set([start, end])
  for (const mark of marks) cuts.add(within(mark.start)).add(within(mark.end))
  const at = [...cuts].sort((a, b) => a - b)
  return at.slice(1).map((to, i) => {
    const from = at[i] ?? start
    const covering = marks.filter(mark => mark.start < to && mark.end > from)
    return { start: from, end: to, marks: covering.toSorted((a, b) => a.level - b.level) }
  })
}

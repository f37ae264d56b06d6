import type { Stretch } from '../text/layout.js'

/** Whose words they are: those that tell the event, that the value was read from, that a coder gave. */
export type Whose = 'event' | 'read' | 'a' | 'b'

export interface Words extends Stretch {
  readonly whose: Whose
}

/** A piece of a passage with all whose words it is. */
export interface Piece {
  readonly text: string
  readonly whose: readonly Whose[]
}

/** So much is shown before and after words, within their paragraph. */
const reach = 200

/** The passages of a body that some words stand in, in its order, cut where words begin and end. Pure. */
export function passagesWith(body: string, words: readonly Words[]): readonly (readonly Piece[])[] {
  const windows = words.map(one => windowOf(body, one)).sort((x, y) => x.start - y.start)
  const joined: Stretch[] = []
  for (const window of windows) {
    const last = joined.at(-1)
    if (last && window.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, window.end) }
    else joined.push(window)
  }
  return joined.map(window => piecesOf(body, window, words))
}

function windowOf(body: string, { start, end }: Stretch): Stretch {
  const lineStart = body.lastIndexOf('\n', start - 1) + 1
  const nextLine = body.indexOf('\n', end)
  const lineEnd = nextLine < 0 ? body.length : nextLine
  return {
    start: start - lineStart <= reach ? lineStart : wordStart(body, start - reach),
    end: lineEnd - end <= reach ? lineEnd : wordEnd(body, end + reach),
  }
}

function wordStart(body: string, at: number): number {
  const space = body.slice(at, at + reach / 2).search(/\s/)
  return space < 0 ? at : at + space + 1
}

function wordEnd(body: string, at: number): number {
  const before = body.slice(at - reach / 2, at)
  const space = before.search(/\s\S*$/)
  return space < 0 ? at : at - before.length + space
}

function piecesOf(body: string, window: Stretch, words: readonly Words[]): Piece[] {
  const within = words.filter(({ start, end }) => start < window.end && end > window.start)
  const cuts = [window.start, window.end, ...within.flatMap(({ start, end }) => [start, end])]
  const edges = [...new Set(cuts)].filter(at => at >= window.start && at <= window.end).sort((x, y) => x - y)
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? window.start
    const whose = within.filter(one => one.start <= start && one.end >= end).map(one => one.whose)
    return { text: body.slice(start, end), whose: [...new Set(whose)] }
  })
}

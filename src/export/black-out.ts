import type { RecordedEvent } from '../model/recorded.js'
import type { Span } from '../model/span.js'
import { wordsOf } from './told.js'

/** Stands for a letter; of those that take two UTF-16 units the second. Either counts as what it covers, in both units. */
const [block, wideBlock] = ['█', '\u{1f532}']

/** A body of the same length in which only the words that values rest on can be read, and no name in those. */
export function blackedOut(body: string, events: readonly RecordedEvent[], names: readonly string[]): string {
  const kept = merged(events.flatMap(wordsOf))
  let at = 0
  const pieces: string[] = []
  for (const { start, end } of kept) {
    pieces.push(black(body.slice(at, start)), body.slice(start, end))
    at = end
  }
  pieces.push(black(body.slice(at)))
  return pieces.join('').replace(nameFinder(names), black)
}

/** White space stays, so that lines and paragraphs do. */
const black = (text: string): string =>
  text.replace(/\S/gu, letter => (letter.length > 1 ? wideBlock : block))

/** Spans in order, those that touch made one. */
function merged(spans: readonly Span[]): Span[] {
  const made: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = made.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else made.push({ start, end })
  }
  return made
}

/** Particles of names ("bin", "al") are many people's, and are no name by themselves. */
const shortest = 3

/** Finds names in full, over line breaks too, and each word of them that could stand for the person. */
export function nameFinder(names: readonly string[]): RegExp {
  const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const wholes = names.map(name => name.split(/\s+/).map(escaped).join('\\s+'))
  const words = names.flatMap(name =>
    name.split(/\s+/).filter(word => word.length >= shortest && !/^\p{Ll}/u.test(word)),
  )
  const any = [...wholes, ...words.map(escaped)].sort((a, b) => b.length - a.length)
  return any.length === 0
    ? /(?!)/g
    : new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${any.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'gu')
}

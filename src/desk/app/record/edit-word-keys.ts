import type { MessageKey } from '../messages/index.js'
import { moveEdge, type Unit, wordBeside } from '../text/edges.js'
import type { Stretch } from '../text/layout.js'

/** How words of a report are picked by keyboard. Pure. */

export type WordMove =
  | { readonly kind: 'word'; readonly direction: 1 | -1 }
  | {
      readonly kind: 'edge'
      readonly edge: 'start' | 'end'
      readonly direction: 1 | -1
      readonly unit: Unit
    }
  | { readonly kind: 'another' }
  | { readonly kind: 'remove' }

/** The keys, as they are shown. */
export const wordKeys: readonly { readonly keys: readonly string[]; readonly does: MessageKey }[] = [
  { keys: ['←', '→'], does: 'words.key.move' },
  { keys: ['[', ']'], does: 'words.key.end' },
  { keys: [',', '.'], does: 'words.key.start' },
  { keys: ['+'], does: 'words.key.another' },
  { keys: ['Delete'], does: 'words.key.remove' },
]

interface Pressed {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const edges = {
  '[': { edge: 'end', direction: -1, code: 'BracketLeft' },
  ']': { edge: 'end', direction: 1, code: 'BracketRight' },
  ',': { edge: 'start', direction: -1, code: 'Comma' },
  '.': { edge: 'start', direction: 1, code: 'Period' },
} as const
/** The same keys with Shift, on the keyboards where that makes another character. */
const shifted: Readonly<Record<string, keyof typeof edges>> = { '{': '[', '}': ']', '<': ',', '>': '.' }

/** What a key does with the words that are picked; null where it is none of these. `isRightToLeft`: the words are. */
export function wordMoveOf(pressed: Pressed, isRightToLeft: boolean): WordMove | null {
  const { key, code, shiftKey, altKey, ctrlKey, metaKey } = pressed
  if (ctrlKey || metaKey) return null
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    if (altKey || shiftKey) return null
    return { kind: 'word', direction: (key === 'ArrowRight') === isRightToLeft ? -1 : 1 }
  }
  if (key === '+') return { kind: 'another' }
  if (key === 'Delete' || key === 'Backspace') return { kind: 'remove' }
  // Keyboards that have no such key: the one in its place.
  const byPlace = Object.keys(edges).find(name => edges[name as keyof typeof edges].code === code)
  const name = key in edges ? key : (shifted[key] ?? byPlace)
  if (name === undefined) return null
  const { edge, direction } = edges[name as keyof typeof edges]
  return { kind: 'edge', edge, direction, unit: shiftKey ? 'character' : 'word' }
}

/** Stretches of words, and which of them is changed. */
export interface Picking {
  readonly words: readonly Stretch[]
  readonly at: number
}

/** What is picked after a move. */
export function moved(body: string, { words, at }: Picking, move: WordMove): Picking {
  const present = words[at] ?? null
  if (move.kind === 'remove') {
    const left = words.filter((_, i) => i !== at)
    return { words: left, at: Math.max(0, Math.min(at, left.length - 1)) }
  }
  if (move.kind === 'another') {
    const beside = wordBeside(body, present, 1)
    return beside ? { words: [...words, beside], at: words.length } : { words, at }
  }
  const next =
    move.kind === 'word'
      ? wordBeside(body, present, move.direction)
      : present && moveEdge(body, present, move.edge, move.direction, move.unit)
  if (!next) return { words, at }
  return present === null
    ? { words: [next], at: 0 }
    : { words: words.map((one, i) => (i === at ? next : one)), at }
}

/** Whether words are written from right to left. */
export const isRightToLeft = (words: string): boolean =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words)

/** The stretches in the order of the text, those that overlap or touch made one. */
export function joined(words: readonly Stretch[]): Stretch[] {
  const done: Stretch[] = []
  for (const { start, end } of words.toSorted((a, b) => a.start - b.start)) {
    const last = done.at(-1)
    if (last && start <= last.end) done.splice(-1, 1, { start: last.start, end: Math.max(last.end, end) })
    else done.push({ start, end })
  }
  return done
}

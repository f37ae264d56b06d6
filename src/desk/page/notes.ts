import type { RecordedEvent } from '../../model/recorded.js'
import { type Placed, valuesOf } from './values.js'

/** A value that some words carry. */
export interface Noted extends Placed {
  readonly event: RecordedEvent
}

/** A stretch of a report's text that carries values. */
export interface Note {
  /** `A3`: the report's letter, and a number in the order of the text. */
  readonly name: string
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly values: readonly Noted[]
}

/** `A`, `B` … `Z`, `AA` … */
export function letterOf(nth: number): string {
  const last = String.fromCharCode(65 + (nth % 26))
  return nth < 26 ? last : `${letterOf(Math.floor(nth / 26) - 1)}${last}`
}

/** The stretches of one report's text that carry values of events, each once, in the order in which they end. */
export function notesOf(letter: string, events: readonly RecordedEvent[]): Note[] {
  const found = new Map<string, { start: number; end: number; exact: string; values: Noted[] }>()
  for (const event of events) {
    for (const noted of valuesOf(event)) {
      // The kind rests on all the words that tell the event.
      const words = noted.field === 'kind' ? event.triggers : (noted.recorded.evidence ?? [])
      for (const { start, end, exact } of words) {
        const note = found.get(`${start}-${end}`) ?? { start, end, exact, values: [] }
        note.values.push({ event, ...noted })
        found.set(`${start}-${end}`, note)
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => a.end - b.end || a.start - b.start)
    .map((note, i) => ({ ...note, name: `${letter}${i + 1}` }))
}

/** The names of the notes on a value's words. */
export const namesOf = (notes: readonly Note[], event: string, path: string): string[] =>
  notes
    .filter(({ values }) => values.some(one => one.event.id === event && one.path === path))
    .map(({ name }) => name)

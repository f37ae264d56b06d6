import type { Quote } from '../model/span.js'
import { jsonObject } from '../text/json-object.js'
import { offsetMap } from '../text/offsets.js'
import { quoteAt } from '../text/quote.js'
import { type Fault, fault, shown } from './rejection.js'

/** A fault of a line of an .ann file, from 1. */
export type LineFault = Fault & { readonly line: number }

/** Words of a type: several quotes where they stand apart. */
export interface BratWords {
  readonly line: number
  readonly type: string
  readonly quotes: readonly [Quote, ...Quote[]]
}

export interface BratEvent {
  readonly line: number
  readonly id: string
  readonly type: string
  /** The id of its words. */
  readonly trigger: string
  /** Roles without their numbers, with the id of the words that fill each. */
  readonly arguments: readonly (readonly [role: string, words: string])[]
}

export interface BratRelation {
  readonly line: number
  readonly type: string
  readonly from: string
  readonly to: string
}

/** The lines of an .ann file by what they are. */
export interface BratLines {
  readonly words: ReadonlyMap<string, BratWords>
  readonly events: readonly BratEvent[]
  readonly relations: readonly BratRelation[]
  /** Words that carry one value. */
  readonly equal: readonly { readonly line: number; readonly ids: readonly string[] }[]
  /** By the id of what has it, and the attribute's name. */
  readonly attributes: ReadonlyMap<
    string,
    ReadonlyMap<string, { readonly line: number; readonly value: string }>
  >
  readonly references: ReadonlyMap<
    string,
    { readonly line: number; readonly id: string; readonly name: string }
  >
  /** Notes that are JSON objects: others are for people. */
  readonly notes: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  readonly faults: readonly LineFault[]
}

/** Reads an .ann file over its text (brat's standoff format; offsets count code points). A line that cannot be read is told, and left out. */
export function bratLines(ann: string, body: string): BratLines {
  const words = new Map<string, BratWords>()
  const events: BratEvent[] = []
  const relations: BratRelation[] = []
  const equal: { line: number; ids: string[] }[] = []
  const attributes = new Map<string, Map<string, { line: number; value: string }>>()
  const references = new Map<string, { line: number; id: string; name: string }>()
  const notes = new Map<string, Readonly<Record<string, unknown>>>()
  const faults: LineFault[] = []
  const quotesOf = fragmentFinder(body)
  const read = (text: string, line: number): Fault | null => {
    const [id = '', content = '', rest = ''] = text.split('\t')
    const [head = '', ...parts] = content.trim().split(' ')
    switch (id.charAt(0)) {
      case 'T': {
        const found = quotesOf(parts.join(' '), rest)
        if ('wrong' in found) return fault(id, found.wrong, 'mark the words again, or take the line out')
        words.set(id, { line, type: head, quotes: found.quotes })
        return null
      }
      case 'E': {
        const [[type = '', trigger = ''] = [], ...roles] = [head, ...parts].map(part => part.split(':'))
        const filled = roles.map(([role = '', of = '']) => [role.replace(/\d+$/, ''), of] as const)
        events.push({ line, id, type, trigger, arguments: filled })
        return null
      }
      case 'A':
      case 'M': {
        const [of = '', value = ''] = parts
        attributes.set(of, (attributes.get(of) ?? new Map()).set(head, { line, value }))
        return null
      }
      case 'R': {
        const [from = '', to = ''] = parts.map(part => part.replace(/^[^:]*:/, ''))
        relations.push({ line, type: head, from, to })
        return null
      }
      case '*':
        equal.push({ line, ids: parts })
        return null
      case 'N': {
        const [of = '', place = ''] = parts
        references.set(of, { line, id: place, name: rest })
        return null
      }
      case '#': {
        const note = jsonObject(rest)
        if (note && parts[0]) notes.set(parts[0], note)
        return null
      }
      default:
        return fault(
          null,
          `${shown(text)} is no line of an .ann file`,
          'a line begins with T, E, A, R, N, * or #',
        )
    }
  }
  for (const [i, text] of ann.replace(/\r\n/g, '\n').split('\n').entries()) {
    const wrong = text.trim() === '' ? null : read(text, i + 1)
    if (wrong) faults.push({ ...wrong, line: i + 1 })
  }
  return { words, events, relations, equal, attributes, references, notes, faults }
}

type Found = { readonly quotes: readonly [Quote, ...Quote[]] } | { readonly wrong: string }

/** Makes the function that finds words by their offsets (`0 5;8 12`), which must be those that the line repeats. */
function fragmentFinder(body: string): (spans: string, exact: string) => Found {
  const offsets = offsetMap(body)
  const length = offsets.toCodePoints(body.length)
  return (spans, exact) => {
    const found: Quote[] = []
    for (const span of spans.split(';')) {
      const [, from, to] = /^(\d+) (\d+)$/.exec(span.trim()) ?? []
      const [start, end] = [Number(from), Number(to)]
      if (!(start < end && end <= length))
        return { wrong: `${shown(spans)} are no offsets of a text of ${length}` }
      found.push(quoteAt(body, { start: offsets.toUtf16(start), end: offsets.toUtf16(end) }))
    }
    const text = found.map(quote => quote.exact).join(' ')
    if (text !== exact) return { wrong: `the text has ${shown(text)} there, not ${shown(exact)}` }
    return { quotes: joined(body, found) }
  }
}

/** Words that are parted by line breaks alone are one quote: brat cannot mark them as one. */
function joined(body: string, pieces: readonly Quote[]): readonly [Quote, ...Quote[]] {
  const [first, ...rest] = pieces
  if (!first) throw new RangeError('there are no words')
  const made: [Quote, ...Quote[]] = [first]
  for (const piece of rest) {
    const last = made.at(-1) ?? first
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what some program or other takes for the end of a line
    const isBroken = /^[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+$/.test(body.slice(last.end, piece.start))
    if (isBroken) made[made.length - 1] = quoteAt(body, { start: last.start, end: piece.end })
    else made.push(piece)
  }
  return made
}

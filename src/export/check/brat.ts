import { fault, quoted } from './cells.js'
import type { RowChecker, RowFault } from './row-checker.js'
import { at, boundFaults } from './words.js'

/**
 * Checks the documents of a brat collection, each a row of its `text` and its `ann`: the words that stand at the offsets, ids that
 * are there once, and references to what is there.
 */
export function bratChecker(): RowChecker {
  return {
    columns: () => [],
    row: ({ text, ann }) => documentFaults(String(text), String(ann)),
  }
}

function documentFaults(text: string, ann: string): RowFault[] {
  const points = [...text]
  const lines = ann.split('\n')
  const types = new Map<string, string>()
  for (const line of lines) {
    const [, id, type] = /^([A-Z*#]\d+)\t([^\s:]+)/.exec(line) ?? []
    if (id && type && !types.has(id)) types.set(id, type)
  }
  const seen = new Set<string>()
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return []
    return [...idFaults(line, seen), ...lineFaults(line, points, types)].map(found => ({
      ...found,
      line: at + 1,
    }))
  })
}

function idFaults(line: string, seen: Set<string>): RowFault[] {
  const [id = ''] = line.split('\t')
  if (id === '*' || !seen.has(id)) {
    seen.add(id)
    return []
  }
  return [fault(id, 'the id stands in an earlier line too', 'give every line an id of its own')]
}

type Types = ReadonlyMap<string, string>

function lineFaults(line: string, points: readonly string[], types: Types): RowFault[] {
  const [id = '', content = '', more = ''] = line.split('\t')
  switch (id.charAt(0)) {
    case 'T':
      return textFaults(id, content, line.split('\t').slice(2).join('\t'), points)
    case 'E':
      return eventFaults(id, content, types)
    case 'R':
    case 'A':
    case 'M':
    case 'N':
    case '*':
      return referenceFaults(id, content, types)
    case '#':
      return [...referenceFaults(id, content, types), ...noteFaults(id, more)]
    default:
      return [fault(null, `${quoted(line)} is no line of a standoff file`, 'take it out')]
  }
}

/** Words must be what the text says at their offsets, which count code points; of several stretches, joined by a space. */
function textFaults(id: string, content: string, words: string, points: readonly string[]): RowFault[] {
  const [, spans] = /^[^\s]+ (\d+ \d+(?:;\d+ \d+)*)$/.exec(content) ?? []
  if (!spans) return [fault(id, `${quoted(content)} is no type with offsets`, 'write: type start end')]
  const stretches = spans.split(';').map(span => span.split(' ').map(Number))
  const isWithin = stretches.every(([start = 0, end = 0]) => start < end && end <= points.length)
  if (!isWithin) return [fault(id, `${spans} is no stretch of the text`, 'correct the offsets')]
  const said = stretches.map(([start, end]) => points.slice(start, end).join('')).join(' ')
  return said === words
    ? []
    : [
        fault(
          id,
          `the text says ${quoted(said)} there, not ${quoted(words)}`,
          'correct the offsets or the words',
        ),
      ]
}

function eventFaults(id: string, content: string, types: Types): RowFault[] {
  const [trigger = '', ...args] = content.split(' ').filter(Boolean)
  const [type = '', words = ''] = trigger.split(':')
  const told = types.get(words)
  const faults = args.flatMap(arg => unknown(id, arg.split(':')[1] ?? arg, types))
  if (told === undefined) return [...unknown(id, words, types), ...faults]
  if (told === type) return faults
  return [
    fault(id, `its trigger ${words} is of the type ${told}, not ${type}`, 'give both one type'),
    ...faults,
  ]
}

/** Every word of a line that looks like an id must be one. */
function referenceFaults(id: string, content: string, types: Types): RowFault[] {
  const references = [...content.matchAll(/(?:^| )(?:[\w-]+:)?([TERAMN]\d+)(?= |$)/g)]
  if (references.length === 0)
    return [fault(id, `${quoted(content)} is of nothing`, 'name what it is of by its id')]
  return references.flatMap(([, reference = '']) => unknown(id, reference, types))
}

const unknown = (id: string, reference: string, types: Types): RowFault[] =>
  types.has(reference)
    ? []
    : [fault(id, `there is no ${quoted(reference)}`, 'name what is there, or take the line out')]

/** A note of this program is JSON; anybody else's may be anything. */
function noteFaults(id: string, text: string): RowFault[] {
  try {
    const note: unknown = JSON.parse(text)
    return boundFaults(id, at(note, 'low'), at(note, 'high'))
  } catch {
    return []
  }
}

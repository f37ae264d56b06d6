import type { Unit } from './calendar.js'
import { classes, type Value, type WordClass } from './classes.js'
import type { Count, DayPart, Form } from './form.js'
import { dayParts, type Read, units } from './lexicon.js'
import type { Word } from './words.js'

/** What a pattern's parts read, by the name that the pattern gives them. */
export interface Got {
  readonly has: (name: string) => boolean
  /** @throws TypeError where the pattern has no such number: a fault in the rule. So for the others. */
  readonly number: (name: string) => number
  readonly count: (name: string) => Count
  readonly form: (name: string) => Form
  /** The word itself, in lower case; empty where it was left out. */
  readonly word: (name: string) => string
  readonly unit: (name: string) => Unit
  readonly part: (name: string) => DayPart
}

/** One part of a pattern: a literal word, one of several, a class, or a group of rules. */
interface Item {
  readonly name: string | null
  readonly optional: boolean
  /** The group of rules that this part is; null for words and classes. */
  readonly group: string | null
  /** Whether it may start with a word; asked of words and classes only. */
  readonly starts: (text: string) => boolean
  readonly read: (words: readonly Word[], at: number, groups: GroupReader) => Read<Value> | null
}

/** Reads the longest time of a group of rules that starts at a word. */
export type GroupReader = (group: string, at: number) => Read<Form> | null

/**
 * A compiled pattern. The notation: words stand for themselves (`a|b` for either), names in capitals for the classes of
 * `classes.ts`, `<names>` for what a group of rules reads; `?` after a part makes it optional, `:name` names it. A
 * hyphen may stand between two parts.
 */
export type Pattern = readonly Item[]

export function compile(pattern: string): Pattern {
  return pattern.split(' ').map(source => {
    const [, body = '', name = null, mark] = /^(.+?)(?::([a-z]+))?(\?)?$/.exec(source) ?? []
    const optional = mark === '?'
    const group = /^<(.+)>$/.exec(body)?.[1]
    if (group !== undefined) {
      return {
        name: name ?? group,
        optional,
        group,
        starts: () => true,
        read: (_, at, groups) => groups(group, at),
      }
    }
    if (/^[A-Z]+$/.test(body)) {
      const known = classes[body]
      if (!known) throw new SyntaxError(`no class ${body} (in the pattern "${pattern}")`)
      return { name: name ?? body.toLowerCase(), optional, group: null, ...known }
    }
    return { name, optional, group: null, ...literal(new Set(body.split('|'))) }
  })
}

const literal = (options: ReadonlySet<string>): WordClass => ({
  starts: text => options.has(text),
  read: (words, at) => {
    const text = words[at]?.text ?? ''
    return options.has(text) ? { value: text, next: at + 1 } : null
  },
})

/** Whether a pattern may match at a word: a quick refusal, which saves most of the work. */
export function mayStart(pattern: Pattern, text: string, group: (name: string) => boolean): boolean {
  for (const item of pattern) {
    if (item.group === null ? item.starts(text) : group(item.group)) return true
    if (!item.optional) return false
  }
  return true
}

/**
 * Matches a pattern at a word: each optional part is tried with, then without. No part repeats, so that the work is
 * bounded by the pattern, whatever the text.
 */
export function match(
  pattern: Pattern,
  words: readonly Word[],
  at: number,
  groups: GroupReader,
): Read<Got> | null {
  const got: [string, Value][] = []
  const next = matchFrom(pattern, 0, words, at, groups, got)
  return next === null ? null : { value: gotOf(new Map(got)), next }
}

function matchFrom(
  pattern: Pattern,
  index: number,
  words: readonly Word[],
  at: number,
  groups: GroupReader,
  got: [string, Value][],
): number | null {
  const item = pattern[index]
  if (!item) return at
  const start = index > 0 && isJoin(words, at) ? at + 1 : at
  const read = item.read(words, start, groups) ?? (start > at ? item.read(words, at, groups) : null)
  if (read) {
    const mark = got.length
    if (item.name !== null) got.push([item.name, read.value])
    const next = matchFrom(pattern, index + 1, words, read.next, groups, got)
    if (next !== null) return next
    got.length = mark
  }
  return item.optional ? matchFrom(pattern, index + 1, words, at, groups, got) : null
}

/** A hyphen with no space about it, as in "mid-May" and "five-year". */
const isJoin = (words: readonly Word[], at: number): boolean =>
  words[at]?.text === '-' && words[at]?.tight === true && words[at + 1]?.tight === true

const parts = [...dayParts.values()]

function gotOf(values: ReadonlyMap<string, Value>): Got {
  const fault = (name: string, wanted: string): never => {
    throw new TypeError(`a rule asks for "${name}" as ${wanted}`)
  }
  const word = (name: string): string => {
    const value = values.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    has: name => values.has(name),
    number: name => {
      const value = values.get(name)
      return typeof value === 'number' ? value : fault(name, 'a number')
    },
    count: name => {
      const value = values.get(name)
      return typeof value === 'number' || value === 'X' ? value : fault(name, 'a count')
    },
    form: name => {
      const value = values.get(name)
      return typeof value === 'object' ? value : fault(name, 'a time')
    },
    word,
    unit: name => units.get(word(name)) ?? fault(name, 'a unit'),
    part: name => parts.find(part => part === word(name)) ?? fault(name, 'a part of the day'),
  }
}

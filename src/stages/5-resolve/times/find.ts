import type { Form } from './form.js'
import type { Read } from './lexicon.js'
import { compile, match, mayStart, type Pattern } from './pattern.js'
import type { Around, Rule } from './rule.js'
import { families } from './rules/index.js'
import type { Word } from './words.js'

/** A time found in a sentence: its words by number, what they say, and the rule that read them. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly form: Form
  readonly rule: Rule
}

interface Compiled {
  readonly rule: Rule
  readonly pattern: Pattern
}

const compiled: readonly Compiled[] = families.flatMap(({ rules }) =>
  rules.flatMap(rule => rule.patterns.map(pattern => ({ rule, pattern: compile(pattern) }))),
)

function groupsOf(patterns: readonly Compiled[]): ReadonlyMap<string, readonly Compiled[]> {
  const groups = new Map<string, Compiled[]>()
  for (const one of patterns) {
    for (const group of one.rule.groups) groups.set(group, [...(groups.get(group) ?? []), one])
  }
  return groups
}

const byGroup = groupsOf(compiled)

/** A time within a time within a time ("early on the morning of the day after…"); deeper nesting is not read. */
const deepest = 4

/** Finds times in the sentences of one report; keeps which patterns may start with which word. */
export class Finder {
  readonly #starting = new Map<string, Candidates>()

  /** The times of a sentence, in order, none within another: at each word the longest match, of equal ones the first rule's. */
  find(words: readonly Word[]): Found[] {
    const found: Found[] = []
    const search = new Search(words, text => this.#candidates(text))
    for (let at = 0; at < words.length; ) {
      const best = search.longest(null, at, 0)
      if (best) found.push({ start: at, end: best.next, form: best.value.form, rule: best.value.rule })
      at = best ? best.next : at + 1
    }
    return found
  }

  #candidates(text: string): Candidates {
    const kept = this.#starting.get(text)
    if (kept) return kept
    const starting = (group: string): boolean =>
      (byGroup.get(group) ?? []).some(({ pattern }) => mayStart(pattern, text, starting))
    const all = compiled.filter(({ pattern }) => mayStart(pattern, text, starting))
    const candidates = { all, of: groupsOf(all) }
    this.#starting.set(text, candidates)
    return candidates
  }
}

/** The patterns that may start with one word: all, and by group. */
interface Candidates {
  readonly all: readonly Compiled[]
  readonly of: ReadonlyMap<string, readonly Compiled[]>
}

interface Hit {
  readonly form: Form
  readonly rule: Rule
}

/** One sentence's matches. Those of a group at a word are kept, so that nesting does not repeat work. */
class Search {
  readonly words: readonly Word[]
  readonly #kept = new Map<string, Read<Hit> | null>()

  readonly #starting: (text: string) => Candidates

  constructor(words: readonly Word[], starting: (text: string) => Candidates) {
    this.words = words
    this.#starting = starting
  }

  /** The longest time of a group, or of any rule, that starts at a word. */
  longest(group: string | null, at: number, depth: number): Read<Hit> | null {
    const candidates = this.#starting(this.words[at]?.text ?? '')
    let best: Read<Hit> | null = null
    for (const { rule, pattern } of group === null ? candidates.all : (candidates.of.get(group) ?? [])) {
      const read = match(pattern, this.words, at, (inner, from) => this.#group(inner, from, depth + 1))
      if (!read || (best && read.next <= best.next)) continue
      const form = rule.fits && !rule.fits(this.#around(at, read.next)) ? null : rule.says(read.value)
      if (form) best = { value: { form, rule }, next: read.next }
    }
    return best
  }

  #group(group: string, at: number, depth: number): Read<Form> | null {
    if (depth > deepest) return null
    const key = `${group} ${at} ${depth}`
    const kept = this.#kept.get(key)
    const hit = kept === undefined ? this.longest(group, at, depth) : kept
    if (kept === undefined) this.#kept.set(key, hit)
    return hit && { value: hit.value.form, next: hit.next }
  }

  #around(start: number, end: number): Around {
    const { words } = this
    return {
      words,
      start,
      end,
      before: (distance = 1) => words[start - distance]?.text ?? '',
      after: (distance = 1) => words[end + distance - 1]?.text ?? '',
    }
  }
}

import { readFileSync } from 'node:fs'
import { EventKind } from '../../../model/vocabulary.js'

/** What the words of a row are: see docs/lexicon.md. */
const uses = ['noun', 'verb', 'effect', 'echo'] as const
export type Use = (typeof uses)[number]

/** Where a condition looks for its words. */
const scopes = ['before', 'after', 'object', 'clause', 'sentence', 'name', 'passive', 'negated'] as const

export interface Condition {
  readonly scope: (typeof scopes)[number]
  /** False where the row asks that the condition does not hold. */
  readonly wanted: boolean
  readonly words: ReadonlySet<string>
  /** As the table writes it. */
  readonly text: string
}

export interface Entry {
  /** What each word may be, in order; `*` stands for up to four words of any kind. */
  readonly pattern: readonly (ReadonlySet<string> | '*')[]
  readonly use: Use
  /** Null where the words tell nothing. */
  readonly kind: EventKind | null
  readonly conditions: readonly Condition[]
  /** Finds the row in the table: its kind, its use and the words of it, `air-strike/noun/air raid`. */
  readonly row: string
}

/** Entries by the dictionary forms of their first word, in the order of the table. */
export type Table = ReadonlyMap<string, readonly Entry[]>

/** Reads the table of words that comes with the program. */
export function loadTable(): Table {
  return parseTable(readRows('./triggers.tsv'), readRows('./word-classes.tsv'))
}

/** The rows of a table beside this file; lines that begin with `#` are notes. */
export function readRows(name: string): string[][] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  const lines = text.split(/\r?\n/).filter(line => line.trim() && !line.startsWith('#'))
  return lines.map(line => line.split('\t').map(cell => cell.trim()))
}

/** @throws SyntaxError naming the row that cannot be read. */
function parseTable(triggers: readonly string[][], classes: readonly string[][]): Table {
  const wordsOf = new Map(classes.map(([name = '', words = '']) => [name, words.split(', ')]))
  const table = new Map<string, Entry[]>()
  for (const entry of triggers.flatMap(row => parseRow(row, wordsOf))) {
    const [first] = entry.pattern
    for (const word of first === '*' || !first ? [] : first) {
      table.set(word, [...(table.get(word) ?? []), entry])
    }
  }
  return table
}

function parseRow(row: readonly string[], classes: ReadonlyMap<string, readonly string[]>): Entry[] {
  const fail = (what: string): never => {
    throw new SyntaxError(`triggers.tsv: ${what} in the row ${JSON.stringify(row.join(' '))}`)
  }
  const [kind = '', as = '', words = '', when = ''] = row
  const use = uses.find(u => u === as) ?? fail(`no such use: ${as}`)
  const known =
    kind === '-' ? null : (EventKind.options.find(k => k === kind) ?? fail(`no such kind: ${kind}`))
  const expand = (word: string): readonly string[] =>
    word.startsWith('@') ? (classes.get(word.slice(1)) ?? fail(`no such class: ${word}`)) : [word]
  const conditions = when
    .split(' ')
    .filter(Boolean)
    .map((test): Condition => {
      const [, not, name, list = ''] =
        /^(!?)(\w+)(?::(.+))?$/.exec(test) ?? fail(`no such condition: ${test}`)
      const scope = scopes.find(s => s === name) ?? fail(`no such condition: ${test}`)
      return { scope, wanted: not === '', words: new Set(list.split('|').flatMap(expand)), text: test }
    })
  return words.split(', ').map(phrase => ({
    pattern: phrase.split(' ').map(slot => (slot === '*' ? '*' : new Set(slot.split('|')))),
    use,
    kind: known,
    conditions,
    row: `${kind}/${use}/${phrase}`,
  }))
}

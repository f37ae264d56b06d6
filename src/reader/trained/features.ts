import type { Labels } from '../../model/labels.js'
import type { Quote } from '../../model/span.js'
import type { ModelLabels } from './model-files.js'
import { type WordSpan, type Words, wordsAt } from './windows.js'

/** What the lexicon says of a report's words, as the model takes it: it learned where the lexicon is right. */
export interface LexicalFeatures {
  /** How many features a word has. */
  readonly width: number
  /** A row of 0 and 1 for each word. */
  readonly rows: Uint8Array
  /** What the lexicon says that words are to the triggers it finds within a span. */
  pairsWith(span: WordSpan): readonly LexicalPair[]
}

export interface LexicalPair extends WordSpan {
  /** A row of the model's `lexicalWeights`. */
  readonly relation: number
}

/** Puts the lexicon's labels into the model's features. The same as in training. */
export function lexicalFeatures(lexical: Labels, words: Words, model: ModelLabels): LexicalFeatures {
  const at = (quote: Quote | null): WordSpan | null => (quote ? wordsAt(words, quote) : null)
  const triggers = new Map(lexical.triggers.map(({ id, quote }) => [id, at(quote)]))
  const mentions = new Map(lexical.mentions.map(({ id, quote }) => [id, at(quote)]))
  const pairs = pairsOf(lexical, triggers, mentions, at, model)
  const triggersAt = new Map<number, string[]>()
  for (const [id, span] of triggers) {
    for (let word = span?.first ?? 0; span && word <= span.last; word++) {
      triggersAt.set(word, [...(triggersAt.get(word) ?? []), id])
    }
  }
  return {
    width: model.features.length,
    rows: rowsOf(lexical, words, model, at),
    pairsWith({ first, last }) {
      const ids = new Set<string>()
      for (let word = first; word <= last; word++) for (const id of triggersAt.get(word) ?? []) ids.add(id)
      return [...ids].flatMap(id => pairs.get(id) ?? [])
    },
  }
}

function rowsOf(
  { triggers, mentions, attributions }: Labels,
  words: Words,
  { features }: ModelLabels,
  at: (quote: Quote | null) => WordSpan | null,
): Uint8Array {
  const column = new Map(features.map((name, i) => [name, i]))
  const rows = new Uint8Array(words.count * features.length)
  const mark = (quote: Quote | null, name: string): void => {
    const [span, i] = [at(quote), column.get(name)]
    if (!span || i === undefined) return
    for (let word = span.first; word <= span.last; word++) rows[word * features.length + i] = 1
  }
  for (const { quote, kind, status } of triggers) {
    mark(quote, `kind:${kind}`)
    mark(quote, `status:${status}`)
  }
  for (const { quote, kind } of mentions) mark(quote, `mention:${kind}`)
  for (const { holder, cue } of attributions) {
    mark(holder, 'holder')
    mark(cue, 'cue')
  }
  return rows
}

/** By the id of the lexicon's trigger. */
function pairsOf(
  { roles, harms, attributions, same }: Labels,
  triggers: ReadonlyMap<string, WordSpan | null>,
  mentions: ReadonlyMap<string, WordSpan | null>,
  at: (quote: Quote | null) => WordSpan | null,
  { lexicalRelations }: ModelLabels,
): ReadonlyMap<string, readonly LexicalPair[]> {
  const relations = new Map(lexicalRelations.map((name, i) => [name, i]))
  const pairs = new Map<string, LexicalPair[]>([...triggers.keys()].map(id => [id, []]))
  const add = (trigger: string, span: WordSpan | null | undefined, name: string): void => {
    const relation = relations.get(name)
    if (span && relation !== undefined) pairs.get(trigger)?.push({ ...span, relation })
  }
  for (const { trigger, mention, role } of roles) add(trigger, mentions.get(mention), role)
  for (const { trigger, count, what } of harms) add(trigger, mentions.get(count), `harm:${what}`)
  for (const { holder, cue, covers } of attributions) {
    for (const { trigger, about } of covers) {
      for (const words of [holder, cue]) add(trigger, at(words), holder ? `about:${about}` : 'hedge')
    }
  }
  for (const { kind, a, b } of same) {
    if (kind !== 'trigger') continue
    add(a, triggers.get(b), 'same')
    add(b, triggers.get(a), 'same')
  }
  return pairs
}

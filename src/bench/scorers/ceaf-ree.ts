import { countPairs } from './assignment.js'
import { type Tally, tallyOf } from './tally.js'

/** An entity: the names by which the text mentions it. */
export type Entity = readonly string[]

/** Lower case, without punctuation (of ASCII, as in the published scorer) and articles. */
export function plainMention(mention: string): string {
  return mention
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
}

/**
 * CEAF-REE (Du, Rush and Cardie 2021) of one role in one text: the system's entities are aligned one to one with the
 * gold's; an entity is right where all its mentions are mentions of the gold entity that it is aligned with.
 */
export function ceafRee(gold: readonly Entity[], system: readonly Entity[]): Tally {
  const plain = (entities: readonly Entity[]): ReadonlySet<string>[] =>
    entities.map(entity => new Set(entity.map(plainMention)))
  const right = countPairs(plain(gold), plain(system), (g, s) => s.size > 0 && [...s].every(m => g.has(m)))
  return tallyOf(right, gold.length, system.length)
}

import type { HarmLink, Mention } from '../../model/labels.js'
import type { Scored } from './scored.js'
import { type WordSpan, wordsAt } from './windows.js'

/** A link to harm, with the count that it rests on. */
export interface CountedHarm extends HarmLink {
  readonly mention: Mention
}

/** What harm the lexicon ties to the words of a trigger: the model misses much that its rules see. */
export function heardHarm({ words, lexical }: Scored): (at: WordSpan) => readonly CountedHarm[] {
  const counts = new Map(lexical.mentions.map(mention => [mention.id, mention]))
  const triggers = new Map(lexical.triggers.map(({ id, quote }) => [id, wordsAt(words, quote)]))
  const byWord = new Map<number, CountedHarm[]>()
  for (const harm of lexical.harms) {
    const [at, mention] = [triggers.get(harm.trigger), counts.get(harm.count)]
    for (let word = at?.first ?? 0; at && mention && word <= at.last; word++) {
      byWord.set(word, [...(byWord.get(word) ?? []), { ...harm, mention }])
    }
  }
  return ({ first, last }) => {
    const found = new Map<string, CountedHarm>()
    for (let word = first; word <= last; word++) {
      for (const harm of byWord.get(word) ?? []) found.set(harm.count, harm)
    }
    return [...found.values()]
  }
}

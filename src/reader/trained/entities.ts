import type { Mention } from '../../model/labels.js'
import type { Quote } from '../../model/span.js'
import { quoteAt } from '../../text/quote.js'
import { taggedSpans } from './layers.js'
import { spanOf } from './runs.js'
import type { Scored } from './scored.js'
import { wordsAt } from './windows.js'

/** The layers of named things, and what kind of mention each is. */
const layers: readonly (readonly [layer: string, kind: Mention['kind']])[] = [
  ['rOrganisation', 'actor'],
  ['rPerson', 'actor'],
  ['rLocation', 'place'],
  ['rWeapon', 'means'],
  ['rMilitaryPlatform', 'means'],
]

/**
 * All mentions of a report: those that take part in an event, and what is named beside them, by which places and names are
 * resolved. Places and times are the lexicon's, and the model's where the lexicon sees none.
 */
export function allMentions(scored: Scored, taking: readonly Mention[]): Mention[] {
  const { body, words, lexical, by } = scored
  const all = [...taking]
  const taken = new Set(taking.flatMap(({ kind, quote }) => keysOf(scored, kind, quote)))
  const add = (mention: Omit<Mention, 'id'>): void => {
    const keys = keysOf(scored, mention.kind, mention.quote)
    if (keys.some(key => taken.has(key))) return
    for (const key of keys) taken.add(key)
    all.push({ ...mention, id: `p${all.length - taking.length}` })
  }
  for (const mention of lexical.mentions) {
    if (mention.kind === 'place' || mention.kind === 'time') add(mention)
  }
  for (const [layer, kind] of layers) {
    for (const span of taggedSpans(scored, layer)) {
      const quote = quoteAt(body, spanOf(words, span))
      // "The border" is a place of its own to those who labelled for the model, and names none.
      if (kind !== 'place' || /\p{Lu}/u.test(quote.exact)) add({ quote, kind, by, score: null })
    }
  }
  return all
}

/** One for each word that a mention of a kind covers. */
function keysOf({ words }: Scored, kind: Mention['kind'], quote: Quote): string[] {
  const at = wordsAt(words, quote)
  return at ? Array.from({ length: at.last - at.first + 1 }, (_, i) => `${kind} ${at.first + i}`) : []
}

import type { Mention } from '../../model/labels.js'
import { overlaps, quoteAt } from '../../text/quote.js'
import { taggedSpans } from './layers.js'
import { spanOf } from './runs.js'
import type { Scored } from './scored.js'

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
 * resolved; where the model and the lexicon differ on the latter, the model's are taken, but for places, times and counts.
 */
export function allMentions(scored: Scored, taking: readonly Mention[]): Mention[] {
  const { body, words, lexical, by } = scored
  const all = [...taking]
  const isNew = ({ kind, quote }: Pick<Mention, 'kind' | 'quote'>): boolean =>
    !all.some(known => known.kind === kind && overlaps(known.quote, quote))
  let made = 0
  for (const [layer, kind] of layers) {
    for (const span of taggedSpans(scored, layer)) {
      const quote = quoteAt(body, spanOf(words, span))
      if (isNew({ kind, quote })) all.push({ id: `p${made++}`, quote, kind, by, score: null })
    }
  }
  for (const mention of lexical.mentions) {
    const isResolved = mention.kind === 'place' || mention.kind === 'time'
    if (isResolved && isNew(mention)) all.push({ ...mention, id: `p${made++}` })
  }
  return all
}

import { kinds } from '../../codebook/index.js'
import type { Mention, Trigger } from '../../model/labels.js'
import { overlaps } from '../../text/quote.js'
import type { Surroundings } from './actors.js'
import type { Phrase } from './chunks.js'
import { piecesAt } from './pieces.js'
import { isTie } from './ties.js'

const instrumental = new Set(['with', 'by', 'using', 'of', 'in', 'from', 'via'])

/** The weapons and vehicles with which a violent event is told to be done: those of its own phrase and clause. */
export function instrumentsOf({ parsed, mentions }: Surroundings, trigger: Trigger): Mention[] {
  const at = piecesAt(parsed, trigger.quote)
  const isForce = kinds[trigger.kind].family === 'violence' || trigger.kind === 'crowd-control'
  if (!at || !isForce) return []
  const own = parsed.phraseAt(at.first)
  const clause = parsed.clauses.find(({ verb }) => verb >= at.first && verb <= at.last)
  const hanging = parsed.after(Math.max(own?.last ?? 0, at.last))
  const phrases: readonly Phrase[] = [
    ...(own ? [own] : []),
    ...(clause ? clause.subject : []),
    ...(clause && isTie(parsed.pieces[clause.verb]?.lemma, 'wields') ? clause.object : []),
    ...[...hanging.prepositions, ...(clause?.prepositions ?? [])].flatMap(({ word, phrases: list }) =>
      instrumental.has(word) ? list : [],
    ),
  ]
  return mentions.filter(({ kind, quote }) => {
    if (kind !== 'means') return false
    return phrases.some(({ first, last }) => {
      const [start, end] = [parsed.pieces[first]?.start, parsed.pieces[last]?.end]
      return start !== undefined && end !== undefined && overlaps(quote, { start, end })
    })
  })
}

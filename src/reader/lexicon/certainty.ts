import type { Certainty } from '../../model/vocabulary.js'
import type { Parsed } from './clauses.js'
import type { Filler } from './slots.js'
import { isTie } from './ties.js'
import { groupStart, verbBefore } from './verbs.js'

const doubting = /^(suspected|alleged|presumed|accused|supposed|apparent)$/

/** How sure the text is that a filler took part (codebook section 2): blamed, said by itself, denied, or plainly stated. */
export function certaintyOf(parsed: Parsed, filler: Filler, trigger: number): Certainty {
  const { pieces } = parsed
  const words = pieces.slice(filler.first, filler.last + 1)
  if (words.some(({ lower }) => doubting.test(lower))) return 'suspected'
  if (filler.slot !== 'subject' && filler.slot !== 'by') return 'stated'
  const verb = filler.through ?? governorOf(parsed, trigger)
  const lemma = pieces[verb]?.lemma
  if (isTie(lemma, 'blames')) return 'suspected'
  if (filler.through === null && isTie(lemma, 'suspects') && isPassiveAt(parsed, verb)) return 'suspected'
  // "claimed responsibility for bombing", "admitted to killing": of itself; "believed to have killed" is of others.
  if (filler.through === null && isPassiveAt(parsed, verb) && !isTie(lemma, 'claims')) return 'stated'
  if (isTie(lemma, 'denies')) return 'denied'
  return isTie(lemma, 'claims') ? 'claimed' : 'stated'
}

/** The verb that an infinitive, or a participle after a preposition, hangs on; -1 for any other form. */
function governorOf(parsed: Parsed, verb: number): number {
  const { pieces } = parsed
  const start = groupStart(parsed, verb)
  const isInfinitive = pieces.slice(start, verb).some(({ lower }) => lower === 'to')
  const isGerund = pieces[verb]?.lower.endsWith('ing') && /^(ADP|SCONJ)$/.test(pieces[start - 1]?.pos ?? '')
  return isInfinitive || isGerund ? verbBefore(parsed, start - 1) : -1
}

const isPassiveAt = ({ clauses, pieces }: Parsed, at: number): boolean =>
  clauses.some(({ verb, passive }) => verb === at && (passive || /ed$/.test(pieces[at]?.lower ?? '')))

import type { Mention, Trigger } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import type { Certainty } from '../../model/vocabulary.js'
import { overlaps } from '../../text/quote.js'
import { certaintyOf } from './certainty.js'
import { isQuoteMark, type Phrase, withClosingMark } from './chunks.js'
import type { Parsed } from './clauses.js'
import { isActorLike, isPronoun, isQuantity } from './fitness.js'
import { frameOf } from './frames.js'
import { spanOf } from './layout.js'
import { isPersonNoun } from './nouns.js'
import { piecesAt } from './pieces.js'
import { isAreaNoun } from './place-nouns.js'
import { antecedentOf, type Topic } from './pronouns.js'
import { type Filler, fillersOf } from './slots.js'
import { isTie } from './ties.js'

/** Somebody's part in an event, and the rule that found it. */
export interface Part {
  readonly role: 'initiator' | 'target'
  readonly span: Span
  readonly certainty: Certainty
  readonly by: string
}

/** What is known around a trigger: its sentence, what stands in it, and whom the sentence before was about. */
export interface Surroundings {
  readonly parsed: Parsed
  readonly triggers: readonly Trigger[]
  readonly mentions: readonly Mention[]
  readonly topics: readonly Topic[]
  readonly before: readonly Topic[]
}

/** Who takes part in what a trigger tells, by its kind's frame. What is a time or another event takes no part. */
export function partsOf(around: Surroundings, trigger: Trigger): Part[] {
  const { parsed, mentions } = around
  const at = piecesAt(parsed, trigger.quote)
  if (!at) return []
  const frame = frameOf(trigger.kind, parsed.pieces[at.first]?.lemma ?? '')
  return fillersOf(parsed, at.first, at.last).flatMap(filler => {
    const role = frame.part(filler.slot)
    const span = wordsOf(parsed, filler)
    if (!role || isUnfit(around, filler, span) || isWeapon(around, filler, span, at.first)) return []
    const mustAct = role === 'initiator' || !frame.aimsAtThings
    if (mustAct && !isActorLike(parsed, filler.first, filler.last, mentions)) return []
    const certainty = certaintyOf(parsed, filler, at.first)
    const word = parsed.pieces[filler.last]?.text ?? ''
    const meant = isPronoun(word) ? antecedentOf(word, filler.first, around.topics, around.before) : null
    return [
      meant
        ? { role, certainty, span: meant, by: `lexicon:${filler.slot}:pronoun` }
        : { role, certainty, span, by: `lexicon:${filler.slot}` },
    ]
  })
}

/** Times, words that tell events and "whose" fill no part. */
function isUnfit({ parsed, triggers, mentions }: Surroundings, { first }: Filler, span: Span): boolean {
  return (
    parsed.pieces[first]?.lower === 'whose' ||
    mentions.some(({ kind, quote }) => kind === 'time' && overlaps(quote, span)) ||
    triggers.some(({ quote }) => overlaps(quote, span))
  )
}

/** "planted a bomb", "shells hit": what a verb wields is no target, and a weapon does nothing by itself. */
function isWeapon({ parsed, mentions }: Surroundings, { slot }: Filler, span: Span, verb: number): boolean {
  const isBare = mentions.some(({ kind, quote }) => kind === 'means' && sameSpan(quote, span))
  if ((slot === 'subject' || slot === 'by') && isBare) return true
  const isWielded = slot === 'object' && isTie(parsed.pieces[verb]?.lemma, 'wields')
  return isWielded && mentions.some(({ kind, quote }) => kind === 'means' && overlaps(quote, span))
}

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

/** A filler's words: without "the", with whom "dozens of" counts or what "the city of" names, or the name beside them. */
function wordsOf(parsed: Parsed, { first, last }: Filler): Span {
  const { pieces } = parsed
  const head = pieces[last]?.lower ?? ''
  const beside = isPersonNoun(pieces[last]?.lemma ?? '') ? nameBeside(parsed, last) : undefined
  if (beside) return spanOf(parsed, beside)
  let from = first
  while (from < last && pieces[from]?.lower === 'the') from++
  // A name that is quoted as a whole stands without its marks.
  const quoted = isQuoteMark(pieces[from]) && from < last ? withClosingMark(pieces, from, last) : last
  if (isQuoteMark(pieces[from]) && from < last && !pieces.slice(from + 1, last + 1).some(isQuoteMark)) {
    return spanOf(parsed, { first: from + 1, last: quoted > last ? quoted - 1 : last })
  }
  const opensOf = pieces[last + 1]?.lower === 'of' && (isQuantity(head) || isAreaNoun(head))
  const named = opensOf ? parsed.phraseAt(last + 2) : undefined
  // Of "anti-Assad" and "US-led" the name alone.
  const prefix = /^anti-/i.exec(pieces[from]?.text ?? '')?.[0].length ?? 0
  const suffix = named ? 0 : (/-led$/i.exec(head)?.[0].length ?? 0)
  return {
    start: (pieces[from]?.start ?? 0) + prefix,
    end: (pieces[withClosingMark(pieces, from, named?.last ?? last)]?.end ?? 0) - suffix,
  }
}

/** "the group's leader, Abu Omar,": the name set off by commas after an office. */
function nameBeside({ pieces, phraseAt }: Parsed, last: number): Phrase | undefined {
  const phrase = pieces[last + 1]?.text === ',' ? phraseAt(last + 2) : undefined
  const isName = phrase && pieces[phrase.head]?.pos === 'PROPN' && pieces[phrase.first]?.pos === 'PROPN'
  return isName && /^[,.]$/.test(pieces[phrase.last + 1]?.text ?? '.') ? phrase : undefined
}

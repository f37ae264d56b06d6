import type { Phrase } from './chunks.js'
import type { Clause, Parsed } from './clauses.js'
import type { Prepositional } from './following.js'
import type { Slot } from './frames.js'
import { isPossessive } from './mend-tags.js'
import { isActorNoun, isPersonNoun } from './nouns.js'
import type { Piece } from './piece.js'
import { isTie } from './ties.js'

/** A phrase with the place in which it stands for a trigger. */
export interface Filler {
  readonly slot: Slot
  /** Pieces, both included. */
  readonly first: number
  readonly last: number
  /** The verb that ties it to the trigger, where that is another word ("carried out the attack"). */
  readonly through: number | null
}

/** What stands around the pieces of a trigger, by place. */
export function fillersOf(parsed: Parsed, first: number, last: number): Filler[] {
  for (let i = first; i <= last; i++) {
    const clause = parsed.clauses.find(({ verb }) => verb === i)
    if (clause) return ofVerb(parsed, clause, last)
  }
  return ofNoun(parsed, first, last)
}

function ofVerb(parsed: Parsed, clause: Clause, last: number): Filler[] {
  const verb = parsed.pieces[clause.verb]
  const rest = last > clause.verb ? parsed.after(last) : clause
  const bare = rest.object.length === 0 && isTie(verb?.lemma, 'needs object') && !verb?.lower.endsWith('ing')
  const passive = clause.passive || bare || isTie(verb?.lemma, 'suffers')
  const to = (phrases: readonly Phrase[], slot: Slot): Filler[] => phrases.map(p => filler(p, slot, null))
  return [
    ...to(clause.subject, passive ? 'object' : 'subject'),
    ...to(rest.object, 'object'),
    ...prepositional(rest.prepositions, passive, last),
    ...(passive ? [] : [...rest.object.flatMap(object => doersOf(parsed, object)), ...told(parsed, last)]),
  ]
}

/** Whose doing the object is: "condemned Vareth's arrest of", "a rebel attack", "the attack by rebels". */
function doersOf(parsed: Parsed, object: Phrase): Filler[] {
  const by = parsed.after(object.last).prepositions.filter(({ word }) => word === 'by')
  const agents = by.flatMap(({ phrases }) => phrases.map(p => filler(p, 'theirs', null)))
  return [...owners(parsed, object, object.head).map(owner => ({ ...owner, slot: 'theirs' })), ...agents]
}

/** Of whom a clause tells: "demanded that **Vareth** leave", "called for **Vareth** to leave". */
function told(parsed: Parsed, last: number): Filler[] {
  const opener = parsed.pieces[last + 1]?.lower
  const phrase = parsed.phraseAt(last + 2)
  if (!phrase || (opener !== 'that' && opener !== 'for')) return []
  const isInfinitive = parsed.pieces[phrase.last + 1]?.lower === 'to'
  return opener === 'that' || isInfinitive ? parsed.joined(phrase).map(p => filler(p, 'that', null)) : []
}

function prepositional(prepositions: readonly Prepositional[], agent: boolean, from: number): Filler[] {
  return prepositions.flatMap(({ word, phrases }) => {
    const [opening] = phrases
    // "of" tells whose only where it directly follows.
    const belongs = word !== 'of' || opening?.first === from + 2
    return (word === 'by' && !agent) || !belongs ? [] : phrases.map(p => filler(p, word, null))
  })
}

const filler = ({ first, last }: Phrase, slot: Slot, through: number | null): Filler => ({
  slot,
  first,
  last,
  through,
})

function ofNoun(parsed: Parsed, first: number, last: number): Filler[] {
  const phrase = parsed.phraseAt(first)
  const before = phrase && isParticiple(parsed, first) && phrase.head > last
  // "captured members": a participle before whom it was done to.
  if (before) return [{ slot: 'object', first: last + 1, last: phrase.last, through: null }]
  if (!phrase) return prepositional(parsed.after(last).prepositions, true, last)
  const own =
    phrase.last > last ? [] : prepositional(parsed.after(phrase.last).prepositions, true, phrase.last)
  return [...owners(parsed, phrase, first), ...own, ...throughVerbs(parsed, phrase), ...hits(parsed, phrase)]
}

/** What the noun is done to by way of a verb: "strikes destroyed **a bridge**", "an operation to free **Orlo**". */
function hits(parsed: Parsed, phrase: Phrase): Filler[] {
  return parsed.clauses.flatMap(({ verb, subject, object, passive }) => {
    const isAim = verb === phrase.last + 2 && parsed.pieces[phrase.last + 1]?.lower === 'to'
    const isHit = subject.includes(phrase) && isTie(parsed.pieces[verb]?.lemma, 'hits')
    return !passive && (isAim || isHit) ? object.map(p => filler(p, 'hit', verb)) : []
  })
}

const isParticiple = ({ pieces }: Parsed, at: number): boolean =>
  pieces[at]?.pos === 'ADJ' && /(ed|en)$/.test(pieces[at]?.lower ?? '')

/** Who stands before the noun in its own phrase: "Russian", "the group's", "their", "US-led"; "anti-Assad" is against. */
function owners(parsed: Parsed, phrase: Phrase, noun: number): Filler[] {
  const { pieces } = parsed
  // "Russia's arrest of a critic" is Russia's doing, "his arrest" is done to him.
  const whose = pieces[phrase.last + 1]?.lower === 'of' ? 'owner' : 'whose'
  const opener = pieces[phrase.first]
  if (opener && phrase.first < noun && isPossessive(opener.lower)) {
    return [{ slot: whose, first: phrase.first, last: phrase.first, through: null }]
  }
  let end = noun - 1
  // "police raid", "rebel attack": a common noun for who did it, or to whom.
  const direct = pieces[end]
  if (direct?.pos === 'NOUN' && end >= phrase.first && isActorNoun(direct.lemma)) {
    return [{ slot: isPersonNoun(direct.lemma) ? 'whose' : 'owner', first: end, last: end, through: null }]
  }
  while (end >= phrase.first && !isOwning(pieces[end])) end--
  const last = pieces[end]
  if (end < phrase.first || !last) return []
  if (/^anti-/.test(last.lower)) return [{ slot: 'against', first: end, last: end, through: null }]
  const isGenitive = last.pos === 'PART'
  if (isGenitive) end--
  let start = end
  while (start > phrase.first && !['DET', 'PART', 'NUM'].includes(pieces[start - 1]?.pos ?? '')) start--
  return end < start ? [] : [{ slot: isGenitive ? whose : 'owner', first: start, last: end, through: null }]
}

const isOwning = (piece: Piece | undefined): boolean =>
  piece?.pos === 'PROPN' || piece?.pos === 'PART' || /-led$|^anti-/.test(piece?.lower ?? '')

// "said at a meeting", "left after talks": who did something there was there.
const attending = /^(at|in|during|after|before|ahead|following)$/

/** Who does the noun by way of a verb: "IS launched an attack", "the attack was carried out by IS", "blamed IS for it". */
function throughVerbs(parsed: Parsed, phrase: Phrase): Filler[] {
  return parsed.clauses.flatMap(clause => {
    const lemma = parsed.pieces[clause.verb]?.lemma
    const to = (phrases: readonly Phrase[], slot: Slot): Filler[] =>
      phrases.map(p => filler(p, slot, clause.verb))
    const after = (word: string): readonly Phrase[] =>
      clause.prepositions.filter(p => p.word === word).flatMap(({ phrases }) => phrases)
    const isObject = clause.object.includes(phrase)
    const within = clause.prepositions.find(({ phrases }) => phrases.includes(phrase))
    if (isTie(lemma, 'blames')) {
      if (clause.subject.includes(phrase) && clause.passive) return to(after('on'), 'subject')
      if (within?.word === 'for' || within?.word === 'of') {
        return to(clause.passive ? clause.subject : clause.object, 'subject')
      }
      return isObject ? to(after('on'), 'subject') : []
    }
    const forIt = within?.word === 'for' && (isTie(lemma, 'claims') || isTie(lemma, 'denies'))
    if (forIt || (within && isTie(lemma, 'takes part'))) return to(clause.subject, 'subject')
    if (clause.subject.includes(phrase) && clause.passive && isTie(lemma, 'does'))
      return to(after('by'), 'by')
    if (within && attending.test(within.word) && !clause.passive) return to(clause.subject, 'attends')
    if (!isObject) return []
    if (clause.passive) return isTie(lemma, 'gives') ? to(clause.subject, 'object') : []
    if (isTie(lemma, 'does') || isTie(lemma, 'claims')) return to(clause.subject, 'subject')
    return isTie(lemma, 'suffers') ? to(clause.subject, 'object') : []
  })
}

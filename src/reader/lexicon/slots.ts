import type { Phrase, Piece } from './chunks.js'
import type { Clause, Parsed, Prepositional } from './clauses.js'
import type { Slot } from './frames.js'
import { isPossessive } from './mend-tags.js'
import { isActorNoun, isPersonNoun } from './nouns.js'

/** A phrase with the place in which it stands for a trigger. */
export interface Filler {
  readonly slot: Slot
  /** Pieces, both included. */
  readonly first: number
  readonly last: number
  /** The verb that ties it to the trigger, where that is another word ("carried out the attack"). */
  readonly through: number | null
}

// Verbs whose subject does what their object names ("carried out an attack").
const doing = new Set(
  'cause initiate pursue reiterate spearhead win accelerate accept ratify escalate finish complete renew draw issue negotiate broker mediate set establish create mastermind orchestrate commit perpetrate fire drop wage do strike fight broadcast call seek take run provide voice show extend express lodge file maintain have intend increase renew step resume repeat drive build carry conduct launch stage perform commit mount make hold sign reach wage lead plan open start begin undertake execute unleash order deliver pay give provide send face use resume continue step join announce impose declare claim threaten offer stop end halt suspend direct organise organize coordinate intensify prepare attempt'.split(
    ' ',
  ),
)
// Verbs that need an object: without one they are passives cut short ("12 soldiers killed in Homs").
const transitive = new Set(
  'kill wound injure murder behead execute assassinate arrest detain jail imprison kidnap abduct capture free release displace evacuate expel deport destroy damage sentence convict ban deploy hit'.split(
    ' ',
  ),
)
// Verbs of taking part: their subject does what stands after their preposition ("engaged in fighting").
const partaking = new Set('go join take engage involve participate resort enter embark call'.split(' '))
// Verbs whose subject it is done to.
const suffering = new Set(
  'suffer face survive sustain endure die perish undergo receive plead stand'.split(' '),
)

// Verbs that hand their object to the subject of their passive ("was given a sentence").
const giving = new Set('give grant award offer deny hand send promise'.split(' '))

/** Whether a verb needs an object, so that without one it is a passive. */
export const isTransitive = (lemma: string): boolean => transitive.has(lemma)

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
  const bare = rest.object.length === 0 && transitive.has(verb?.lemma ?? '') && !verb?.lower.endsWith('ing')
  const passive = clause.passive || bare || suffering.has(verb?.lemma ?? '')
  const to = (phrases: readonly Phrase[], slot: Slot): Filler[] => phrases.map(p => filler(p, slot, null))
  return [
    ...to(clause.subject, passive ? 'object' : 'subject'),
    ...to(rest.object, 'object'),
    ...prepositional(rest.prepositions, passive, last),
  ]
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
  return [...owners(parsed, phrase, first), ...own, ...throughVerbs(parsed, phrase)]
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

/** Who does the noun by way of a verb: "IS launched an attack", "the attack was carried out by IS". */
function throughVerbs(parsed: Parsed, phrase: Phrase): Filler[] {
  return parsed.clauses.flatMap(clause => {
    const lemma = parsed.pieces[clause.verb]?.lemma ?? ''
    const isObject = clause.object.some(p => p === phrase)
    const isSubject = clause.subject.some(p => p === phrase)
    const within = clause.prepositions.some(({ phrases }) => phrases.includes(phrase))
    if (within && partaking.has(lemma)) return clause.subject.map(p => filler(p, 'subject', clause.verb))
    const by = clause.prepositions.filter(({ word }) => word === 'by').flatMap(({ phrases }) => phrases)
    if (isSubject && clause.passive && doing.has(lemma)) return by.map(p => filler(p, 'by', clause.verb))
    if (isObject && clause.passive && giving.has(lemma))
      return clause.subject.map(p => filler(p, 'object', clause.verb))
    if (isObject && doing.has(lemma)) return clause.subject.map(p => filler(p, 'subject', clause.verb))
    if (isObject && suffering.has(lemma)) return clause.subject.map(p => filler(p, 'object', clause.verb))
    return []
  })
}

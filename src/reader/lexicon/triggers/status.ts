import { type Status, Status as Statuses } from '../../../model/vocabulary.js'
import { isMissedVerb } from '../mend-tags.js'
import type { TaggedSentence, Word } from '../tag.js'
import { clauseAround, isDefinite, verbGroup } from './context.js'
import { readRows } from './table.js'

/** How a word is told: its status, with the words that show it (none for a plain telling). */
export interface Told {
  readonly status: Status
  readonly cues: readonly Word[]
  /** Where the cue stands, as `status-cues.tsv` names it; `plain` where there is none. */
  readonly by: string
}

/** The status that each word shows, by where it stands; null where it shows that nothing is told. */
type Cues = ReadonlyMap<string, ReadonlyMap<string, Status | null>>
const cues = loadCues()

const plain: Told = { status: 'asserted', cues: [], by: 'plain' }
const told = (by: string, status: Status, cue: Word): Told => ({ status, cues: [cue], by })

/**
 * How the words from `i` to `last` are told; null where they are an aim ("to clear the town") or refused ("refused to
 * leave"), or any one ("any attack"), which are no events.
 */
export function statusOf(sentence: TaggedSentence, i: number, last: number): Told | null {
  const word = sentence.words[i]
  const asVerb =
    (word?.pos === 'VERB' && (!word.lower.endsWith('ing') || verbGroup(sentence, i).helpers.length > 0)) ||
    (word !== undefined && isMissedVerb(word, sentence.words[i - 1], sentence.words[i + 1]))
  if (asVerb) return unlessOpen(sentence, i, ofVerb(sentence, i), /ed$/.test(word.lower) ? null : last)
  const own = ofPhrase(sentence, i) ?? ofPredicate(sentence, last)
  if (isDefinite(sentence, i)) return own ?? ofTime(sentence, i, last) ?? plain
  return unlessOpen(sentence, i, own ?? ofGoverned(sentence, i), last)
}

/** A plain telling is none under a condition, or where its time is to come. */
function unlessOpen(sentence: TaggedSentence, i: number, own: Told | null, last: number | null): Told | null {
  if (own?.status !== 'asserted') return own
  if (sentence.words.slice(Math.max(0, i - 2), i).some(({ lower }) => lower === 'any')) return null
  return ofCondition(sentence, i) ?? (last === null ? null : ofTime(sentence, i, last)) ?? own
}

/** By the helpers of a verb: "would attack", "did not attack", "plans to attack". */
function ofVerb(sentence: TaggedSentence, i: number): Told | null {
  const { words } = sentence
  const { helpers, infinitive, from } = verbGroup(sentence, i)
  const modal = helpers.find(word => cueOf('helper', word) === 'prospective')
  if (modal) return told('helper', 'prospective', modal)
  const negation = helpers.find(word => cueOf('helper', word) === 'negated')
  if (negation && !helpers.some(({ lower }) => lower === 'only')) return told('helper', 'negated', negation)
  if (infinitive) return ofInfinitive(sentence, from)
  const nobody = emptySubject(words, from)
  if (nobody) return told('subject', 'negated', nobody)
  const joined = helpers.length === 0 ? joinedTo(words, i) : null
  if (joined !== null) return ofVerb(sentence, joined)
  const hedge = [...helpers, words[i + 1]].find(
    word => word?.pos === 'ADV' && cueOf('before', word) === 'attributed',
  )
  return hedge ? told('before', 'attributed', hedge) : plain
}

/** The word that says that nobody or nothing is the subject before a verb: "No soldier crossed", "none of them left". */
function emptySubject(words: readonly Word[], from: number): Word | null {
  for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
    const word = words[at]
    if (!word || ['VERB', 'AUX', 'PUNCT', 'SCONJ', 'CCONJ'].includes(word.pos)) return null
    if (cueOf('subject', word)) return word
  }
  return null
}

/** The verb before "and" that a bare verb shares its helpers with: "will repatriate and try them"; null if none. */
function joinedTo(words: readonly Word[], i: number): number | null {
  const word = words[i]
  if (words[i - 1]?.pos !== 'CCONJ' || word?.lower !== word?.lemma) return null
  for (let at = i - 2; at >= Math.max(0, i - 12); at--) {
    const before = words[at]
    if (before?.pos === 'VERB' && before.lower === before.lemma) return at
  }
  return null
}

/** By what "to" hangs on: a verb ("urged rebels to"), or a noun or adjective ("the decision to", "ready to"). */
function ofInfinitive(sentence: TaggedSentence, from: number): Told | null {
  for (let i = from - 1; i >= Math.max(0, from - 8); i--) {
    const word = sentence.words[i]
    if (!word || word.pos === 'PUNCT') return null
    const status = cueOf('infinitive', word)
    if (status === null) return null
    if (status && status !== 'asserted') return told('infinitive', status, word)
    if (status) return word.pos === 'VERB' ? ofVerb(sentence, i) : plain
    if (word.pos === 'VERB' || word.pos === 'SCONJ') return null
  }
  return null
}

/** By the words of the noun's own phrase, and what the phrase hangs on: "a possible attack", "threat of an attack". */
function ofPhrase(sentence: TaggedSentence, i: number): Told | null {
  const { words } = sentence
  const definite = isDefinite(sentence, i)
  const { from } = clauseAround(sentence, i)
  for (let at = i - 1; at >= Math.max(from, i - 7); at--) {
    const word = words[at]
    if (!word) break
    const pair = words[at + 1]
    const status = (pair && at + 1 < i && cueOf('before', word, pair)) || cueOf('before', word)
    if (status) return told('before', status, word)
    if (['VERB', 'AUX'].includes(word.pos)) break
    if (word.pos === 'ADP' && (definite || at < i - 1) && !cueNear(words, at - 1)) break
  }
  return null
}

const cueNear = (words: readonly Word[], at: number): boolean => {
  const [word, next] = [words[at], words[at + 1]]
  return word !== undefined && (cueOf('before', word) ?? (next && cueOf('before', word, next))) !== undefined
}

/** By the verb that a noun is the object or the subject of. */
function ofGoverned(sentence: TaggedSentence, i: number): Told | null {
  const { words } = sentence
  const { from, to } = clauseAround(sentence, i)
  for (let at = i - 1; at >= Math.max(from, i - 7); at--) {
    const pos = words[at]?.pos
    // "Go on hunger strike": the verb's own particle.
    if (pos === 'ADP' && at < i - 1 && words[at - 1]?.pos !== 'VERB') break
    if (pos !== 'VERB') continue
    const verb = ofVerb(sentence, at)
    if (verb?.status !== 'asserted') return verb
    break
  }
  const next = words.slice(i + 1, Math.min(to, i + 7)).find(({ pos }) => pos === 'VERB' || pos === 'AUX')
  return next?.pos === 'AUX' && cueOf('helper', next) === 'prospective'
    ? told('helper', 'prospective', next)
    : plain
}

/** By what is said of a noun as a happening: "talks are due", "the vote will be held", "the summit never took place". */
function ofPredicate({ words }: TaggedSentence, last: number): Told | null {
  let at = last + 1
  while (at < last + 7 && /^(NOUN|PROPN|ADJ|ADP|DET|NUM)$/.test(words[at]?.pos ?? '')) at++
  // "The talks that will be held in Kesh".
  if (/^(that|which)$/.test(words[at]?.lower ?? '')) at++
  const group: Word[] = []
  for (; /^(AUX|ADV|PART)$/.test(words[at]?.pos ?? '') && !isGenitive(words[at]); at++)
    group.push(...words.slice(at, at + 1))
  const [main, next] = words.slice(at, at + 2)
  if (!main) return null
  const shown =
    group.length > 0 ? (cueOf('predicate', main) ?? (next && cueOf('predicate', main, next))) : null
  if (shown) return told('predicate', shown, main)
  if (!cueOf('happening', main) && !(next && cueOf('happening', main, next))) return null
  const helper = group.find(word => cueOf('helper', word) || word.lower === 'to')
  return helper ? told('happening', cueOf('helper', helper) ?? 'prospective', helper) : null
}

const isGenitive = (word: Word | undefined): boolean => /^['’]s?$/.test(word?.lower ?? '')

/** By a time to come, beside a noun or a verb in the present: "elections next year", "tomorrow's talks". */
function ofTime(sentence: TaggedSentence, i: number, last: number): Told | null {
  const { words } = sentence
  const { from, to } = clauseAround(sentence, i)
  for (let at = Math.max(from, i - 4); at < Math.min(to, last + 6); at++) {
    const [word, next] = [words[at], words[at + 1]]
    if (at > last && word?.pos === 'VERB') return null
    const status = word && (cueOf('time', word) ?? (next && cueOf('time', word, next)))
    if (status) return told('time', status, word)
  }
  return null
}

/** By the word that opens the clause: "if", "unless". */
function ofCondition(sentence: TaggedSentence, i: number): Told | null {
  const { from } = clauseAround(sentence, i)
  const cue = sentence.words.slice(from, i).find(word => cueOf('clause', word))
  return cue ? told('clause', 'prospective', cue) : null
}

function cueOf(where: string, word: Word, next?: Word): Status | null | undefined {
  const at = cues.get(where)
  return next ? at?.get(`${word.lemma} ${next.lower}`) : (at?.get(word.lower) ?? at?.get(word.lemma))
}

function loadCues(): Cues {
  const loaded = new Map<string, Map<string, Status | null>>()
  for (const [status, where = '', words = ''] of readRows('./status-cues.tsv')) {
    const at = loaded.get(where) ?? new Map<string, Status | null>()
    loaded.set(where, at)
    for (const word of words.split(', ')) at.set(word, status === '-' ? null : Statuses.parse(status))
  }
  return loaded
}

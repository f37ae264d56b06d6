import type { Alternative } from '../../../model/sourced.js'
import { isMissedVerb } from '../mend-tags.js'
import type { TaggedSentence, Word } from '../tag.js'
import { clauseAround, isHyphen, type Range, verbGroup } from './context.js'
import { type Near, otherKinds } from './other-kinds.js'
import type { Condition, Entry, Table } from './table.js'

/** Words of a sentence that an entry of the table fits: from `first` to `last`, both included. */
export interface Match {
  readonly first: number
  readonly last: number
  readonly entry: Entry
  /** Other kinds that the same words could tell. */
  readonly others: readonly Alternative[]
}

/** Finds what the table knows of a sentence. No word is in two matches; words that tell nothing are left out. */
export function matchWords(sentence: TaggedSentence, table: Table): Match[] {
  const forms = sentence.words.map(formsOf)
  const found: Match[] = []
  const prepared = { sentence, forms, places: placesOf(forms) }
  for (let i = 0; i < forms.length; ) {
    const best = bestAt(prepared, i, table)
    if (best?.entry.kind) found.push(best)
    i = (best?.last ?? i) + 1
  }
  return found
}

/** The longest match wins; of equals the one with most conditions met, then the first in the table. */
function bestAt(prepared: Prepared, i: number, table: Table): Match | undefined {
  const { sentence, forms } = prepared
  let best: Omit<Match, 'others'> | undefined
  const met: Entry[] = []
  const near: Near[] = []
  const entries = new Set([...(forms[i] ?? [])].flatMap(form => table.get(form) ?? []))
  if (entries.size === 0) return undefined
  const clause = clauseAround(sentence, i)
  for (const entry of entries) {
    const last = lastOf(sentence.words, forms, i, entry)
    if (last === null || !isUsed(sentence, i, last, entry)) continue
    const unmet = unmetOf(entry, condition => isMet(condition, prepared, { first: i, last, clause }))
    if (unmet.length === 1) near.push({ entry, unmet: unmet[0] })
    if (unmet.length > 0) continue
    met.push(entry)
    if (!best || weight(entry) > weight(best.entry)) best = { first: i, last, entry }
  }
  return best && { ...best, others: otherKinds(best.entry, met, near) }
}

/** The conditions of a row that do not hold; two are enough to know that the row is far off. */
function unmetOf({ conditions }: Entry, isMet: (condition: Condition) => boolean): Condition[] {
  const unmet: Condition[] = []
  for (const condition of conditions) {
    if (!isMet(condition)) unmet.push(condition)
    if (unmet.length === 2) break
  }
  return unmet
}

const weight = ({ pattern, conditions }: Entry): number =>
  pattern.length * 10 + conditions.filter(({ wanted }) => wanted).length

type Forms = readonly ReadonlySet<string>[]

/** A sentence with the forms of its words, and where each form stands, in order. */
interface Prepared {
  readonly sentence: TaggedSentence
  readonly forms: Forms
  readonly places: ReadonlyMap<string, readonly number[]>
}

/** The words that an entry may fit, and the clause around them. */
interface At {
  readonly first: number
  readonly last: number
  readonly clause: Range
}

function placesOf(forms: Forms): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [i, all] of forms.entries()) {
    for (const form of all) {
      const before = places.get(form)
      if (before) before.push(i)
      else places.set(form, [i])
    }
  }
  return places
}

/** The dictionary forms that a word may have, the tagger's first: it knows no plural of new compounds or of names. */
function formsOf({ lower, lemma, pos }: Word): ReadonlySet<string> {
  const forms = new Set([lower, lemma])
  if (pos === 'PROPN') forms.add('NAME')
  if (pos === 'NUM') forms.add('NUMBER')
  const cut = (ending: string, ...put: string[]): void => {
    if (!lower.endsWith(ending) || lower.length < ending.length + 3) return
    const stem = lower.slice(0, -ending.length)
    for (const tail of put) forms.add(stem + tail)
    if (ending.length > 2 && stem.at(-1) === stem.at(-2)) forms.add(stem.slice(0, -1))
  }
  cut('s', '')
  cut('es', '')
  cut('ies', 'y')
  cut('ed', '', 'e')
  cut('ied', 'y')
  cut('ing', '', 'e')
  return forms
}

/** Where the entry's pattern ends if it begins at `i`, or null. One adverb may stand between two of its words. */
function lastOf(words: readonly Word[], forms: Forms, i: number, { pattern }: Entry): number | null {
  let at = i
  for (let slot = 1; slot < pattern.length; slot++) {
    const wanted = pattern[slot]
    const next = wanted === '*' ? pattern[++slot] : wanted
    const reach = wanted === '*' ? 5 : words[at + 1]?.pos === 'ADV' ? 2 : 1
    // "cease-fire" is "cease fire".
    if (isHyphen(words, at + 1)) at++
    let hit = at + 1
    while (hit <= at + reach && !(next instanceof Set && meets(forms[hit], next))) hit++
    if (hit > at + reach) return null
    at = hit
  }
  return at
}

const meets = (forms: ReadonlySet<string> | undefined, wanted: ReadonlySet<string>): boolean => {
  for (const form of forms ?? []) if (wanted.has(form)) return true
  return false
}

const mayBeVerb = ({ pos }: Word): boolean => ['NOUN', 'ADJ', 'PROPN'].includes(pos)
const isParticiple = (word: Word): boolean => mayBeVerb(word) && /(ed|ing)$/.test(word.lower)

/** Whether the word at `i` is used as the entry asks. The tagger takes participles for adjectives, and headlines for names. */
function isUsed(sentence: TaggedSentence, i: number, last: number, { use, pattern }: Entry): boolean {
  const { words } = sentence
  const word = words[i]
  if (!word || isHyphen(words, i - 1) || isHyphen(words, last + 1)) return false
  switch (use) {
    case 'verb':
      return (
        !isLabel(words, i) &&
        (word.pos === 'VERB' ||
          isMissedVerb(word, words[i - 1], words[i + 1]) ||
          (mayBeVerb(word) && (pattern.length > 1 || isBareVerb(words, i))) ||
          isParticiple(word))
      )
    case 'noun':
    case 'echo':
      return (isNoun(word, pattern[0]) || endsInNoun(words, i, last)) && !opensName(sentence, last)
    case 'effect':
      return ['VERB', 'NOUN', 'ADJ', 'PROPN'].includes(word.pos) && !isLabel(words, i)
  }
}

/** "tear gas", "sit-in": a phrase or a word with a hyphen, though the tagger takes its first part for a verb. */
const endsInNoun = (words: readonly Word[], first: number, last: number): boolean =>
  last > first && (isHyphen(words, first + 1) || /^(NOUN|PROPN)$/.test(words[last]?.pos ?? ''))

/** A verb's -ing form is a noun only where the table has it as one ("bombing"). */
function isNoun({ lower, lemma, pos }: Word, wanted: Entry['pattern'][number] | undefined): boolean {
  if (['NOUN', 'PROPN'].includes(pos)) return true
  const listed = wanted instanceof Set && wanted.has(lower)
  return listed && (pos === 'ADJ' || (pos === 'VERB' && lower.endsWith('ing') && lemma !== lower))
}

/** "to free prisoners", "rebels free 20 hostages": a verb that the tagger takes for what it also is. */
function isBareVerb(words: readonly Word[], i: number): boolean {
  const [before, word, next] = [words[i - 1], words[i], words[i + 1]]
  if (word?.pos === 'PROPN' || word?.lower !== word?.lemma) return false
  // "Militants free hostages".
  if (word?.pos === 'ADJ' && next?.pos === 'NOUN' && before?.lower.endsWith('s')) return before.pos !== 'VERB'
  return before?.lower === 'to'
    ? next?.pos !== 'ADP'
    : next?.pos === 'NUM' && /^(NOUN|PROPN|VERB)$/.test(before?.pos ?? '')
}

/** "War Museum", "Amnesty International": a name that goes on after the word is of something else. */
function opensName({ words }: TaggedSentence, last: number): boolean {
  const [word, next] = [words[last], words[last + 1]]
  // "In the Caucuses": a name where a place would stand.
  const [locative, article] = [words[last - 2], words[last - 1]]
  const stands = article?.lower === 'the' && /^(in|across|throughout|around)$/.test(locative?.lower ?? '')
  if (word?.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(word.text) && stands && !namesEvents.test(word.lower))
    return true
  if (!word || !next || !isCapital(word) || !isCapital(next) || calendar.test(next.lower)) return false
  if (!/^(NOUN|PROPN|ADJ)$/.test(next.pos) || namesEvents.test(word.lower)) return false
  // In a headline set as a title, or all in capitals, capitals show nothing.
  const long = words.filter(({ text }) => /^\p{L}{4,}$/u.test(text))
  return long.filter(isCapital).length < long.length * 0.7
}

// "Operation Cast Iron" is itself an event.
const namesEvents = /^(operation|exercise|battle|siege)$/
const isCapital = ({ text }: Word): boolean => /^\p{Lu}/u.test(text)
const calendar =
  /^((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/

/** "the besieged city", "captured fighters": a participle before its noun names and tells nothing. */
function isLabel(words: readonly Word[], i: number): boolean {
  const [word, next] = [words[i], words[i + 1]]
  const before = words[i - 1]?.pos === 'ADV' ? words[i - 2] : words[i - 1]
  if (!word || !/(ed|en|wn|ing)$/.test(word.lower)) return false
  const inPhrase =
    before && (before.pos === 'DET' || /^(his|her|its|their|our|my|your|'s|’s)$/.test(before.lower))
  const names = next && ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(next.pos)
  if (inPhrase) return names || !word.lower.endsWith('ing')
  if (word.lower.endsWith('ing') || !names) return false
  return (
    !before ||
    (['ADJ', 'NUM', 'ADP', 'VERB'].includes(before.pos) &&
      !/^(ha(ve|s|d|ving)|be|been|being)$/.test(before.lower))
  )
}

const isMet = (condition: Condition, prepared: Prepared, at: At): boolean =>
  holds(condition, prepared, at) === condition.wanted

function holds({ scope, words }: Condition, { sentence, places }: Prepared, at: At): boolean {
  const { first, last, clause } = at
  const any = ({ from, to }: Range): boolean => {
    for (const word of words) {
      if (places.get(word)?.some(i => i >= from && i < to && (i < first || i > last))) return true
    }
    return false
  }
  switch (scope) {
    case 'before':
      return any({ from: Math.max(clause.from, first - 2), to: first })
    case 'after':
      return any({ from: last + 1, to: Math.min(sentence.words.length, last + 4) })
    case 'object': {
      const passive = verbGroup(sentence, first).passive
      return any(
        passive
          ? { from: Math.max(clause.from, first - 8), to: first }
          : { from: last + 1, to: Math.min(Math.max(clause.to, last + 1), last + 8) },
      )
    }
    case 'clause':
      return any(clause)
    case 'sentence':
      return any({ from: 0, to: sentence.words.length })
    case 'name':
      return sentence.words[first]?.pos === 'PROPN'
    case 'passive':
      return verbGroup(sentence, first).passive
    case 'negated':
      return verbGroup(sentence, first).helpers.some(({ lower }) => /^(not|n't|n’t|never)$/.test(lower))
  }
}

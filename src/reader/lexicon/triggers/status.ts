import { type Status, Status as Statuses } from '../../../model/vocabulary.js'
import type { TaggedSentence, Word } from '../tag.js'
import { clauseAround, verbGroup } from './context.js'
import { readRows } from './table.js'

/** How a word is told: its status, with the words that show it (none for a plain telling). */
export interface Told {
  readonly status: Status
  readonly cues: readonly Word[]
}

/** The status that each word shows, by where it stands. */
type Cues = ReadonlyMap<string, ReadonlyMap<string, Status>>
const cues = loadCues()

const plain: Told = { status: 'asserted', cues: [] }

/** How the word at `i` is told; null where it is an aim ("to clear the town"), which is no event. */
export function statusOf(sentence: TaggedSentence, i: number): Told | null {
  const word = sentence.words[i]
  const asVerb = word?.pos === 'VERB' && !(word.lower.endsWith('ing') && !isProgressive(sentence, i))
  const own = asVerb ? ofVerb(sentence, i) : ofNoun(sentence, i)
  return own && own.status === 'asserted' ? (conditional(sentence, i) ?? own) : own
}

/** "is attacking", as against "accused of attacking". */
function isProgressive(sentence: TaggedSentence, i: number): boolean {
  return verbGroup(sentence, i).helpers.length > 0
}

function ofVerb(sentence: TaggedSentence, i: number): Told | null {
  const { words } = sentence
  const { helpers, infinitive, from } = verbGroup(sentence, i)
  const negation = helpers.find(word => cueOf('helper', word) === 'negated')
  if (infinitive) {
    const governor = governorOf(words, from - 1)
    const status = governor && cueOf('infinitive', governor)
    const modal = helpers.find(word => cueOf('helper', word) === 'prospective')
    if (negation) return { status: 'negated', cues: [negation] }
    if (modal) return { status: 'prospective', cues: [modal] }
    if (!status) return null
    if (status !== 'asserted') return { status, cues: [governor] }
    const at = words.indexOf(governor)
    return governor.pos === 'VERB' ? ofVerb(sentence, at) : plain
  }
  if (negation && !helpers.some(({ lower }) => lower === 'only'))
    return { status: 'negated', cues: [negation] }
  const modal = helpers.find(word => cueOf('helper', word) === 'prospective')
  if (modal) return { status: 'prospective', cues: [modal] }
  const hedge = [...helpers, words[i + 1]].find(
    word => word && cueOf('before', word) === 'attributed' && word.pos === 'ADV',
  )
  return hedge ? { status: 'attributed', cues: [hedge] } : plain
}

/** The word that a phrase ending right before `at` depends on: "urged [Israel] to", "threat [of a Turkish] attack". */
function governorOf(words: readonly Word[], at: number): Word | undefined {
  let i = at
  while (i >= 0) {
    const word = words[i]
    if (!word || word.pos === 'PUNCT' || word.pos === 'SCONJ') return undefined
    if (cueOf('infinitive', word) || word.pos === 'VERB') return word
    if (at - i > 6) return undefined
    i--
  }
  return undefined
}

function ofNoun(sentence: TaggedSentence, i: number): Told | null {
  const { words } = sentence
  const { from, to } = clauseAround(sentence, i)
  let at = i - 1
  let steps = 0
  for (; at >= from && steps < 7; at--) {
    const word = words[at]
    if (!word) break
    const cue = cueOf('before', word)
    if (cue) return { status: cue, cues: [word] }
    if (word.pos === 'VERB' || word.pos === 'AUX') break
    if (word.pos === 'ADP' && steps > 0 && words[at - 1] && !cueOf('before', words[at - 1] as Word)) break
    steps++
  }
  const verb = words[at]
  if (verb && at >= from && verb.pos === 'VERB') {
    const told = ofVerb(sentence, at)
    if (told?.status !== 'asserted') return told
  }
  for (let next = i + 1; next < to && next < i + 7; next++) {
    const word = words[next]
    if (!word || word.pos === 'VERB') break
    if (word.pos !== 'AUX') continue
    return cueOf('helper', word) === 'prospective' ? { status: 'prospective', cues: [word] } : plain
  }
  return plain
}

function conditional(sentence: TaggedSentence, i: number): Told | null {
  const { from } = clauseAround(sentence, i)
  const cue = sentence.words.slice(from, i).find(word => cueOf('clause', word))
  return cue ? { status: 'prospective', cues: [cue] } : null
}

function cueOf(where: string, word: Word): Status | undefined {
  const at = cues.get(where)
  return at?.get(word.lower) ?? at?.get(word.lemma)
}

function loadCues(): Cues {
  const loaded = new Map<string, Map<string, Status>>()
  for (const [status, where = '', words = ''] of readRows('./status-cues.tsv')) {
    const at = loaded.get(where) ?? new Map<string, Status>()
    loaded.set(where, at)
    for (const word of words.split(', ')) at.set(word, Statuses.parse(status))
  }
  return loaded
}

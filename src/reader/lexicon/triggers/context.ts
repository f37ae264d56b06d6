import type { TaggedSentence, Word } from '../tag.js'

/** A stretch of a sentence's words, by their places in it: half-open. */
export interface Range {
  readonly from: number
  readonly to: number
}

const breaks = new Set([',', ';', ':', '(', ')', '–', '—', '--', '-', '.', '!', '?', '[', ']'])
const openers = new Set(['who', 'which', 'because', 'although', 'though', 'while', 'where', 'when', 'whose'])

/** The words from one break (a mark, or a word that opens a clause) to the next, around the word at `i`. */
export function clauseAround({ words }: TaggedSentence, i: number): Range {
  let from = i
  while (from > 0 && !isBreak(words, from - 1)) from--
  let to = i + 1
  while (to < words.length && !isBreak(words, to)) to++
  return { from, to }
}

function isBreak(words: readonly Word[], i: number): boolean {
  const word = words[i]
  if (!word) return true
  if (openers.has(word.lower)) return true
  // A hyphen joins where nothing parts it from its neighbours.
  if (word.text === '-') return !isHyphen(words, i)
  return breaks.has(word.text)
}

/** Whether the mark at `i` ties its neighbours into one word ("US-backed"). */
export function isHyphen(words: readonly Word[], i: number): boolean {
  const [left, mark, right] = [words[i - 1], words[i], words[i + 1]]
  if (mark?.text !== '-') return false
  return left?.end === mark.start && right?.start === mark.end
}

/** What stands before a verb and says how it is told. */
export interface VerbGroup {
  /** The place of the first word of the group. */
  readonly from: number
  readonly helpers: readonly Word[]
  /** "to" right before the verb, adverbs aside. */
  readonly infinitive: boolean
  readonly passive: boolean
}

const helpers = new Set('be is are was were been being am get got have has had having do does did'.split(' '))

/** The auxiliaries, negations and adverbs that lead up to the verb at `i`. */
export function verbGroup({ words }: TaggedSentence, i: number): VerbGroup {
  let from = i
  const found: Word[] = []
  for (let at = i - 1; at >= 0; at--) {
    const word = words[at]
    if (!word || !(['AUX', 'ADV', 'PART'].includes(word.pos) || helpers.has(word.lower))) break
    if (word.lower === "'s" || word.lower === '’s') break
    found.unshift(word)
    from = at
  }
  const verb = words[i]
  const infinitive = found.some(({ lower }) => lower === 'to')
  const be = found.some(({ lower }) => /^(be|is|are|was|were|been|being|get|got|'re|’re)$/.test(lower))
  const passive = !verb?.lower.endsWith('ing') && (be || words[i + 1]?.lower === 'by')
  return { from, helpers: found, infinitive, passive }
}

const definite = /^(the|this|that|these|those|its|their|his|her|our|my|your|'s|’s|'|’)$/
const inPhrase = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'ADV', 'DET', 'PRON', 'PART', 'PUNCT'])

/** Whether the phrase that the noun at `i` heads is told as known: "the attack", "these strikes", "Turkey's offensive". */
export function isDefinite({ words }: TaggedSentence, i: number): boolean {
  for (let at = i - 1; at >= Math.max(0, i - 4); at--) {
    const word = words[at]
    if (!word || !inPhrase.has(word.pos)) return false
    if (definite.test(word.lower)) return true
    if (word.pos === 'DET' || (word.pos === 'PUNCT' && word.text !== '-')) return false
  }
  return false
}

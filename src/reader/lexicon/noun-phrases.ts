import type { Word } from './tag.js'

/** A noun phrase without what hangs on it: words `from` up to, not including, `to`; `head` is its last noun. */
export interface NounPhrase {
  readonly from: number
  readonly to: number
  readonly head: number
}

const determiners = new Set(['DET', 'NUM', 'ADJ'])
const nouns = new Set(['NOUN', 'PROPN'])
const genitive = /^['’]s?$/
// Words that stand alone as a phrase, or join clauses rather than begin one.
const relative = new Set(['who', 'whom', 'which', 'that', 'what', 'whoever', 'there', 'where', 'when'])
const personal = new Set(['i', 'we', 'you', 'he', 'she', 'it', 'they', 'him', 'them', 'me', 'us'])

/** Finds the noun phrases of a sentence in order of the text ("the army's two spokesmen", "Jeremy Hunt", "she"). */
export function nounPhrases(words: readonly Word[]): NounPhrase[] {
  const phrases: NounPhrase[] = []
  for (let i = 0; i < words.length; ) {
    const phrase = phraseAt(words, i)
    if (phrase) phrases.push(phrase)
    i = phrase ? phrase.to : i + 1
  }
  return phrases
}

function phraseAt(words: readonly Word[], from: number): NounPhrase | null {
  const first = words[from]
  if (!first || relative.has(first.lower)) return null
  if (first.pos === 'PRON' && personal.has(first.lower)) return { from, to: from + 1, head: from }
  let head = -1
  let to = from
  for (; to < words.length; to++) {
    const word = words[to]
    if (!word || relative.has(word.lower)) break
    if (nouns.has(word.pos)) head = to
    else if (genitive.test(word.text) && head === to - 1) continue
    else if (head >= 0 && !followsGenitive(words, to)) break
    else if (!canOpen(word, words[to + 1], to === from)) break
  }
  if (head >= 0) return { from, to: head + 1, head }
  // "many", "the two", "others": a determiner or number that stands for its noun.
  return to > from && first.pos === 'DET' && /^(many|some|others|both|several|all)$/.test(first.lower)
    ? { from, to, head: to - 1 }
    : null
}

const followsGenitive = (words: readonly Word[], at: number): boolean =>
  genitive.test(words[at - 1]?.text ?? '') || genitive.test(words[at - 2]?.text ?? '')

/** Whether a word may stand before the noun: "the", "her", "two", "senior", "US-backed", "wanted" (man). */
function canOpen(word: Word, next: Word | undefined, isFirst: boolean): boolean {
  if (determiners.has(word.pos) || /^(his|her|its|their|our|my|your)$/.test(word.lower)) return true
  if (/^[-–]$/.test(word.text)) return !isFirst
  return (
    !isFirst &&
    word.pos === 'VERB' &&
    /(ed|ing)$/.test(word.lower) &&
    next !== undefined &&
    nouns.has(next.pos)
  )
}

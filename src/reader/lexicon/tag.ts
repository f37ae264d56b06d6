import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Sentence } from '../../model/sentence.js'
import type { Span } from '../../model/span.js'

/** Universal part-of-speech tags. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE'

/** A word of the body with its part of speech and its dictionary form. */
export interface Word extends Span {
  readonly text: string
  readonly lower: string
  readonly lemma: string
  readonly pos: PartOfSpeech
}

export interface TaggedSentence {
  readonly sentence: Sentence
  /** In order of the text. */
  readonly words: readonly Word[]
}

const nlp = winkNLP(model, ['pos'])
// The tagger numbers the words that it knows; what it meets for the first time gets the next number.
const [firstUnknown = 0] = nlp.readDoc('qzxvkj').tokens().out(nlp.its.uniqueId) as number[]

/**
 * Tags the words of a sentence, one all in capitals as if in sentence case: there the words that the tagger does not know
 * are taken for names. Words that the tagger alters are left out; none is moved.
 */
export function tagSentence(body: string, sentence: Sentence): TaggedSentence {
  const text = body.slice(sentence.start, sentence.end)
  const capitals = isAllCapitals(text)
  const tagged = withoutRuns(capitals ? lowered(text) : text)
  const tokens = nlp.readDoc(tagged).tokens()
  const values = tokens.out(nlp.its.value) as string[]
  const parts = tokens.out(nlp.its.pos) as PartOfSpeech[]
  const numbers = tokens.out(nlp.its.uniqueId) as number[]
  // The tagger's types ask `lemma` for arguments that `out` supplies by itself.
  const lemmas = tokens.out(nlp.its.lemma as unknown as typeof nlp.its.value) as string[]
  const words: Word[] = []
  let cursor = 0
  for (const [i, value] of values.entries()) {
    const at = tagged.indexOf(value, cursor)
    // Between two full stops without a blank ("end..Then") the tagger sees an empty word.
    if (at < 0 || value === '') continue
    cursor = at + value.length
    const pos = parts[i] ?? 'X'
    const own = text.slice(at, cursor)
    const isName = capitals && pos === 'NOUN' && (numbers[i] ?? 0) >= firstUnknown
    words.push({
      start: sentence.start + at,
      end: sentence.start + cursor,
      text: own,
      lower: own.toLowerCase(),
      lemma: (isName || own.length > longestWord ? own : (lemmas[i] ?? value)).toLowerCase(),
      pos: isName ? 'PROPN' : pos,
    })
  }
  return { sentence, words }
}

/** What runs on longer without a blank is a link or no text (UTF-16 code units). */
const longestWord = 200

/** With each such run as one word of as many letters: the tagger takes cubic time in some, as in a row of links. */
function withoutRuns(text: string): string {
  return text.replace(/\S+/g, run => (run.length > longestWord ? 'x'.repeat(run.length) : run))
}

/** Whether a text is set in capitals, as old wire reports are: one word in capitals is an abbreviation. */
function isAllCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const small = text.match(/\p{Ll}/gu) ?? []
  return letters.length > 12 && small.length < letters.length / 10
}

/** In small letters, where that moves nothing. */
function lowered(text: string): string {
  return text.replace(/\p{Lu}/gu, letter => {
    const small = letter.toLowerCase()
    return small.length === letter.length ? small : letter
  })
}

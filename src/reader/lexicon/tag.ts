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

/** Tags the words of a sentence. Words that the tagger alters are left out; none is moved. */
export function tagSentence(body: string, sentence: Sentence): TaggedSentence {
  const text = body.slice(sentence.start, sentence.end)
  const tokens = nlp.readDoc(text).tokens()
  const values = tokens.out(nlp.its.value) as string[]
  const parts = tokens.out(nlp.its.pos) as PartOfSpeech[]
  // The tagger's types ask `lemma` for arguments that `out` supplies by itself.
  const lemmas = tokens.out(nlp.its.lemma as unknown as typeof nlp.its.value) as string[]
  const words: Word[] = []
  let cursor = 0
  for (const [i, value] of values.entries()) {
    const at = text.indexOf(value, cursor)
    if (at < 0) continue
    cursor = at + value.length
    words.push({
      start: sentence.start + at,
      end: sentence.start + cursor,
      text: value,
      lower: value.toLowerCase(),
      lemma: (lemmas[i] ?? value).toLowerCase(),
      pos: parts[i] ?? 'X',
    })
  }
  return { sentence, words }
}

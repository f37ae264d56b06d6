import type { Mention } from '../../model/labels.js'
import type { Sentence } from '../../model/sentence.js'
import type { Span } from '../../model/span.js'
import { contains } from '../../text/quote.js'
import type { Phrase } from './chunks.js'
import { type Parsed, parse } from './clauses.js'
import { isPronoun } from './fitness.js'
import { antecedentOf, type Topic, topicsOf } from './pronouns.js'
import { tagSentence } from './tag.js'

/** A noun phrase: where it stands, and the words that name whom it means. */
export interface NounPhrase extends Span {
  /** The phrase less what opens it ("the"); of a pronoun whom it stands for, if anybody. */
  readonly meant: Span
}

/** The noun phrases of sentences, in order. */
export function nounPhrases(
  body: string,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): NounPhrase[] {
  const inOrder = [...mentions].sort((a, b) => a.quote.start - b.quote.start)
  let next = 0
  let before: readonly Topic[] = []
  return sentences.flatMap(sentence => {
    const parsed = parse(tagSentence(body, sentence))
    const from = next
    while ((inOrder[next]?.quote.start ?? body.length) < sentence.end) next++
    const within = inOrder.slice(from, next).filter(({ quote }) => contains(sentence, quote))
    const topics = topicsOf(parsed, within)
    const found = parsed.phrases.map(phrase => nounPhrase(parsed, phrase, topics, before))
    before = topics.length > 0 ? topics.slice(0, 1) : before
    return found
  })
}

function nounPhrase(
  { pieces }: Parsed,
  { first, last }: Phrase,
  topics: readonly Topic[],
  before: readonly Topic[],
): NounPhrase {
  let from = first
  while (from < last && /^(the|an?|["“‘'])$/i.test(pieces[from]?.text ?? '')) from++
  const end = pieces[last]?.end ?? 0
  const word = pieces[last]?.text ?? ''
  const antecedent = isPronoun(word) ? antecedentOf(word, first, topics, before) : null
  return {
    start: pieces[first]?.start ?? 0,
    end,
    meant: antecedent ?? { start: pieces[from]?.start ?? 0, end },
  }
}

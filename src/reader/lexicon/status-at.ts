import type { Span } from '../../model/span.js'
import type { Status } from '../../model/vocabulary.js'
import { overlaps } from '../../text/quote.js'
import type { TaggedSentence } from './tag.js'
import { statusOf } from './triggers/status.js'

/**
 * How the words at a span are told, whether or not the table has a kind for them; null where they tell of nothing that
 * happened or may happen ("any attack", "to clear the town"), or stand outside the sentence.
 */
export function statusAt(sentence: TaggedSentence, span: Span): Status | null {
  const first = sentence.words.findIndex(word => overlaps(word, span))
  const last = sentence.words.findLastIndex(word => overlaps(word, span))
  return first < 0 ? null : (statusOf(sentence, first, last)?.status ?? null)
}

import type { Mention } from '../../model/labels.js'
import type { Known } from './known.js'
import type { TaggedSentence } from './tag.js'

/** Finds the words that may fill a role: actors, places, times, counts, means. */
export function findMentions(_body: string, _tagged: readonly TaggedSentence[], _known: Known): Mention[] {
  return []
}

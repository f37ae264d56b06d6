import type { Coreference, Trigger } from '../../../model/labels.js'
import type { TaggedSentence } from '../tag.js'
import { matchWords } from './match.js'
import { findSame, type Telling } from './same.js'
import { statusOf } from './status.js'
import { loadTable } from './table.js'

const table = loadTable()

/**
 * Finds the words that tell events, with the kind and status that the words around them show, and which of them tell of
 * one occurrence as far as words alone show it.
 */
export function findTriggers(
  body: string,
  tagged: readonly TaggedSentence[],
): { triggers: Trigger[]; same: Coreference[] } {
  const tellings = tagged.flatMap((sentence, place) =>
    matchWords(sentence, table).flatMap((match): Telling[] => {
      const told = statusOf(sentence, match.first, match.last)
      // "No deaths": a number of those harmed, not an event.
      const isNoHarm = match.entry.use === 'effect' && told?.status === 'negated'
      return told && match.entry.kind && !isNoHarm
        ? [{ sentence, place, match, kind: match.entry.kind, ...told }]
        : []
    }),
  )
  return findSame(body, tellings)
}

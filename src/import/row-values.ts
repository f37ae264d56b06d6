import type { SaidValue } from '../model/claim.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Sourced } from '../model/sourced.js'
import type { Quote } from '../model/span.js'
import type { HarmValue } from '../model/values.js'
import type { EventKind } from '../model/vocabulary.js'
import type { statedBy } from './reading.js'
import type { RowText } from './row-text.js'

/** People killed, in all. */
export const counted = (low: number | null, high: number | null): HarmValue => ({
  what: 'killed',
  low,
  high,
  vague: null,
  cumulative: false,
  partOf: null,
  of: null,
})

/** The voices that a cell names, parted by ";": whoever publishes the row cites them for the event. */
export function citedIn(
  row: RowText,
  column: string,
  from: ReturnType<typeof statedBy>,
): Sourced<SaidValue>[] {
  const names = row
    .cell(column)
    .split(';')
    .map(part => part.trim())
  return [...new Set(names)].flatMap(holder => {
    const quote = row.words(column, holder)
    return quote
      ? [
          from({ holder, holderType: null, stance: 'says', about: 'event', via: null, cue: null } as const, [
            quote,
          ]),
        ]
      : []
  })
}

/** The note on a code that tells another thing than the kind that stands for it. */
export const coarser = (code: string, kind: EventKind, lost: string, at: Quote): Diagnostic => ({
  code: 'kind-coarser',
  severity: 'info',
  message: `"${code}" is taken as ${kind}: ${lost}`,
  at,
  help: 'Correct the kind in a review if you know which it was.',
})

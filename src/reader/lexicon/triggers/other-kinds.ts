import type { Alternative } from '../../../model/sourced.js'
import type { EventKind } from '../../../model/vocabulary.js'
import type { Condition, Entry } from './table.js'

/** A row that fits but for one condition. */
export interface Near {
  readonly entry: Entry
  readonly unmet: Condition | undefined
}

/** How many of the kinds that lost are kept. */
const most = 3
/** How many words of a condition are kept. */
const mostWords = 6

/** The other kinds that a match's words could tell: by rows that fit too but say less, and by those that lack one condition. */
export function otherKinds(won: Entry, met: readonly Entry[], near: readonly Near[]): Alternative[] {
  const kinds = new Map<EventKind, Alternative>()
  const add = ({ kind }: Entry, lost: string): void => {
    if (kind !== null && kind !== won.kind && !kinds.has(kind))
      kinds.set(kind, { value: kind, score: null, lost })
  }
  if (won.kind === null) return []
  for (const entry of met) add(entry, 'lexicon:says-less')
  for (const { entry, unmet } of near) if (unmet) add(entry, `lexicon:unmet/${shortened(unmet)}`)
  return [...kinds.values()].slice(0, most)
}

function shortened({ text }: Condition): string {
  const words = text.split('|')
  return words.length > mostWords ? `${words.slice(0, mostWords).join('|')}|…` : text
}

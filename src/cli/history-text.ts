import type { HistoryLine } from '../review/index.js'
import { oneLine } from './terminal.js'

/** A decision in words: when, who, what, why, and what became of it. */
export function historyText({ review, text, undoneBy, loose }: HistoryLine): string {
  const { id, at, reviewer, blind, note } = review
  return [
    `${at}  ${oneLine(reviewer)}${blind ? ' (blind)' : ''} ${oneLine(text)}  ${id}`,
    note && `  note  ${oneLine(note)}`,
    undoneBy && `  undone by ${undoneBy}`,
    loose && `  does not fit the newest reading: ${oneLine(loose)}`,
  ]
    .filter(Boolean)
    .join('\n')
}

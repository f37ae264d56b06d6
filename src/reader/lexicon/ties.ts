import { readTable } from './role-tables.js'

/** How a verb ties those around it to what it is about (`ties.tsv`). */
export type Tie =
  | 'does'
  | 'takes part'
  | 'suffers'
  | 'gives'
  | 'needs object'
  | 'hands over'
  | 'blames'
  | 'claims'
  | 'denies'
  | 'suspects'
  | 'wields'
  | 'reports'
  | 'hits'

const ties: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...readTable(new URL('./ties.tsv', import.meta.url))].map(([verb, row]) => [
    verb,
    new Set((row.ties ?? '').split(', ')),
  ]),
)

/** Whether a verb, in its dictionary form, ties in this way. */
export function isTie(lemma: string | undefined, tie: Tie): boolean {
  return lemma !== undefined && (ties.get(lemma)?.has(tie) ?? false)
}

import { readFileSync } from 'node:fs'
import type { EventKind } from '../../model/vocabulary.js'

/** Where a phrase can stand for a trigger: the columns of `frames.tsv`. */
export type Slot = string

/** Which part in the event each slot gives. */
export interface Frame {
  readonly taken: boolean
  part(slot: Slot): 'initiator' | 'target' | null
}

const rows = readTable(new URL('./frames.tsv', import.meta.url))

/** The frame of a kind, or of one word of a kind where it has its own. */
export function frameOf(kind: EventKind, lemma: string): Frame {
  const row = rows.get(`${kind}:${lemma}`) ?? rows.get(kind) ?? rows.get('*') ?? {}
  return {
    taken: row.taken === 'yes',
    part: slot => (row[slot] === 'I' ? 'initiator' : row[slot] === 'T' ? 'target' : null),
  }
}

/** Rows of a table by their first column; lines that begin with `#` are notes. */
export function readTable(url: URL): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const lines = readFileSync(url, 'utf8').split('\n').filter(line => line.trim() && !line.startsWith('#'))
  const columns = (lines[0] ?? '').split('\t')
  return new Map(
    lines.slice(1).map(line => {
      const cells = line.split('\t')
      return [cells[0] ?? '', Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))]
    }),
  )
}

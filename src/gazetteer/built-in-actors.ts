import { readFileSync } from 'node:fs'
import type { ActorRow } from '../ports.js'
import { sha256 } from '../text/ids.js'
import { type ActorLine, actorLines } from './actor-table.js'

/** A table of actors that comes with the program. */
export interface BuiltInTable {
  readonly file: string
  /** What ids begin with: people are told from groups by it. */
  readonly kind: 'actor' | 'person'
  readonly text: string
  readonly lines: readonly ActorLine[]
  readonly digest: string
}

/** Reads `actors.tsv` and `leaders.tsv`. */
export function builtInTables(): BuiltInTable[] {
  return [['actors.tsv', 'actor' as const] as const, ['leaders.tsv', 'person' as const] as const].map(
    ([file, kind]) => {
      const text = readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')
      return { file, kind, text, lines: actorLines(text).lines, digest: sha256(text).slice(0, 8) }
    },
  )
}

/** Changes whenever the rows do. */
export const rowsDigest = (rows: readonly ActorRow[]): string => sha256(JSON.stringify(rows)).slice(0, 8)

import type { Kysely } from 'kysely'
import type { Tables } from './tables.js'
import type { TermIndex } from './term-index.js'

/** An open database of this version's schema. */
export interface Engine {
  readonly db: Kysely<Tables>
  readonly index: TermIndex
  /** Makes a transaction the only one that adds to the record, until it ends. */
  lock(tx: Kysely<Tables>): Promise<void>
  /** What the engine itself finds wrong with its files. */
  selfCheck(): Promise<readonly string[]>
}

import type { holderTypes } from '../model/holder-type.generated.js'

/** A row of `holder-nouns.tsv`, which says what its columns mean. */
export interface HolderNounRow {
  readonly where: 'any' | 'name' | 'head' | 'before' | 'alone'
  readonly type: (typeof holderTypes)[number] | 'speaks-for'
  readonly words: readonly string[]
}

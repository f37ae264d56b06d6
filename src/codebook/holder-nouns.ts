import type { HolderNounRow } from './holder-noun-row.js'
import { holderNounRows } from './holder-nouns.generated.js'

const byWhere = (where: HolderNounRow['where']): ReadonlyMap<string, HolderNounRow['type']> =>
  new Map(
    holderNounRows
      .filter(row => row.where === where)
      .flatMap(({ type, words }) => words.map(word => [word, type] as const)),
  )

/** What words for a holder tell of its type, by where they stand in it; small letters, nouns in the singular. */
export const holderNouns = {
  any: byWhere('any'),
  name: byWhere('name'),
  head: byWhere('head'),
  before: byWhere('before'),
  alone: byWhere('alone'),
}

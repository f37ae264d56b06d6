import { HarmKind } from '../../model/vocabulary.js'
import { readTable } from './role-tables.js'

/** What a word tells of harm to people, and where the harmed stand. */
export interface HarmWord {
  readonly what: HarmKind
  readonly harmed: string
}

const harmWords: ReadonlyMap<string, HarmWord> = new Map(
  [...readTable(new URL('./harm-words.tsv', import.meta.url))].map(([word, row]) => [
    word,
    { what: HarmKind.parse(row.what), harmed: row.harmed ?? '' },
  ]),
)

/** A word of harm by its dictionary form. */
export function harmWord(lemma: string): HarmWord | undefined {
  return harmWords.get(lemma)
}

/** Whether a word tells that people were killed or hurt. */
export function isHarmWord(lemma: string): boolean {
  const what = harmWords.get(lemma)?.what
  return what === 'killed' || what === 'injured' || what === 'harmed'
}

import type { RegionKind } from '../../../model/report.js'
import { bylineAuthor, bylineBy, bylineCredits } from './byline.js'
import { captionCredit, captionOpening } from './caption.js'
import { dateLine } from './date.js'
import { furnitureMarks, furniturePhrase, furnitureShare } from './furniture.js'
import { headlineAgain, headlineFirst, headlineGiven, headlineTwice } from './headline.js'
import { type BlockRule, folded, type Page } from './rule.js'

/** In order: the first rule that holds names the block. */
export const blockRules: readonly (BlockRule & { readonly why: string })[] = [
  { ...headlineAgain, why: 'before the other headline rules: a repeat must not become a second headline' },
  { ...headlineGiven, why: 'what was handed in beats what the text looks like' },
  { ...furnitureMarks, why: 'no words, so no later rule can say more' },
  { ...dateLine, why: 'before bylines and furniture: "Published by … on 3 May 2031" is worth its date' },
  {
    ...furniturePhrase,
    why: 'before headlines by look: "Subscribe to our newsletter" is short and unended too',
  },
  { ...furnitureShare, why: 'likewise' },
  { ...bylineCredits, why: 'before captions: it may end with an agency in brackets' },
  { ...bylineBy, why: 'names and nothing else' },
  { ...bylineAuthor, why: 'the page itself says who this is' },
  { ...captionOpening, why: 'plain by its first words' },
  { ...captionCredit, why: 'plain by its last words' },
  { ...headlineTwice, why: 'a first block said again at once is a title' },
  { ...headlineFirst, why: 'last, because it goes by look alone' },
]

export interface Marked {
  readonly kind: RegionKind
  readonly by: string
}

/** What no rule names is prose: text that may tell is never lost. */
export const proseByDefault: Marked = { kind: 'prose', by: 'prose:default' }

/** A block to be named: its words with white space folded, what is known of it, and what it is failing all rules. */
export interface Unnamed {
  readonly text: string
  readonly known: Marked | null
  readonly otherwise: Marked
}

/**
 * Names each block by what is known of it, else by the first rule that holds. Where the rules would take more than
 * half of the letters left to them for bylines, dates and furniture, they are not believed in that.
 */
export function markBlocks(
  blocks: readonly Unnamed[],
  facts: { readonly headline: string | null; readonly author: string | null },
): { marks: readonly Marked[]; doubted: boolean } {
  const headlines: string[] = []
  const page: Page = { ...facts, texts: blocks.map(({ text }) => text), headlines }
  const named = blocks.map(({ text, known, otherwise }, index) => {
    const rule = known === null ? blockRules.find(({ holds }) => holds(text, index, page)) : undefined
    const mark = known ?? (rule ? { kind: rule.kind, by: rule.id } : otherwise)
    if (mark.kind === 'headline') headlines.push(folded(text))
    return {
      mark,
      otherwise,
      taken: rule !== undefined && !tells(mark),
      letters: known === null && tells(otherwise) ? text.length : 0,
    }
  })
  const lettersOf = (some: typeof named): number => some.reduce((sum, { letters }) => sum + letters, 0)
  const doubted = lettersOf(named.filter(({ taken }) => taken)) * 2 > lettersOf(named)
  return { marks: named.map(({ mark, otherwise, taken }) => (doubted && taken ? otherwise : mark)), doubted }
}

const tells = ({ kind }: Marked): boolean => kind === 'prose' || kind === 'headline' || kind === 'caption'

/** A block's words as the rules see them. */
export const foldSpace = (text: string): string => text.replace(/\s+/g, ' ').trim()
export { folded }

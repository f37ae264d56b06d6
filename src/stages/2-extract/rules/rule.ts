import type { RegionKind } from '../../../model/report.js'

/** The blocks of a report's text, as a rule sees them. */
export interface Page {
  /** The words of each block, in order, white space folded to single spaces. */
  readonly texts: readonly string[]
  /** As handed in, or as the page's metadata has it; folded likewise. */
  readonly headline: string | null
  readonly author: string | null
  /** The blocks before the one at hand that were named headlines, folded. */
  readonly headlines: readonly string[]
}

/** Says of one block whether it is of the rule's kind. */
export interface BlockRule {
  /** Kept as the region's `by`. */
  readonly id: string
  readonly kind: RegionKind
  readonly holds: (text: string, index: number, page: Page) => boolean
}

/** A text with case, accents on quotation marks and white space taken away: for comparing headlines. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/^#+\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

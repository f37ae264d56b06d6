import { f1Of, type Prf, type Tally } from './tally.js'

/** Words in a shingle. */
const width = 4

/**
 * How much of a page's text was found and how much of what was found is its text: shingles of four words, as multisets
 * (scrapinghub/article-extraction-benchmark, evaluate.py). Counts are shares that sum to 1, so that long pages weigh no
 * more than short ones; all 0 where neither side has a word.
 */
export function shingleTally(gold: string, system: string): Tally {
  const [want, got] = [shinglesOf(gold), shinglesOf(system)]
  let [tp, fp, fn] = [0, 0, 0]
  for (const shingle of new Set([...want.keys(), ...got.keys()])) {
    const [wanted, found] = [want.get(shingle) ?? 0, got.get(shingle) ?? 0]
    tp += Math.min(wanted, found)
    fp += Math.max(0, found - wanted)
    fn += Math.max(0, wanted - found)
  }
  const sum = tp + fp + fn || 1
  return { tp: tp / sum, fp: fp / sum, fn: fn / sum }
}

/** Precision is the mean over pages for which something was found, recall over pages that have text; F1 is of the two means. */
export function scorePages(pages: readonly Tally[]): Prf {
  const mean = (shares: readonly number[]): number =>
    shares.length ? shares.reduce((sum, share) => sum + share, 0) / shares.length : 0
  const p = mean(pages.filter(({ tp, fp }) => tp + fp > 0).map(({ tp, fp }) => tp / (tp + fp)))
  const r = mean(pages.filter(({ tp, fn }) => tp + fn > 0).map(({ tp, fn }) => tp / (tp + fn)))
  return f1Of(p, r)
}

/** A text of fewer words than a shingle's is one shingle. */
function shinglesOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const shingles = new Map<string, number>()
  for (let i = 0; i < Math.max(1, words.length - width + 1); i++) {
    const shingle = words.slice(i, i + width).join(' ')
    if (shingle !== '') shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1)
  }
  return shingles
}

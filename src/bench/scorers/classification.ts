import { addTallies, prf, type Tally } from './tally.js'

/** A gold label beside the system's; null where the system gave none. */
export interface Labelled {
  readonly gold: string
  readonly system: string | null
}

export interface ClassificationScore {
  readonly micro: Tally
  /** Means of the labels' F1 over the labels that the gold holds, 0..1: unweighted, and by how often each is gold. */
  readonly macro: number
  readonly weighted: number
}

/** Single-label classification over labels that the gold holds. An abstention is a miss of the gold label only. */
export function scoreLabels(items: readonly Labelled[]): ClassificationScore {
  const labels = [...new Set(items.map(({ gold }) => gold))].sort()
  const count = (test: (item: Labelled) => boolean): number => items.filter(test).length
  const tallies = labels.map(label => ({
    tp: count(({ gold, system }) => gold === label && system === label),
    fp: count(({ gold, system }) => gold !== label && system === label),
    fn: count(({ gold, system }) => gold === label && system !== label),
  }))
  // A label that is never gold costs precision too, though it has no F1 of its own.
  const strangers = count(({ system }) => system !== null && !labels.includes(system))
  const mean = (weight: (tally: Tally) => number): number => {
    const weights = tallies.map(weight)
    const total = weights.reduce((a, b) => a + b, 0)
    const sum = tallies.reduce((s, tally, i) => s + prf(tally).f1 * (weights[i] ?? 0), 0)
    return total ? sum / total : 0
  }
  return {
    micro: addTallies(...tallies, { tp: 0, fp: strangers, fn: 0 }),
    macro: mean(() => 1),
    weighted: mean(({ tp, fn }) => tp + fn),
  }
}

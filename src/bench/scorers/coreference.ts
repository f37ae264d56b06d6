import { assign } from './assignment.js'
import { f1Of, type Prf } from './tally.js'

/** Mentions by name, in clusters that share none. */
export type Clusters = readonly (readonly string[])[]

export interface CoreferenceScore {
  readonly muc: Prf
  readonly b3: Prf
  readonly ceafE: Prf
  /** The mean of the three F1, 0..1. */
  readonly conll: number
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const share = (part: number, whole: number): number => (whole ? part / whole : 0)

/**
 * The CoNLL score of clusters over the same mentions (Pradhan et al. 2014), singletons kept: the mean of the F1 of MUC
 * (links), B³ (mentions) and CEAF-e (clusters aligned one to one by phi4).
 */
export function scoreClusters(gold: Clusters, system: Clusters): CoreferenceScore {
  const muc = f1Of(mucRecall(system, gold), mucRecall(gold, system))
  const b3 = f1Of(b3Recall(system, gold), b3Recall(gold, system))
  const aligned = ceafSimilarity(gold, system)
  const ceafE = f1Of(share(aligned, system.length), share(aligned, gold.length))
  return { muc, b3, ceafE, conll: (muc.f1 + b3.f1 + ceafE.f1) / 3 }
}

function clusterOf(clusters: Clusters): ReadonlyMap<string, number> {
  return new Map(clusters.flatMap((cluster, i) => cluster.map(mention => [mention, i] as const)))
}

/** How many mentions of a cluster each cluster of the other side holds; those of no cluster stand apart. */
function parts(cluster: readonly string[], other: ReadonlyMap<string, number>): number[] {
  const sizes = new Map<number | string, number>()
  for (const mention of cluster) {
    const part = other.get(mention) ?? mention
    sizes.set(part, (sizes.get(part) ?? 0) + 1)
  }
  return [...sizes.values()]
}

/** Of the links that hold the key's clusters together, the share that the response has. */
function mucRecall(key: Clusters, response: Clusters): number {
  const other = clusterOf(response)
  const kept = sum(key.map(cluster => cluster.length - parts(cluster, other).length))
  return share(kept, sum(key.map(cluster => cluster.length - 1)))
}

/** The mean, over the key's mentions, of the share of its cluster that the response puts with it. */
function b3Recall(key: Clusters, response: Clusters): number {
  const other = clusterOf(response)
  const kept = sum(
    key.flatMap(cluster =>
      [...cluster].map(mention => {
        const mine = other.get(mention)
        const together = mine === undefined ? 0 : cluster.filter(m => other.get(m) === mine).length
        return together / cluster.length
      }),
    ),
  )
  return share(kept, sum(key.map(cluster => cluster.length)))
}

/** The greatest total of phi4 (twice the shared mentions by the sum of the sizes) over one-to-one alignments. */
function ceafSimilarity(gold: Clusters, system: Clusters): number {
  const other = clusterOf(system)
  const phi = gold.map(cluster => {
    const shared = new Map<number, number>()
    for (const mention of cluster) {
      const j = other.get(mention)
      if (j !== undefined) shared.set(j, (shared.get(j) ?? 0) + 1)
    }
    return system.map((s, j) => (2 * (shared.get(j) ?? 0)) / (cluster.length + s.length))
  })
  return sum(assign(phi).map(([i, j]) => phi[i]?.[j] ?? 0))
}

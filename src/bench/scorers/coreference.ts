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

/** The clusters of one text. */
export interface ClusterItem {
  readonly gold: Clusters
  readonly system: Clusters
}

/**
 * The CoNLL score of clusters (Pradhan et al. 2014), pooled over texts, singletons kept if they are given: the mean of the
 * F1 of MUC (links), B³ (mentions) and CEAF-e (clusters of one text aligned one to one by phi4). A mention that one side
 * alone has is wrong there, as in version 8 of the reference scorer.
 */
export function scoreTexts(items: readonly ClusterItem[]): CoreferenceScore {
  const pooled = (part: (item: ClusterItem) => Part): number => {
    const parts = items.map(part)
    return share(sum(parts.map(([right]) => right)), sum(parts.map(([, of]) => of)))
  }
  const muc = f1Of(
    pooled(({ gold, system }) => mucRecall(system, gold)),
    pooled(({ gold, system }) => mucRecall(gold, system)),
  )
  const b3 = f1Of(
    pooled(({ gold, system }) => b3Recall(system, gold)),
    pooled(({ gold, system }) => b3Recall(gold, system)),
  )
  const aligned = items.map(({ gold, system }) => ({ gold, system, similar: ceafSimilarity(gold, system) }))
  const ceafE = f1Of(
    share(sum(aligned.map(({ similar }) => similar)), sum(aligned.map(({ system }) => system.length))),
    share(sum(aligned.map(({ similar }) => similar)), sum(aligned.map(({ gold }) => gold.length))),
  )
  return { muc, b3, ceafE, conll: (muc.f1 + b3.f1 + ceafE.f1) / 3 }
}

/** As `scoreTexts`, of clusters that run over all texts. */
export function scoreClusters(gold: Clusters, system: Clusters): CoreferenceScore {
  return scoreTexts([{ gold, system }])
}

/** What is right, of how much. */
type Part = readonly [right: number, of: number]

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
function mucRecall(key: Clusters, response: Clusters): Part {
  const other = clusterOf(response)
  const kept = sum(key.map(cluster => cluster.length - parts(cluster, other).length))
  return [kept, sum(key.map(cluster => cluster.length - 1))]
}

/** The mean, over the key's mentions, of the share of its cluster that the response puts with it. */
function b3Recall(key: Clusters, response: Clusters): Part {
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
  return [kept, sum(key.map(cluster => cluster.length))]
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

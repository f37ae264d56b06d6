import type { KindRow } from '../../../codebook/kind-row.js'
import { kinds } from '../../../codebook/kinds.generated.js'
import type { EventKind } from '../../../model/vocabulary.js'
import { nameKey } from '../../../text/name-key.js'
import type { DrawnMark } from '../../api.js'
import { daysOf } from '../place/places.js'

export type Family = KindRow['family']
export const families: readonly Family[] = ['violence', 'control', 'movement', 'politics', 'speech']

/** Who to whom: the events in which one acts and the other is acted on; null where an event does not tell that side. */
export interface Edge {
  readonly key: string
  readonly from: string | null
  readonly to: string | null
  readonly marks: readonly DrawnMark[]
  /** Kinds with their numbers of events, the most frequent first. */
  readonly kinds: readonly (readonly [EventKind, number])[]
  /** The family that most of its events are of. */
  readonly family: Family
  readonly first: string | null
  readonly last: string | null
}

/** An actor with the number of events that it is in. */
export interface Node {
  readonly name: string
  readonly events: number
}

export interface Network {
  /** Those in most events first. */
  readonly nodes: readonly Node[]
  /** Those of most events first. */
  readonly edges: readonly Edge[]
  /** Events that tell neither side: they are in no edge. */
  readonly without: number
}

export const keyOfEdge = (from: string | null, to: string | null): string => JSON.stringify([from, to])

/**
 * Every initiator to every target of each event; an event counts once in an edge, however often it names the two. Names that are
 * written alike (case, accents) are one actor, by the first of them.
 */
export function networkOf(marks: readonly DrawnMark[]): Network {
  const nameOf = firstWriting()
  const pairs = new Map<string, { from: string | null; to: string | null; marks: DrawnMark[] }>()
  const events = new Map<string, number>()
  let without = 0
  for (const mark of marks) {
    const initiators = new Set<string | null>(mark.initiators.map(nameOf))
    const targets = new Set<string | null>(mark.targets.map(nameOf))
    if (initiators.size === 0 && targets.size === 0) {
      without++
      continue
    }
    for (const name of new Set([...initiators, ...targets]))
      if (name) events.set(name, (events.get(name) ?? 0) + 1)
    for (const from of initiators.size > 0 ? initiators : [null])
      for (const to of targets.size > 0 ? targets : [null]) {
        const key = keyOfEdge(from, to)
        const pair = pairs.get(key)
        if (pair) pair.marks.push(mark)
        else pairs.set(key, { from, to, marks: [mark] })
      }
  }
  const edges = [...pairs].map(([key, pair]) => edgeOf(key, pair))
  edges.sort((a, b) => b.marks.length - a.marks.length || compare(a.key, b.key))
  const nodes = [...events].map(([name, count]) => ({ name, events: count }))
  nodes.sort((a, b) => b.events - a.events || compare(a.name, b.name))
  return { nodes, edges, without }
}

/** Gives each name as it was first written. */
function firstWriting(): (name: string) => string {
  const first = new Map<string, string>()
  return name => {
    const key = nameKey(name) || name
    const known = first.get(key)
    if (known === undefined) first.set(key, name)
    return known ?? name
  }
}

function edgeOf(key: string, pair: Pick<Edge, 'from' | 'to' | 'marks'>): Edge {
  const counts = new Map<EventKind, number>()
  for (const { kind } of pair.marks) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
  const byFamily = new Map<Family, number>()
  for (const [kind, count] of byCount) {
    const { family } = kinds[kind]
    byFamily.set(family, (byFamily.get(family) ?? 0) + count)
  }
  const [family = 'violence'] = families.toSorted((a, b) => (byFamily.get(b) ?? 0) - (byFamily.get(a) ?? 0))
  return { key, ...pair, kinds: byCount, family, ...daysOf(pair.marks) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * What of a network is drawn: the actors in most events that stand on one side of an event with another on the other side, and
 * what is told most often between them. An actor alone would take room and say nothing; where all are alone, they are drawn.
 */
export function drawnOf(
  { nodes, edges }: Network,
  most: { readonly nodes: number; readonly edges: number },
): Pick<Network, 'nodes' | 'edges'> {
  const pairs = edges.filter(({ from, to }) => from !== null && to !== null)
  const paired = new Set(pairs.flatMap(({ from, to }) => [from, to]))
  const first = nodes.filter(({ name }) => paired.has(name)).slice(0, most.nodes)
  const names = new Set<string | null>(first.map(({ name }) => name))
  const drawn = pairs.filter(({ from, to }) => names.has(from) && names.has(to)).slice(0, most.edges)
  if (drawn.length === 0) return { nodes: nodes.slice(0, most.nodes), edges: [] }
  const tied = new Set(drawn.flatMap(({ from, to }) => [from, to]))
  return { nodes: first.filter(({ name }) => tied.has(name)), edges: drawn }
}

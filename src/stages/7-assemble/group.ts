import type { Claim } from '../../model/claim.js'
import type { Labels } from '../../model/labels.js'
import { clashes, factClashes, factsOf } from './clashes.js'
import { tiesOf } from './ties.js'

export type Group = [Claim, ...Claim[]]

/** A group in the making. */
interface Making {
  readonly members: Group
  /** One claim for each set of facts: a text may tell one thing ten thousand times, and one is enough to compare with. */
  readonly facts: Map<string, Claim>
  /** Where the latest of its tellings stands. */
  last: number
}

/**
 * Groups the claims that tell one occurrence, in order of the text: a claim joins the groups that the reader says tell
 * the same, else the latest group that shares a tie with it; but never one that a fact in it contradicts. Else it starts
 * a group of its own. Joining too little is mended in review more easily than a false record is found.
 */
export function groupClaims(claims: readonly Claim[], labels: Labels): Group[] {
  const linked = linksOf(claims, labels)
  const groupOf = new Map<Claim, Making>()
  const tied = new Map<string, Set<Making>>()
  for (const claim of [...claims].sort((a, b) => a.trigger.start - b.trigger.start)) {
    const said = [...(linked.get(claim) ?? [])]
      .map(other => groupOf.get(other))
      .filter(group => group !== undefined)
    const ties = tiesOf(claim)
    const shared = ties.flatMap(tie => [...(tied.get(tie) ?? [])])
    const alone: Making = {
      members: [claim],
      facts: new Map([[factsOf(claim), claim]]),
      last: claim.trigger.start,
    }
    const home =
      latest(said.filter(group => agree(alone, group, factClashes))) ??
      latest(shared.filter(group => agree(alone, group, clashes)))
    const group = home ?? alone
    groupOf.set(claim, group)
    if (home) take(home, alone)
    for (const other of new Set(said)) {
      if (other === group || !agree(other, group, factClashes)) continue
      take(group, other)
      for (const member of other.members) groupOf.set(member, group)
      for (const groups of tied.values()) if (groups.delete(other)) groups.add(group)
    }
    for (const tie of ties) tied.set(tie, (tied.get(tie) ?? new Set()).add(group))
  }
  return [...new Set(groupOf.values())].map(({ members }) => members)
}

function take(group: Making, other: Making): void {
  for (const member of other.members) group.members.push(member)
  for (const [facts, claim] of other.facts) group.facts.set(facts, claim)
  group.last = Math.max(group.last, other.last)
}

const agree = (a: Making, b: Making, on: typeof clashes): boolean => {
  const others = [...b.facts.values()]
  return ![...a.facts.values()].some(one => others.some(other => on.some(({ clash }) => clash(one, other))))
}

/** The group that was told of last; of equals, the one named last. */
function latest(groups: readonly Making[]): Making | undefined {
  return groups.reduce<Making | undefined>(
    (best, group) => (best && best.last > group.last ? best : group),
    undefined,
  )
}

/** For each claim, those that the reader says tell the same occurrence. */
function linksOf(claims: readonly Claim[], labels: Labels): ReadonlyMap<Claim, ReadonlySet<Claim>> {
  const claimOf = new Map(labels.triggers.map(({ id }, i) => [id, claims[i]]))
  const links = new Map<Claim, Set<Claim>>()
  for (const { kind, a, b } of labels.same) {
    const [one, other] = [claimOf.get(a), claimOf.get(b)]
    if (kind !== 'trigger' || !one || !other) continue
    links.set(one, (links.get(one) ?? new Set()).add(other))
    links.set(other, (links.get(other) ?? new Set()).add(one))
  }
  return links
}

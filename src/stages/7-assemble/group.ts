import type { Claim } from '../../model/claim.js'
import type { Labels } from '../../model/labels.js'
import { clashes, factClashes } from './clashes.js'
import { tiesOf } from './ties.js'

export type Group = [Claim, ...Claim[]]

/**
 * Groups the claims that tell one occurrence, in order of the text: a claim joins the groups that the reader says tell
 * the same, else the latest group that shares a tie with it; but never one that a fact in it contradicts. Else it starts
 * a group of its own. Joining too little is mended in review more easily than a false record is found.
 */
export function groupClaims(claims: readonly Claim[], labels: Labels): Group[] {
  const linked = linksOf(claims, labels)
  const groupOf = new Map<Claim, Group>()
  const tied = new Map<string, Set<Group>>()
  const join = (group: Group, more: readonly Claim[]): void => {
    group.push(...more)
    for (const claim of more) groupOf.set(claim, group)
  }
  for (const claim of [...claims].sort((a, b) => a.trigger.start - b.trigger.start)) {
    const said = [...(linked.get(claim) ?? [])]
      .map(other => groupOf.get(other))
      .filter(group => group !== undefined)
    const ties = tiesOf(claim)
    const shared = ties.flatMap(tie => [...(tied.get(tie) ?? [])])
    const home =
      latest(said.filter(group => agrees([claim], group, factClashes))) ??
      latest(shared.filter(group => agrees([claim], group, clashes)))
    const group: Group = home ?? [claim]
    if (home) join(home, [claim])
    else groupOf.set(claim, group)
    for (const other of new Set(said)) {
      if (other !== group && agrees(other, group, factClashes)) {
        join(group, other)
        for (const groups of tied.values()) if (groups.delete(other)) groups.add(group)
      }
    }
    for (const tie of ties) tied.set(tie, (tied.get(tie) ?? new Set()).add(group))
  }
  return [...new Set(groupOf.values())]
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

const agrees = (some: readonly Claim[], others: readonly Claim[], on: typeof clashes): boolean =>
  !some.some(a => others.some(b => on.some(({ clash }) => clash(a, b))))

/** The group that was told of last. */
function latest(groups: readonly Group[]): Group | undefined {
  const lastTold = (group: Group): number => Math.max(...group.map(({ trigger }) => trigger.start))
  return groups.reduce<Group | undefined>(
    (best, group) => (best && lastTold(best) >= lastTold(group) ? best : group),
    undefined,
  )
}

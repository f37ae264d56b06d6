import type { Claim } from '../../model/claim.js'
import type { Labels } from '../../model/labels.js'
import { clashes } from './clashes.js'
import { reasonsToJoin } from './reasons.js'

export type Group = [Claim, ...Claim[]]

/**
 * Groups the claims that tell one occurrence, in order of the text: a claim joins the latest group that nothing in it
 * contradicts and that something ties it to; else it starts a group of its own. What the reader says is the same is
 * joined first, whatever the values say.
 */
export function groupClaims(claims: readonly Claim[], labels: Labels): Group[] {
  const claimOf = new Map(labels.triggers.map((trigger, i) => [trigger.id, claims[i]]))
  const links = labels.same.filter(({ kind }) => kind === 'trigger')
  const tied = links.map(({ a, b }) => [claimOf.get(a), claimOf.get(b)] as const)
  const groups: Group[] = []
  const inOrder = [...claims].sort((a, b) => a.trigger.start - b.trigger.start)
  for (const claim of inOrder) {
    const linked = groups.filter(group =>
      tied.some(([a, b]) => (a === claim && includes(group, b)) || (b === claim && includes(group, a))),
    )
    const [into, ...others] = linked
    if (into) {
      for (const other of others) {
        into.push(...other)
        groups.splice(groups.indexOf(other), 1)
      }
      into.push(claim)
      continue
    }
    const home = groups.findLast(group => fits(claim, group))
    if (home) home.push(claim)
    else groups.push([claim])
  }
  return groups
}

const includes = (group: Group, claim: Claim | undefined): boolean =>
  claim !== undefined && group.includes(claim)

function fits(claim: Claim, group: Group): boolean {
  if (group.some(member => clashes.some(({ clash }) => clash(claim, member)))) return false
  return group.some(member => reasonsToJoin.some(({ joins }) => joins(claim, member)))
}

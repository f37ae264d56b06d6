import type { Claim } from '../../model/claim.js'
import type { Labels } from '../../model/labels.js'

export type Group = [Claim, ...Claim[]]

/** Groups claims that tell one occurrence: those that the reader says are the same. */
export function groupClaims(claims: readonly Claim[], labels: Labels): Group[] {
  const byTrigger = new Map(labels.triggers.map((trigger, i) => [trigger.id, claims[i]]))
  const groups = new Map<Claim, Group>(claims.map(claim => [claim, [claim]]))
  for (const { kind, a, b } of labels.same) {
    const [one, other] = [byTrigger.get(a), byTrigger.get(b)]
    const [into, from] = [one && groups.get(one), other && groups.get(other)]
    if (kind !== 'trigger' || !into || !from || into === from) continue
    into.push(...from)
    for (const claim of from) groups.set(claim, into)
  }
  return [...new Set(groups.values())]
}

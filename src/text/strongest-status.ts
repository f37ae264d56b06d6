import type { Claim } from '../model/claim.js'
import type { Sourced } from '../model/sourced.js'
import type { Status } from '../model/vocabulary.js'
import type { Group } from './collect-values.js'
import { evidence } from './quote.js'

/** "The strongest voice anywhere in the report counts" (codebook section 2). */
const strongestFirst: readonly Status[] = ['asserted', 'disputed', 'attributed', 'negated', 'prospective']

/**
 * The status of an event by all its tellings: the strongest. What is only attributed, and told elsewhere as not having
 * happened, is `disputed`.
 */
export function statusOf(group: Group): Sourced<Status> {
  const strength = ({ status }: Claim): number => strongestFirst.indexOf(status.value)
  const { status } = group.reduce((best, claim) => (strength(claim) < strength(best) ? claim : best))
  if (status.value !== 'attributed') return status
  const negation = group.find(claim => claim.status.value === 'negated')
  if (!negation) return status
  return {
    ...status,
    value: 'disputed',
    basis: { kind: 'implied', by: 'status:contradicted' },
    evidence: evidence(...status.evidence, ...negation.status.evidence),
  }
}

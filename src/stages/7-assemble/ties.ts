import type { Claim } from '../../model/claim.js'

/** What two claims have in common, and the rule that joins them by it. */
export interface Tie {
  readonly key: string
  readonly by: 'event:same-place' | 'event:same-day' | 'event:same-parties'
}

/**
 * What ties a claim to others of its kind: two claims that share one of these tell the same, unless a fact keeps them
 * apart. What words alone show ("the attack", a word told again) is the reader's to say, as coreference.
 */
export function tiesOf(claim: Claim): Tie[] {
  const kind = claim.kind.value
  const places = narrowPlaces(claim).map(
    name => ({ key: `${kind} in ${name}`, by: 'event:same-place' }) as const,
  )
  const day = dayOf(claim)
  const days = day === null ? [] : [{ key: `${kind} on ${day}`, by: 'event:same-day' } as const]
  const parties = claim.initiators.flatMap(({ value: by }) =>
    claim.targets.map(
      ({ value: to }) => ({ key: `${kind} by ${by.name} to ${to.name}`, by: 'event:same-parties' }) as const,
    ),
  )
  return [...places, ...days, ...parties]
}

function narrowPlaces({ where }: Claim): string[] {
  return where.flatMap(({ value: { name, level } }) =>
    level === 'country' || level === 'region' ? [] : [name],
  )
}

function dayOf({ when }: Claim): string | null {
  const value = when[0]?.value
  return value?.earliest && value.earliest === value.latest ? value.earliest : null
}

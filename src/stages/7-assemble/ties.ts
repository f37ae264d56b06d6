import type { Claim } from '../../model/claim.js'

/**
 * What ties a claim to others of its kind: two claims that share one of these tell the same, unless a fact keeps them
 * apart. What words alone show ("the attack", a word told again) is the reader's to say, as coreference.
 */
export function tiesOf(claim: Claim): string[] {
  const kind = claim.kind.value
  const places = narrowPlaces(claim).map(name => `${kind} in ${name}`)
  const day = dayOf(claim)
  const parties = claim.initiators.flatMap(({ value: by }) =>
    claim.targets.map(({ value: to }) => `${kind} by ${by.name} to ${to.name}`),
  )
  return [...places, ...(day === null ? [] : [`${kind} on ${day}`]), ...parties]
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

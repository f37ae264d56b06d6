import type { Claim } from '../../model/claim.js'

/** A tie between two claims that nothing keeps apart. */
export interface Reason {
  readonly id: string
  readonly joins: (a: Claim, b: Claim) => boolean
}

/**
 * Any one is enough. What words alone show ("the attack", a word told again) is the reader's to say, as coreference: the
 * same rules here joined more that is apart than that is one.
 */
export const reasonsToJoin: readonly Reason[] = [
  { id: 'same-place', joins: (a, b) => narrowPlaces(a).some(name => narrowPlaces(b).includes(name)) },
  { id: 'same-day', joins: (a, b) => dayOf(a) !== null && dayOf(a) === dayOf(b) },
  {
    id: 'same-parties',
    joins: (a, b) => shared(a.initiators, b.initiators) && shared(a.targets, b.targets),
  },
]

function narrowPlaces({ where }: Claim): string[] {
  return where.flatMap(({ value: { name, level } }) =>
    level === 'country' || level === 'region' ? [] : [name],
  )
}

function dayOf({ when }: Claim): string | null {
  const value = when[0]?.value
  return value?.earliest && value.earliest === value.latest ? value.earliest : null
}

function shared(a: Claim['initiators'], b: Claim['initiators']): boolean {
  return a.some(({ value: x }) => b.some(({ value: y }) => x.name === y.name))
}

import type { Claim } from '../../model/claim.js'

/** A tie between two claims that nothing keeps apart. */
export interface Reason {
  readonly id: string
  readonly joins: (body: string, later: Claim, earlier: Claim) => boolean
}

/** Any one is enough; the strongest first. */
export const reasonsToJoin: readonly Reason[] = [
  { id: 'same-place', joins: (_, a, b) => narrowPlaces(a).some(name => narrowPlaces(b).includes(name)) },
  { id: 'same-day', joins: (_, a, b) => dayOf(a) !== null && dayOf(a) === dayOf(b) },
  {
    id: 'same-parties',
    joins: (_, a, b) => shared(a.initiators, b.initiators) && shared(a.targets, b.targets),
  },
  { id: 'definite', joins: (body, later) => isDefinite(body, later) },
  { id: 'close-by', joins: (_, a, b) => Math.abs(a.trigger.start - b.trigger.start) < 60 },
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

/** "the attack", "this offensive", "their assault": a noun that speaks of something told before. */
function isDefinite(body: string, { trigger }: Claim): boolean {
  const before = body.slice(Math.max(0, trigger.start - 40), trigger.start)
  return /\b(?:the|this|that|these|those|its|their|his|her)\s+(?:[\p{L}-]+\s+){0,2}$/iu.test(before)
}

import type { Labels } from '../../model/labels.js'
import type { Referents } from '../../model/referents.js'
import type { Sourced } from '../../model/sourced.js'
import type { ActorValue, PlaceValue } from '../../model/values.js'
import type { EventKind } from '../../model/vocabulary.js'

/** What a state does with its forces, whoever's name stands for them. */
const done: ReadonlySet<EventKind> = new Set([
  'air-strike',
  'armed-clash',
  'attack',
  'deployment',
  'drone-strike',
  'raid',
  'shelling',
  'shoot-down',
  'territory-capture',
  'withdrawal',
])
const isState = /^(?:state|government):/

/**
 * "A foreign power's forces abroad" are `external-forces` (codebook section 2): a state's forces, and a state that is told to use
 * them, where the event lies in other countries than theirs. An event without a place of its own lies where most places
 * of the report do.
 */
export function typeAbroad(
  actor: Sourced<ActorValue>,
  { kind, initiates, where, home }: Setting,
): Sourced<ActorValue> {
  const { type, country, registry } = actor.value
  const isForce =
    type === 'state-forces' ||
    (type === 'state' && initiates && done.has(kind) && isState.test(registry ?? ''))
  const countries = where.flatMap(({ value }) => value.country ?? [])
  const there = countries.length > 0 ? countries : home === null ? [] : [home]
  if (!isForce || country === null || there.length === 0 || there.includes(country)) return actor
  const basis = { kind: 'implied' as const, by: `${actor.basis.by}+type:abroad` }
  return { ...actor, basis, value: { ...actor.value, type: 'external-forces' } }
}

/** The event that an actor has its part in. */
export interface Setting {
  readonly kind: EventKind
  /** Whether the actor does it, and is not what it is done to. */
  readonly initiates: boolean
  readonly where: readonly Sourced<PlaceValue>[]
  /** The country that most places of the report lie in, as alpha-2, or null. */
  readonly home: string | null
}

/** The country that more than half of the report's places lie in; null if none. */
export function homeOf(labels: Labels, { places }: Referents): string | null {
  const counts = new Map<string, number>()
  let all = 0
  for (const { id } of labels.mentions) {
    const country = places.get(id)?.value.country
    if (!country) continue
    all++
    counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  return [...counts].find(([, n]) => n > all / 2)?.[0] ?? null
}

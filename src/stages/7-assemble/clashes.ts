import type { Claim } from '../../model/claim.js'
import { Status } from '../../model/vocabulary.js'

/** A fact on which two claims differ so that they cannot tell one occurrence. */
export interface Clash {
  readonly id: string
  readonly clash: (a: Claim, b: Claim) => boolean
}

/** Facts that keep two claims apart even where the reader says that they tell the same. */
export const factClashes: readonly Clash[] = [
  { id: 'other-time', clash: (a, b) => apart(a, b) },
  { id: 'other-place', clash: (a, b) => elsewhere(a, b) },
  { id: 'other-target-place', clash: (a, b) => aimedElsewhere(a, b) },
  {
    id: 'other-parties',
    clash: (a, b) => others(a.initiators, b.initiators) || others(a.targets, b.targets),
  },
]

/** Each alone keeps two claims apart; their order does not matter. */
export const clashes: readonly Clash[] = [
  { id: 'other-kind', clash: (a, b) => a.kind.value !== b.kind.value },
  {
    // A plan and its doing are two entries of the codebook, as are what happened and what did not.
    id: 'other-status',
    clash: (a, b) => told(a) !== told(b) && !isPlanDone(a, b),
  },
  ...factClashes,
]

/** All that the clashes look at, as one text: two claims with equal facts clash with the same others. */
export function factsOf(claim: Claim): string {
  const registered = (actors: Claim['initiators']) => actors.map(({ value }) => value.registry)
  const { earliest = null, latest = null } = claim.when[0]?.value ?? {}
  return JSON.stringify([
    claim.kind.value,
    told(claim),
    [earliest, latest],
    claim.where.map(({ value: { name, country, level } }) => [name, country, level]),
    registered(claim.initiators),
    registered(claim.targets),
    namedTargets(claim),
  ])
}

/** What somebody cited denies is the same occurrence as what others tell as done. */
function told({ status, holder }: Claim): 'done' | 'not done' | 'ahead' {
  if (status.value === Status.enum.prospective) return 'ahead'
  return status.value === Status.enum.negated && holder.kind === 'report' ? 'not done' : 'done'
}

/** A plan for a day and a place, and what was done there on that day: the plan has been told as done. */
function isPlanDone(a: Claim, b: Claim): boolean {
  const isPlanAndDeed = [told(a), told(b)].sort().join() === 'ahead,done'
  const [x, y] = [a.when[0]?.value, b.when[0]?.value]
  const onOneDay =
    x?.earliest != null && x.earliest === x.latest && x.earliest === y?.earliest && x.latest === y.latest
  const places = new Set(a.where.map(({ value: { name, country } }) => `${name} ${country}`))
  return (
    isPlanAndDeed &&
    onOneDay &&
    b.where.some(({ value: { name, country } }) => places.has(`${name} ${country}`))
  )
}

function apart(a: Claim, b: Claim): boolean {
  const [x, y] = [a.when[0]?.value, b.when[0]?.value]
  if (!x || !y) return false
  const before = (p: string | null, q: string | null): boolean => p !== null && q !== null && p < q
  return before(x.latest, y.earliest) || before(y.latest, x.earliest)
}

/** Both are placed, and no place of one is, holds, or lies in a place of the other as far as names and levels tell. */
function elsewhere(a: Claim, b: Claim): boolean {
  if (a.where.length === 0 || b.where.length === 0) return false
  return !a.where.some(({ value: x }) =>
    b.where.some(({ value: y }) => {
      if (x.name === y.name) return true
      if (x.country !== null && y.country !== null && x.country !== y.country) return false
      return x.level !== y.level
    }),
  )
}

/** Each is aimed at places by name ("shelled Velat", "shelled Dorvan"), and none of them is, or is within, the other's. */
function aimedElsewhere(a: Claim, b: Claim): boolean {
  const [x, y] = [namedTargets(a), namedTargets(b)]
  const meet = (one: string, other: string): boolean => one.includes(other) || other.includes(one)
  return (
    x.length > 0 &&
    y.length > 0 &&
    !x.some(name => [...y, ...placesOf(b)].some(other => meet(name, other))) &&
    !y.some(name => placesOf(a).some(other => meet(name, other)))
  )
}

const namedTargets = ({ targets }: Claim): string[] =>
  targets.flatMap(({ value: { name, type } }) =>
    type === 'place' && /\p{Lu}\p{Ll}/u.test(name) ? [name] : [],
  )
const placesOf = ({ where }: Claim): string[] => where.map(({ value: { name } }) => name)

/** Both sides are named, by names that stand for themselves, and none is shared. */
function others(a: Claim['initiators'], b: Claim['initiators']): boolean {
  const known = (actors: Claim['initiators']): string[] =>
    actors.flatMap(({ value: { registry } }) => (registry === null ? [] : [registry]))
  const [x, y] = [known(a), known(b)]
  return x.length > 0 && y.length > 0 && !x.some(id => y.includes(id))
}

import type { Coreference } from '../../model/labels.js'
import type { Around } from './around.js'
import { decisionOf } from './model-files.js'
import { indexOfLargest } from './runs.js'
import type { Scored } from './scored.js'
import type { FoundTrigger } from './triggers.js'

/** How likely one trigger tells the same event as another, read from the first. */
export interface SameScore {
  readonly a: string
  readonly b: string
  readonly score: number
}

/** What a trigger is to the others that can be read together with it. */
export function sameTowards(here: Around, all: readonly FoundTrigger[]): SameScore[] {
  return all.flatMap(other => {
    const score = other === here.found ? null : here.of(other.first, 'same')
    return score === null ? [] : [{ a: here.found.trigger.id, b: other.trigger.id, score }]
  })
}

/** Pairs of triggers that tell one event: the mean of what each says of the other decides. */
export function findSame(scores: readonly SameScore[], { model, by }: Scored): Coreference[] {
  const known = new Map(scores.map(({ a, b, score }) => [`${a} ${b}`, score]))
  const { threshold } = decisionOf(model, 'same')
  return scores.flatMap(({ a, b, score: there }) => {
    const back = known.get(`${b} ${a}`)
    // Each pair once; where only one of the two was read beside the other, its word counts.
    if (back !== undefined && number(a) > number(b)) return []
    const score = (there + (back ?? there)) / 2
    return score >= threshold ? [{ kind: 'trigger' as const, a, b, by, score }] : []
  })
}

const number = (id: string): number => Number(id.slice(1))

/** One kind for the triggers of one event: the likeliest over all of them. */
export function agreeOnKinds(
  found: readonly FoundTrigger[],
  same: readonly Coreference[],
  { model }: Scored,
): FoundTrigger[] {
  const groups = new Map(found.map(one => [one.trigger.id, [one]]))
  for (const { a, b } of same) {
    const [left, right] = [groups.get(a), groups.get(b)]
    if (!left || !right || left === right) continue
    left.push(...right)
    for (const { trigger } of right) groups.set(trigger.id, left)
  }
  return found.map(one => {
    const group = groups.get(one.trigger.id) ?? [one]
    const sums = one.kinds.map((_, i) =>
      group.reduce((sum, { kinds }) => sum + Math.log((kinds[i] ?? 0) + 1e-6), 0),
    )
    const kind = model.kinds[indexOfLargest(sums)] ?? one.trigger.kind
    return kind === one.trigger.kind ? one : { ...one, trigger: { ...one.trigger, kind } }
  })
}

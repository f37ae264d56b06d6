import type { Coreference, Trigger } from '../../model/labels.js'
import type { Around } from './around.js'
import { told } from './calibrate.js'
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
    return score >= threshold ? [{ kind: 'trigger' as const, a, b, by, score: told(score) }] : []
  })
}

const number = (id: string): number => Number(id.slice(1))

/** One kind for the triggers of one event, the likeliest over all of them; with the kinds that came near it. */
export function agreeOnKinds(
  found: readonly FoundTrigger[],
  same: readonly Coreference[],
  { model }: Scored,
): Trigger[] {
  const groups = new Map(found.map(one => [one.trigger.id, [one]]))
  for (const { a, b } of same) {
    const [left, right] = [groups.get(a), groups.get(b)]
    if (!left || !right || left === right) continue
    left.push(...right)
    for (const { trigger } of right) groups.set(trigger.id, left)
  }
  return found.map(({ trigger, kinds }) => {
    const group = groups.get(trigger.id) ?? []
    const sums = kinds.map((_, i) =>
      group.reduce((sum, one) => sum + Math.log((one.kinds[i] ?? 0) + tiny), 0),
    )
    const kind = model.kinds[indexOfLargest(sums)] ?? trigger.kind
    const others = model.kinds
      .map((value, i) => ({ value, score: told(kinds[i] ?? 0), lost: 'trained:less-likely' }))
      .filter(({ value, score }) => value !== kind && score >= near)
      .sort((a, b) => b.score - a.score)
    return { ...trigger, kind, ...(others.length > 0 && { others }) }
  })
}

const tiny = 1e-6
/** Kinds that are less likely than this are not told of. */
const near = 0.1

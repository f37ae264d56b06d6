import type { Attribution, HarmLink, Labels, Mention, Role } from '../../model/labels.js'
import type { Span } from '../../model/span.js'
import { overlaps } from '../../text/quote.js'

/** What a reader's labels say of one trigger, or at one place: looked up, so that a long report takes no longer a claim. */
export interface Lookup {
  rolesOf(trigger: string): readonly Role[]
  harmsOf(trigger: string): readonly HarmLink[]
  /** The voices that vouch for something of a trigger's event. */
  voicesOf(trigger: string): readonly Attribution[]
  mention(id: string): Mention | undefined
  /** The actor mentions that share words with a stretch of the body, in the reader's order. */
  actorsAt(span: Span): readonly Mention[]
}

/** Indexes labels once, in about linear time; all that is looked up keeps the order that it has in them. */
export function lookupOf(labels: Labels): Lookup {
  const roles = grouped(labels.roles, ({ trigger }) => [trigger])
  const harms = grouped(labels.harms, ({ trigger }) => [trigger])
  const voices = grouped(labels.attributions, ({ covers }) => new Set(covers.map(({ trigger }) => trigger)))
  const mentions = new Map(labels.mentions.map(mention => [mention.id, mention]))
  return {
    rolesOf: trigger => roles.get(trigger) ?? [],
    harmsOf: trigger => harms.get(trigger) ?? [],
    voicesOf: trigger => voices.get(trigger) ?? [],
    mention: id => mentions.get(id),
    actorsAt: overlapping(labels.mentions.filter(({ kind }) => kind === 'actor')),
  }
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => Iterable<string>): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

function overlapping(mentions: readonly Mention[]): (span: Span) => Mention[] {
  const placed = mentions
    .map((mention, order) => ({ mention, order }))
    .sort((a, b) => a.mention.quote.start - b.mention.quote.start)
  // How far the mentions up to each reach: never less than those before, so that the first of interest can be searched for.
  let reached = 0
  const reach = placed.map(({ mention }) => {
    reached = Math.max(reached, mention.quote.end)
    return reached
  })
  return span => {
    const found: typeof placed = []
    for (let at = firstAbove(reach, span.start); at < placed.length; at++) {
      const one = placed[at]
      if (!one || one.mention.quote.start >= span.end) break
      if (overlaps(one.mention.quote, span)) found.push(one)
    }
    return found.sort((a, b) => a.order - b.order).map(({ mention }) => mention)
  }
}

/** The place of the first of some rising numbers that is above a limit; their count where none is. */
function firstAbove(rising: readonly number[], limit: number): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] ?? 0) > limit) high = middle
    else low = middle + 1
  }
  return low
}

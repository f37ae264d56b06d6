import type { Attribution, HarmLink, Labels, Mention, Role } from '../../model/labels.js'

/** What a reader's labels say of one trigger: looked up, so that a long report takes no longer a claim. */
export interface Lookup {
  rolesOf(trigger: string): readonly Role[]
  harmsOf(trigger: string): readonly HarmLink[]
  /** The voices that vouch for something of a trigger's event. */
  voicesOf(trigger: string): readonly Attribution[]
  mention(id: string): Mention | undefined
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

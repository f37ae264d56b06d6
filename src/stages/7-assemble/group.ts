import type { Claim } from '../../model/claim.js'
import type { Event } from '../../model/event.js'
import type { Labels } from '../../model/labels.js'
import { type Clash, clashes, factClashes, factsOf } from './clashes.js'
import { otherEntry } from './entries.js'
import { tiesOf } from './ties.js'

type Joined = NonNullable<Event['joined']>[number]
type Apart = NonNullable<Event['apart']>[number]

export type Group = [Claim, ...Claim[]]

/** The claims about one occurrence, with what joined them and what kept others away. */
export interface Grouped {
  readonly members: Group
  readonly joined: readonly Joined[]
  readonly apart: readonly Apart[]
}

/** A group in the making. */
interface Making {
  readonly members: Group
  /** One claim for each set of facts: a text may tell one thing ten thousand times, and one is enough to compare with. */
  readonly facts: Map<string, Claim>
  readonly joined: Joined[]
  readonly apart: Apart[]
  /** The ties that it is known by. */
  readonly keys: Set<string>
  /** Where the latest of its tellings stands. */
  last: number
}

/** A group that a claim may belong to, the claim of it that says so, and by which rule. */
interface Offer {
  readonly group: Making
  readonly to: Claim
  readonly by: string
}

/**
 * Groups the claims that tell one occurrence, in order of the text: a claim joins the groups that the reader says tell
 * the same, else the latest group that shares a tie with it; but never one that a fact in it contradicts. Else it starts a
 * group of its own. A reader that groups all tellings itself has told what is not the same, too: then ties join none. Joining too little is mended in review more easily than a false record is found.
 */
export function groupClaims(body: string, claims: readonly Claim[], labels: Labels): Grouped[] {
  const linked = linksOf(claims, labels)
  const groupOf = new Map<Claim, Making>()
  const tied = new Map<string, Map<Making, Claim>>()
  const entry = otherEntry(body, claims)
  const facts = [...factClashes, entry]
  const all = [...clashes, entry]
  for (const alone of inOneSentence(body, claims, linked)) {
    const { members } = alone
    const said = offers(
      members.flatMap(claim => [...(linked.get(claim) ?? [])]),
      groupOf,
    )
    const ties = labels.sameIsWhole ? [] : members.flatMap(tiesOf)
    const shared = ties.flatMap(({ key, by }) =>
      [...(tied.get(key) ?? [])].map(([group, to]) => ({ group, to, by })),
    )
    const home = latest(fitting(alone, said, facts)) ?? latest(fitting(alone, shared, all))
    const group = home?.group ?? alone
    const [claim] = members
    for (const member of members) groupOf.set(member, group)
    if (home) {
      take(group, alone)
      group.joined.push({ claim: claim.id, to: home.to.id, by: home.by })
    }
    for (const { group: other, to, by } of said) {
      if (other === group || groupOf.get(to) === group || clashOf(other, group, facts)) continue
      take(group, other)
      group.joined.push({ claim: claim.id, to: to.id, by })
      for (const member of other.members) groupOf.set(member, group)
      for (const key of other.keys) {
        const groups = tied.get(key)
        const teller = groups?.get(other)
        if (teller && groups?.delete(other) && !groups.has(group)) groups.set(group, teller)
        group.keys.add(key)
      }
    }
    for (const { key } of ties) {
      const groups = tied.get(key) ?? new Map<Making, Claim>()
      tied.set(key, groups)
      if (!groups.has(group)) groups.set(group, claim)
      group.keys.add(key)
      const [first] = groups.keys()
      if (first && groups.size > mostTied) groups.delete(first)
    }
  }
  return [...new Set(groupOf.values())].map(({ members, joined, apart }) => {
    const within = new Set<string>(members.map(({ id }) => id))
    return { members, joined, apart: apart.filter(({ from }) => !within.has(from)) }
  })
}

/** With how many groups that share a tie a claim is compared: a bound on the work, whatever the text. */
const mostTied = 200

/**
 * The claims in order of the text, those of one sentence together that the reader links: what stands beside a telling
 * ("A drone strike hit the depot") says more of what it tells than what was told before.
 */
function inOneSentence(
  body: string,
  claims: readonly Claim[],
  linked: ReadonlyMap<Claim, ReadonlyMap<Claim, string>>,
): Making[] {
  const made: Making[] = []
  for (const claim of [...claims].sort((a, b) => a.trigger.start - b.trigger.start)) {
    const before = made.at(-1)
    const last = before?.members.at(-1)
    const by = last && linked.get(claim)?.get(last)
    const alone = startedBy(claim)
    if (
      before &&
      last &&
      by !== undefined &&
      !sentenceEnd.test(body.slice(last.trigger.end, claim.trigger.start)) &&
      !clashOf(alone, before, factClashes)
    ) {
      take(before, alone)
      before.joined.push({ claim: claim.id, to: last.id, by })
    } else made.push(alone)
  }
  return made
}

const sentenceEnd = /[.!?;]["”’)]*\s|\n/

const startedBy = (claim: Claim): Making => ({
  members: [claim],
  facts: new Map([[factsOf(claim), claim]]),
  joined: [],
  apart: [],
  keys: new Set(),
  last: claim.trigger.start,
})

/** The groups, each once, that the reader says tell the same as a claim. */
function offers(links: Iterable<readonly [Claim, string]>, groupOf: ReadonlyMap<Claim, Making>): Offer[] {
  const found = new Map<Making, Offer>()
  for (const [to, by] of links) {
    const group = groupOf.get(to)
    if (group && !found.has(group)) found.set(group, { group, to, by })
  }
  return [...found.values()]
}

/** How many of the groups that a fact kept a claim out of are told of it. */
const mostApart = 3

/** The groups that no fact keeps a claim out of; the latest of those that one does are noted, each once. */
function fitting(alone: Making, offered: readonly Offer[], on: readonly Clash[]): Offer[] {
  const fit: Offer[] = []
  const apart = new Map<Making, Apart>()
  for (const { group, to, by } of offered) {
    const found = clashOf(alone, group, on)
    if (!found) fit.push({ group, to, by })
    else if (!apart.has(group)) {
      apart.set(group, { claim: alone.members[0].id, from: found.other.id, tie: by, clash: found.clash })
    }
  }
  alone.apart.push(...[...apart.values()].slice(-mostApart))
  return fit
}

function take(group: Making, other: Making): void {
  for (const member of other.members) group.members.push(member)
  for (const [facts, claim] of other.facts) group.facts.set(facts, claim)
  group.joined.push(...other.joined)
  const kept = new Set(group.apart.map(({ from, clash }) => `${from} ${clash}`))
  for (const one of other.apart) if (!kept.has(`${one.from} ${one.clash}`)) group.apart.push(one)
  group.last = Math.max(group.last, other.last)
}

/** The fact that keeps two groups apart, with the claim of the second that has it; null where they agree. */
function clashOf(a: Making, b: Making, on: readonly Clash[]): { clash: string; other: Claim } | null {
  const others = [...b.facts.values()]
  for (const one of a.facts.values()) {
    for (const other of others) {
      const found = on.find(({ clash }) => clash(one, other))
      if (found) return { clash: found.id, other }
    }
  }
  return null
}

/** The group that was told of last; of equals, the one named last. */
function latest(offered: readonly Offer[]): Offer | undefined {
  return offered.reduce<Offer | undefined>(
    (best, offer) => (best && best.group.last > offer.group.last ? best : offer),
    undefined,
  )
}

/** For each claim, those that the reader says tell the same occurrence, with the rule or model that says so. */
function linksOf(claims: readonly Claim[], labels: Labels): ReadonlyMap<Claim, ReadonlyMap<Claim, string>> {
  const claimOf = new Map(labels.triggers.map(({ id }, i) => [id, claims[i]]))
  const links = new Map<Claim, Map<Claim, string>>()
  for (const { kind, a, b, by } of labels.same) {
    const [one, other] = [claimOf.get(a), claimOf.get(b)]
    if (kind !== 'trigger' || !one || !other) continue
    links.set(one, (links.get(one) ?? new Map<Claim, string>()).set(other, by))
    links.set(other, (links.get(other) ?? new Map<Claim, string>()).set(one, by))
  }
  return links
}

import type { Labels, Mention } from '../../../model/labels.js'
import type { Quote } from '../../../model/span.js'
import type { Named } from './scene.js'

/** What a chain of mentions gives one of them: a fuller name than its own. */
export interface ByChain {
  readonly named: Named
  /** The rule or model that tied the mentions. */
  readonly tie: string
}

/** Rules by which words name somebody, and do not only describe. */
const naming = /^(?:registry|stands-for-state|person|introduced|described|speaker|publisher)$/
/** Whoever is named by these keeps the words of each mention ("Vareth's troops"). */
const asWorded = /^(?:state|government|forces):/
/** "the group", "this commander": words that point back to somebody, and hold no name, number or description of their own. */
const pointing =
  /^(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose) (?:\p{Ll}[\p{L}’'-]* ){0,2}\p{Ll}[\p{L}’'-]*$/u

/**
 * Who a mention stands for by the reader's coreference. A pronoun, or words that only point back, take the fullest name of
 * their chain; a name takes a fuller form of itself. A mention that names or describes somebody in words of its own keeps
 * them: a wrong tie is likelier than a name that does not mean its bearer.
 * @param own who each mention names by its own words; one without is a pronoun or the like
 */
export function byCoreference(
  body: string,
  { mentions, same }: Pick<Labels, 'mentions' | 'same'>,
  own: ReadonlyMap<string, Named>,
): ReadonlyMap<string, ByChain> {
  const found = new Map<string, ByChain>()
  for (const { members, tie } of chainsOf(mentions, same)) {
    const best = fullest(members, own)
    if (!best) continue
    const named = { ...best, type: typeInChain(best, members, own) }
    for (const { id, quote } of members) {
      const mine = own.get(id)
      const isFuller = mine && isSameActor(mine, best) && mayBeFuller(mine, best)
      const isRead = mine ? isFuller || (!naming.test(mine.rule) && pointsBack(body, quote)) : true
      if (isRead || (mine === best && named.type !== best.type)) found.set(id, { named, tie })
    }
  }
  return found
}

function mayBeFuller(mine: Named, { name }: Named): boolean {
  return naming.test(mine.rule) && !asWorded.test(mine.registry ?? '') && name.length > mine.name.length
}

/** Whether words point back; the article may stand before what the reader marked. */
function pointsBack(body: string, { start, exact }: Quote): boolean {
  const article =
    /\b(?:the|this|that|these|those) $/i.exec(body.slice(Math.max(0, start - 7), start))?.[0] ?? ''
  return pointing.test(`${article}${exact}`.replace(/\s+/g, ' '))
}

interface Chain {
  readonly members: readonly Mention[]
  readonly tie: string
}

function chainsOf(mentions: readonly Mention[], same: Labels['same']): Chain[] {
  const ties = same.filter(({ kind }) => kind === 'actor')
  const next = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let up = next.get(root); up !== undefined; up = next.get(root)) root = up
    if (root !== id) next.set(id, root)
    return root
  }
  for (const { a, b } of ties) {
    const [one, other] = [rootOf(a), rootOf(b)]
    if (one !== other) next.set(other, one)
  }
  const tiedBy = new Map(ties.map(({ a, by }) => [rootOf(a), by]))
  const chains = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const root = rootOf(mention.id)
    if (mention.kind !== 'actor' || !tiedBy.has(root)) continue
    const chain = chains.get(root)
    if (chain) chain.push(mention)
    else chains.set(root, [mention])
  }
  return [...chains].map(([root, members]) => ({ members, tie: tiedBy.get(root) ?? '' }))
}

/** The name that most of the chain's names agree with, at its fullest. Null where none of them names anybody. */
function fullest(members: readonly Mention[], own: ReadonlyMap<string, Named>): Named | null {
  const all = members.flatMap(({ id }) => own.get(id) ?? []).filter(({ rule }) => naming.test(rule))
  const told = new Map<string, { readonly name: Named; readonly times: number }>()
  for (const name of all) {
    const key = `${name.registry} ${name.name}`
    told.set(key, { name, times: (told.get(key)?.times ?? 0) + 1 })
  }
  // A chain that ties more names than this is no chain; a bound on the work, whatever the labels.
  const names = [...told.values()].slice(0, mostNames)
  const votes = (name: Named): number =>
    names.reduce((sum, other) => sum + (isSameActor(name, other.name) ? other.times : 0), 0)
  const [most] = names.map(({ name }) => ({ name, votes: votes(name) })).sort((a, b) => b.votes - a.votes)
  const [best] = names
    .filter(({ name }) => most && isSameActor(most.name, name))
    .sort((a, b) => b.name.name.length - a.name.name.length)
  return best?.name ?? null
}
const mostNames = 50

/** Two names of one actor: of one registry entry, or one within the other. */
function isSameActor(a: Named, b: Named): boolean {
  if (a.registry !== null && b.registry !== null) return a.registry === b.registry
  return ` ${a.name} `.includes(` ${b.name} `) || ` ${b.name} `.includes(` ${a.name} `)
}

/** A person's part is told by what else the chain calls the person ("the rebel commander"). */
function typeInChain(
  best: Named,
  members: readonly Mention[],
  own: ReadonlyMap<string, Named>,
): Named['type'] {
  if (best.type !== 'person' && best.type !== 'unknown') return best.type
  const told = members
    .flatMap(({ id }) => own.get(id) ?? [])
    .filter(({ rule, type }) => /^(?:noun|manner)$/.test(rule) && !/^(?:place|thing|unknown)$/.test(type))
  return told[0]?.type ?? best.type
}

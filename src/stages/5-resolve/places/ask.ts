import type { Mention } from '../../../model/labels.js'
import type { GazetteerPlace } from '../../../model/values.js'
import type { Gazetteer } from '../../../ports.js'
import { pointsBack } from './antecedent.js'
import { likelihoods } from './choose.js'
import type { Context } from './context.js'
import type { Likely, Question } from './features.js'
import { readPlaceName } from './name.js'
import { holderAfter, holderBefore } from './within.js'

/** A mention with the places that go by its name, and what is to be asked of them. */
export interface Asked extends Question {
  readonly mention: Mention
  readonly candidates: readonly GazetteerPlace[]
}

/**
 * Makes a question of each mention. Places tell each other apart, so that each name is first answered alone, then twice
 * more beside what the others were likely to be.
 */
export function askAll(
  mentions: readonly Mention[],
  body: string,
  context: Context,
  gazetteer: Gazetteer,
): readonly Asked[] {
  const alone = spreadHolders(
    mentions.map(mention => ({ ...askFor(mention, body, gazetteer), context, near: [] })),
  )
  const beside = (asked: readonly Asked[]): Asked[] => {
    const likely = likeliest(asked)
    const others = new Map(
      [...likely.keys()].map(key => [
        key,
        [...likely].flatMap(([other, one]) => (other === key ? [] : [one])),
      ]),
    )
    const all = [...likely.values()]
    return asked.map(one => ({ ...one, near: others.get(one.name.core) ?? all }))
  }
  return beside(beside(alone))
}

/** The likeliest place of each name, in the order in which the names come. */
function likeliest(asked: readonly Asked[]): ReadonlyMap<string, Likely> {
  const best = new Map<string, Likely>()
  for (const one of asked) {
    if (best.has(one.name.core) || pointsBack(one.mention.quote.exact)) continue
    const [first, ...others] = likelihoods(one.candidates, one)
    if (first)
      best.set(
        one.name.core,
        others.reduce((a, b) => (b.score > a.score ? b : a), first),
      )
  }
  return best
}

/** Where the text says once what holds a place ("Paris, Texas"), it is held by that wherever it is named. */
function spreadHolders(asked: readonly Asked[]): readonly Asked[] {
  const holders = new Map(asked.flatMap(({ name, within }) => (within ? [[name.core, within] as const] : [])))
  return asked.map(one => (one.within ? one : { ...one, within: holders.get(one.name.core) ?? null }))
}

function askFor(mention: Mention, body: string, gazetteer: Gazetteer): Omit<Asked, 'context' | 'near'> {
  const read = readPlaceName(mention.quote.exact)
  const people = gazetteer.demonym(read.core)
  const whole = people ? [] : gazetteer.lookup(read.whole)
  // "West Virginia" is a name; "western Syria" is a part of a place.
  const name = whole.length > 0 ? { ...read, core: read.whole, part: false } : read
  const candidates = people
    ? gazetteer.lookup(`iso:${people}`).slice(0, 1)
    : whole.length > 0
      ? whole
      : gazetteer.lookup(name.core)
  const sought = whole.length > 0 ? name.whole : name.core
  const written = new Set((people ? candidates : gazetteer.lookup(sought, 'written')).map(({ id }) => id))
  const { start, end } = mention.quote
  const own = name.within ? areaOf(name.within, gazetteer) : null
  const within = own ?? holderAfter(body, end, gazetteer) ?? holderBefore(body, start, gazetteer)
  return { mention, name: own ? name : { ...name, within: null }, within, candidates, written }
}

/** The country or first-level division that some words name. */
export function areaOf(text: string, gazetteer: Gazetteer): GazetteerPlace | null {
  const { core } = readPlaceName(text.replace(/^in /, ''))
  return gazetteer.lookup(core).find(({ level }) => level === 'country' || level === 'province') ?? null
}

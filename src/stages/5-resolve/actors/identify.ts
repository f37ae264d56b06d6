import type { Quote } from '../../../model/span.js'
import type { ActorRegistry, Gazetteer } from '../../../ports.js'
import { fullestUsed, introducedNames, timesUsed } from './aliases.js'
import { namePerson } from './persons.js'
import { type Named, registered, type Scene } from './scene.js'
import { typeOfWords } from './type.js'
import { plainName, uncounted } from './words.js'

const pronoun =
  /^(?:i|we|us|you|he|she|it|they|him|her|them|who|whom|which|that|this|these|those|its?|our|their|his|hers|one|others|another|some|many|both|all|none|himself|herself|itself|themselves)$/i
/** Before a capital, these say that the town is meant and not the state. */
const locative =
  /\b(?:in|at|near|from|around|outside|inside|into|over|through|across|towards?|leave|left|reach(?:ed)?)\s+$/i

/** Makes the function that says who a mention of this report names; null for pronouns. The rules are tried in order. */
export function namer(
  body: string,
  known: { readonly gazetteer: Gazetteer; readonly actors: ActorRegistry },
): (quote: Quote) => Named | null {
  const memory = new Map<string, string>()
  const scene: Scene = {
    body,
    gazetteer: { ...known.gazetteer, lookup: once(known.gazetteer.lookup) },
    actors: { ...known.actors, lookup: once(known.actors.lookup) },
    introduced: introducedNames(body),
    remember(key, make) {
      const value = memory.get(key) ?? make()
      memory.set(key, value)
      return value
    },
  }
  return quote => {
    const name = plainName(quote.exact)
    if (name === '' || (pronoun.test(name) && scene.actors.lookup(name) === null)) return null
    return (
      standsForState(name, quote, scene) ??
      registeredActor(name, scene) ??
      members(name, scene) ??
      namePerson(name, scene) ??
      byWords(name, scene)
    )
  }
}

/** Asks for each name once: a report repeats its names. */
function once<T>(look: (name: string) => T): (name: string) => T {
  const found = new Map<string, { readonly value: T }>()
  return name => {
    const known = found.get(name) ?? { value: look(name) }
    found.set(name, known)
    return known.value
  }
}

/** "Moscow", "Turkish": a state by another word than its name, by the name of it that the report uses most. */
function standsForState(
  name: string,
  { start }: Quote,
  { body, gazetteer, actors, remember }: Scene,
): Named | null {
  const town = locative.test(body.slice(Math.max(0, start - 20), start))
  const isPlural = /[^s]s$/.test(name)
  const code = (town ? null : gazetteer.capital(name)) ?? (isPlural ? null : gazetteer.demonym(name))
  const place = code ? gazetteer.lookup(`iso:${code}`)[0] : undefined
  const state = place ? actors.lookup(place.name) : null
  if (!state) return null
  const own = actors.lookup(name)
  // A ministry or palace with an entry of its own is named as itself.
  if (own && own.id !== state.id) return null
  const used = remember(`${state.id} used`, () => {
    if (timesUsed(body, state.name) > 0) return state.name
    const names = state.aliases.map(alias => ({ alias, times: timesUsed(body, alias) }))
    return names.sort((a, b) => b.times - a.times).find(({ times }) => times > 0)?.alias ?? state.name
  })
  return registered(state, used, 'stands-for-state')
}

/** "Isis" and "Islamic State", "SDF" and "Syrian Democratic Forces": one actor by the fullest name that the report uses. */
function registeredActor(name: string, { body, actors, introduced, remember }: Scene): Named | null {
  const spelled = introduced.get(name) ?? introduced.get(/\(([^)]+)\)$/.exec(name)?.[1] ?? '')
  const actor =
    actors.lookup(name) ?? (spelled ? actors.lookup(spelled) : null) ?? actors.lookup(uncounted(name))
  if (!actor) {
    if (!spelled) return null
    return {
      name: spelled,
      type: 'organisation',
      registry: null,
      country: null,
      isPerson: false,
      rule: 'introduced',
    }
  }
  if (/^(?:forces|government):/.test(actor.id)) return registered(actor, name, 'forces')
  if (actor.type === 'identity-group') return registered(actor, name, 'registry')
  if (actor.id.startsWith('state:')) {
    // Only a short form gives way to the name in full.
    const full = name.length <= 5 && timesUsed(body, actor.name) > 0 ? actor.name : name
    return registered(actor, full, 'registry')
  }
  const full = remember(actor.id, () => fullestUsed(body, [actor.name, ...actor.aliases]) ?? '')
  return registered(actor, spelled ?? (full.length > name.length ? full : name), 'registry')
}

/** Words of a group's name before its members' noun, and words that may stand before it ("remaining", "suspected"). */
const longestGroup = 6
const adjectives = 2

/** "Islamic State fighters", "remaining Isis fighters": members have the type of their group, and keep their words. */
function members(name: string, { actors }: Scene): Named | null {
  const words = uncounted(name).split(' ')
  for (let from = 0; from <= adjectives && from < words.length - 1; from++) {
    for (let to = Math.min(words.length - 1, from + longestGroup); to > from; to--) {
      const group = words
        .slice(from, to)
        .join(' ')
        .replace(/[’']s?$/, '')
      const actor = actors.lookup(group)
      if (!actor?.id.startsWith('actor:') || actor.type === 'identity-group' || actor.type === 'media')
        continue
      return registered(actor, name, 'members')
    }
    if (!/^\p{Ll}/u.test(words[from] ?? '')) break
  }
  return null
}

function byWords(name: string, { gazetteer }: Scene): Named {
  const { type, rule } = typeOfWords(name, gazetteer)
  return { name, type, registry: null, country: null, isPerson: rule === 'name', rule }
}

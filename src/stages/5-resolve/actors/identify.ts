import type { Quote } from '../../../model/span.js'
import type { ActorType } from '../../../model/vocabulary.js'
import type { ActorRegistry, Gazetteer, RegisteredActor } from '../../../ports.js'
import { letterCase } from '../../../text/letter-case.js'
import { nameKey } from '../../../text/name-key.js'
import { fullestUsed, introducedNames, timesUsed, wordsOf } from './aliases.js'
import { typeOfNoun } from './nouns.js'
import { namePerson } from './persons.js'
import { contested, type Named, registered, type Scene } from './scene.js'
import { typeOfWords } from './type.js'
import { headNoun, plainName, uncounted } from './words.js'

const pronoun =
  /^(?:i|we|us|you|he|she|it|they|him|her|them|who|whom|which|that|this|these|those|its?|our|their|his|hers|one|others|another|some|many|both|all|none|himself|herself|itself|themselves)$/i
/** Before a capital, these say that the town is meant and not the state. */
const locative =
  /\b(?:in|at|near|from|around|outside|inside|into|over|through|across|towards?|leave|left|reach(?:ed)?)\s+$/i

/** Makes the function that says who a mention of this report names; null for pronouns. The rules are tried in order. */
export function namer(
  body: string,
  known: { readonly gazetteer: Gazetteer; readonly actors: ActorRegistry },
  /** When the report was published (EDTF), or null. */
  at: string | null,
  /** The countries in which something happens at a place of each name, as the report's places were resolved. */
  scenes: ReadonlyMap<string, ReadonlySet<string>>,
): (quote: Quote) => Named | null {
  const claimants = once(name => known.actors.claimants(name, at))
  const text = { body, lower: body.toLowerCase(), words: wordsOf(body) }
  const memory = new Map<string, string>()
  const scene: Scene = {
    ...text,
    letters: letterCase(body),
    gazetteer: { ...known.gazetteer, lookup: once(known.gazetteer.lookup) },
    claimants,
    atOtherTimes(name) {
      if (at === null) return []
      const now = claimants(name)
      return known.actors.claimants(name).filter(actor => !now.some(({ id }) => id === actor.id))
    },
    actor(name) {
      const [only, ...others] = claimants(name)
      return only && others.length === 0 ? only : null
    },
    introduced: introducedNames(body),
    scenes,
    remember(key, make) {
      const value = memory.get(key) ?? make()
      memory.set(key, value)
      return value
    },
  }
  const nameOf = (isTown: boolean) => (name: string) => {
    if (name === '' || (pronoun.test(name) && scene.actor(name) === null)) return null
    for (const { find } of namingRules) {
      const named = find(name, scene, isTown)
      if (named) return named
    }
    return byWords(name, scene)
  }
  const [elsewhere, asTown] = [once(nameOf(false)), once(nameOf(true))]
  return ({ start, exact }) => {
    const isTown = locative.test(body.slice(Math.max(0, start - 20), start))
    return (isTown ? asTown : elsewhere)(plainName(exact))
  }
}

/** A way to tell whom a mention names. */
export interface NamingRule {
  readonly rule: string
  readonly because: string
  /** The mention stands in brackets; `gives` is its name. */
  readonly example: string
  readonly gives: string
  /** `isTown`: the words before the mention say that what it names is a town. */
  find(name: string, scene: Scene, isTown: boolean): Named | null
}

/** In the order in which they are tried, which each rule's reason explains; what none names is kept as worded. */
export const namingRules: readonly NamingRule[] = [
  {
    rule: 'stands-for-state',
    because:
      'A capital or an adjective that acts is the state; first, since most of these are names of towns and peoples too',
    example: 'Russia struck. [Moscow] denied it.',
    gives: 'Russia',
    find: standsForState,
  },
  {
    rule: 'registry',
    because:
      'Whom the registry knows goes by the fullest name that the report uses; an abbreviation that the report spells out is looked up by its words',
    example: 'The Islamic State group fled. [Isis] lost.',
    gives: 'Islamic State group',
    find: registeredActor,
  },
  {
    rule: 'described',
    because:
      'The registry does not know a group together with what is said of it, so that is taken off and the rest looked up again',
    example: '[the militia Hezbollah] fired.',
    gives: 'Hezbollah',
    find: described,
  },
  {
    rule: 'members',
    because:
      'Members keep their words and have their group’s type; after the groups themselves, whose names may hold such words',
    example: '[Islamic State fighters] fled.',
    gives: 'Islamic State fighters',
    find: members,
  },
  {
    rule: 'person',
    because:
      'A person goes by the fullest name, and has the type of the office or group that the report says; last, since any capitals may be a person’s',
    example: 'Ada Example spoke. [Mr Example] left.',
    gives: 'Ada Example',
    find: namePerson,
  },
]

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
  { body, gazetteer, actor, scenes, remember }: Scene,
  isTown: boolean,
): Named | null {
  const isPlural = /[^s]s$/.test(name)
  const seat = isTown ? null : gazetteer.capital(name)
  // "Tripoli" of a report from Lebanon is a town there.
  const isElsewhere = seat !== null && scenes.get(name)?.has(seat) === false
  const code = (isElsewhere ? null : seat) ?? (isPlural ? null : gazetteer.demonym(name))
  const place = code ? gazetteer.lookup(`iso:${code}`)[0] : undefined
  const state = place ? actor(place.name) : null
  if (!state) return null
  const own = actor(name)
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
function registeredActor(name: string, scene: Scene): Named | null {
  const { introduced } = scene
  const spelled = introduced.get(name) ?? introduced.get(/\(([^)]+)\)$/.exec(name)?.[1] ?? '')
  const known = scene.claimants(spelled ?? name)
  const sought = known.length > 0 ? (spelled ?? name) : spelled ? name : uncounted(name)
  const claimants = known.length > 0 ? known : scene.claimants(sought)
  const actor = claimants.length > 1 ? spelledOutIn(scene, claimants, name) : claimants[0]
  if (!actor && claimants.length > 0) return contested(claimants, name)
  // A person by the last name alone may be another of that name, whom the report has told of.
  if (actor?.id.startsWith('person:') && !name.includes(' ')) return null
  if (actor) {
    const others = [
      ...claimants
        .filter(({ id }) => id !== actor.id)
        .map(other => ({ actor: other, lost: 'actor:not-called-otherwise' as const })),
      ...scene.atOtherTimes(sought).map(other => ({ actor: other, lost: 'actor:other-time' as const })),
    ]
    return { ...fullyNamed(actor, name, spelled, scene), ...(others.length > 0 && { others }) }
  }
  if (!spelled) return null
  const { type } = typeOfWords(spelled, scene.gazetteer)
  const kind = type === 'person' || type === 'unknown' || type === 'place' ? 'organisation' : type
  return { name: spelled, type: kind, registry: null, country: null, isPerson: false, rule: 'introduced' }
}

/** The one of several who share a name whom the report also calls by another. */
function spelledOutIn(
  scene: Scene,
  claimants: readonly RegisteredActor[],
  name: string,
): RegisteredActor | undefined {
  const told = claimants.filter(
    actor =>
      fullestUsed(
        scene,
        [actor.name, ...actor.aliases].filter(other => nameKey(other) !== nameKey(name)),
      ) !== null,
  )
  return told.length === 1 ? told[0] : undefined
}

function fullyNamed(actor: RegisteredActor, name: string, spelled: string | undefined, scene: Scene): Named {
  if (/^(?:forces|government):/.test(actor.id)) return registered(actor, name, 'forces')
  if (actor.type === 'identity-group') return registered(actor, name, 'registry')
  if (actor.id.startsWith('state:')) {
    // Only a short form gives way to the name in full.
    const full = name.length <= 5 && timesUsed(scene.body, actor.name) > 0 ? actor.name : name
    return registered(actor, full, 'registry')
  }
  const full = scene.remember(actor.id, () => fullestUsed(scene, [actor.name, ...actor.aliases]) ?? '')
  return registered(actor, spelled ?? (full.length > name.length ? full : name), 'registry')
}

/** Words of a group's name before its members' noun, and words that may stand before it ("remaining", "suspected"). */
const longestGroup = 6
const adjectives = 2
/** Types of nouns that no member of a group has. */
const notOfIt: ReadonlySet<ActorType> = new Set(['place', 'thing', 'state', 'media'])

/** "the militia Hezbollah", "US-backed Red Front": a group with what is said of it before its name. */
function described(name: string, scene: Scene): Named | null {
  const words = name.split(' ')
  for (let from = 1; from < words.length && from <= longestDescription; from++) {
    const before = words[from - 1] ?? ''
    // "Officials at the Red Front" are not the Red Front.
    if (preposition.test(before)) return null
    if (!/^\p{Ll}|-\p{L}/u.test(before) && scene.gazetteer.demonym(before) === null) return null
    const rest = words.slice(from).join(' ')
    const actor = /^\p{Lu}|^al-/u.test(rest) ? scene.actor(rest) : null
    if (actor?.id.startsWith('actor:')) return registeredActor(rest, scene)
  }
  return null
}
const longestDescription = 4
const preposition = /^(?:at|by|for|from|in|near|of|on|to|with)$/

/** Offices in a group, whose holders are of it, although the words could name a state's. */
const leading =
  /^(?:leaders?|spokesm[ae]n|spokesperson|spokeswoman|officials?|secretar(?:y|ies)|rulers?|council|personnel|staff|forces?|troops?|units?|soldiers?|police|commanders?)$/i

/**
 * "Islamic State fighters", "remaining Isis fighters": members have the type of their group, and keep their words. What a group
 * has ("Isis vehicles") and whom it deals with ("Nato ally") are not of it.
 */
function members(name: string, scene: Scene): Named | null {
  const head = headNoun(name)
  const byNoun = typeOfNoun(head)
  if (byNoun && !leading.test(head) && notOfIt.has(byNoun)) return null
  const words = uncounted(name).split(' ')
  for (let from = 0; from <= adjectives && from < words.length - 1; from++) {
    for (let to = Math.min(words.length - 1, from + longestGroup); to > from; to--) {
      const group = words
        .slice(from, to)
        .join(' ')
        .replace(/[’']s?$/, '')
      if (scene.letters === 'mixed' && group === group.toLowerCase()) continue
      const actor = scene.actor(group)
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

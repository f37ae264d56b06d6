import { holderNouns } from '../../../codebook/index.js'
import type { SaidValue } from '../../../model/claim.js'
import type { ActorValue } from '../../../model/values.js'
import type { ActorType } from '../../../model/vocabulary.js'
import { headNoun, isProperName, plainName } from '../actors/words.js'

export type TypedHolder = NonNullable<SaidValue['holderType']>
type HolderType = TypedHolder['type']

/** Whom words name, and the rule that said so. */
export interface NamedActor {
  readonly value: ActorValue
  readonly by: string
}

export interface Knowledge {
  /** Whom other words than the holder's own name ("the army" of "an army spokesman"). */
  identify(words: string): NamedActor | null
  /** The types of all who bear a name. */
  bearers(name: string): readonly ActorType[]
  /** The countries that the report tells to fight, as alpha-2. */
  readonly fighting: ReadonlySet<string>
}

const ofActor: Readonly<Partial<Record<ActorType, HolderType>>> = {
  'state-forces': 'party',
  'external-forces': 'party',
  rebel: 'party',
  militia: 'party',
  'terror-group': 'party',
  state: 'official',
  media: 'media',
  civilians: 'witness',
  organisation: 'other',
  company: 'other',
  protesters: 'other',
  'identity-group': 'other',
}

/**
 * What kind of voice a holder is: by the registry where it knows the name, by `holder-nouns.tsv` otherwise. Null where neither
 * tells. The rules are tried in order.
 */
export function typeOfHolder(holder: string, actor: NamedActor | null, known: Knowledge): TypedHolder | null {
  const words = plainName(holder)
  return (
    byWords(words) ??
    byRegistry(actor, known) ??
    byOutletName(words) ??
    byNoun(words, known) ??
    byActor(actor) ??
    byBearers(actor, known)
  )
}

const typed = (type: HolderType, by: string): TypedHolder => ({ type, by: `holder:${by}` })

const phrases = [...holderNouns.any].map(([words, type]) => ({
  words,
  type,
  pattern: new RegExp(`(?<![\\p{L}-])${words.replaceAll(' ', '[ -]')}(?![\\p{L}-])`, 'iu'),
}))

/** Words that tell wherever they stand: "human rights", "unnamed". */
function byWords(words: string): TypedHolder | null {
  const found = phrases.find(({ pattern }) => pattern.test(words))
  return found && found.type !== 'speaks-for' ? typed(found.type, `words/${found.words}`) : null
}

/**
 * Whom the registry knows. A state that the report tells to fight is a party to it, and so is its government. Members ("Red
 * Front doctors") and a state's forces ("Vareth police") are told by their nouns first.
 */
function byRegistry(actor: NamedActor | null, { fighting }: Knowledge): TypedHolder | null {
  const { registry = null, type = 'unknown', country = null, name = '' } = actor?.value ?? {}
  if (registry === null || actor?.by === 'actor:members' || registry.startsWith('forces:')) return null
  const fights = country !== null && fighting.has(country)
  if (/^(?:state|government):/.test(registry) && fights) return typed('party', 'fights-here')
  const known = ofActor[type]
  if (type === 'organisation') return byWords(name) ?? typed('other', 'registry')
  return known ? typed(known, 'registry') : null
}

/** "Vareth Herald": a name that ends as names of newspapers and stations do. */
function byOutletName(words: string): TypedHolder | null {
  const last = words.split(' ').at(-1) ?? ''
  const type = holderNouns.name.get(last.toLowerCase())
  return type && type !== 'speaks-for' && words.includes(' ') && isProperName(words)
    ? typed(type, `name/${last.toLowerCase()}`)
    : null
}

/** The noun that the words turn on; of a spokesperson or a source, whose it is. */
function byNoun(words: string, known: Knowledge): TypedHolder | null {
  const head = headNoun(words)
  const noun = [...singulars(head.toLowerCase())].find(one => holderNouns.head.has(one))
  const type = noun === undefined ? undefined : holderNouns.head.get(noun)
  if (noun === undefined || type === undefined) return null
  if (type !== 'speaks-for') return typed(type, `head/${noun}`)
  const at = words.lastIndexOf(head)
  const before = words.slice(0, at).trim()
  const of = /^ (?:of|for|in|from|at|within|close to) (?:the )?(.+)$/.exec(words.slice(at + head.length))?.[1]
  const last = before.split(' ').at(-1)?.toLowerCase() ?? ''
  const qualified = holderNouns.before.get(last)
  const alone = holderNouns.alone.get(noun)
  return (
    ofWhom(of, known) ??
    (qualified && qualified !== 'speaks-for' ? typed(qualified, `before/${last}`) : null) ??
    ofWhom(before, known) ??
    (alone && alone !== 'speaks-for' ? typed(alone, `alone/${noun}`) : null)
  )
}

/** A spokesperson has the type of whom it speaks for, where that can speak. The words grow shorter each time. */
function ofWhom(words: string | undefined, known: Knowledge): TypedHolder | null {
  const found = words ? typeOfHolder(words, known.identify(words), known) : null
  return found?.type === 'witness' ? null : found
}

/** A person's office, and what else the words told of the actor. */
function byActor(actor: NamedActor | null): TypedHolder | null {
  const type =
    actor && /^actor:(?:person|noun|manner|forces|members)$/.test(actor.by) && ofActor[actor.value.type]
  return type ? typed(type, `actor/${actor.value.type}`) : null
}

/** A name that several have, who are all of one kind. */
function byBearers(actor: NamedActor | null, { bearers }: Knowledge): TypedHolder | null {
  if (actor?.by !== 'actor:ambiguous') return null
  const [type, ...others] = new Set(bearers(actor.value.name).map(one => ofActor[one]))
  return type && others.length === 0 ? typed(type, 'registry') : null
}

function* singulars(noun: string): Generator<string> {
  yield noun
  yield noun
    .replace(/men$/, 'man')
    .replace(/ies$/, 'y')
    .replace(/people$/, 'person')
  yield noun.replace(/s$/, '')
  yield noun.replace(/(?<=ch|s|x)es$/, '')
  if (noun === 'wives') yield 'wife'
  if (noun === 'children') yield 'child'
}

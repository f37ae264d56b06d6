import type { ActorType } from '../../../model/vocabulary.js'
import { type IndexedText, placesOf } from './aliases.js'
import { typeOfNoun } from './nouns.js'
import type { Scene } from './scene.js'
import { headNoun, type Office, untitled } from './words.js'

/** What a person acts as, by what the report says of them. */
export interface Part {
  readonly type: ActorType
  /** Of the group that the person is of, as alpha-2. */
  readonly country: string | null
}

const ofOffice: Readonly<Record<'official' | 'soldier', ActorType>> = {
  official: 'state',
  soldier: 'state-forces',
}

/** The part that a person's title gives, else what stands before or after some telling of the name; else `person`. */
export function heldOffice(name: string, office: Office | null, scene: Scene): Part {
  if (office === 'official' || office === 'soldier') return { type: ofOffice[office], country: null }
  return tellings(name, scene, ({ before, after }) => {
    // A commander of a group is no officer of a state.
    const member = memberBefore(before, scene)
    if (member) return member
    const { office } = untitled(`${before} ${name}`.trim())
    if (office === 'official' || office === 'soldier') return { type: ofOffice[office], country: null }
    return after === null ? null : described(after, scene)
  })
}

/** How often a name is looked at: what is not said of a person at first is seldom said at all. */
const mostTellings = 8

function tellings(
  name: string,
  text: IndexedText,
  read: (around: { before: string; after: string | null }) => Part | null,
): Part {
  const { body } = text
  for (const at of placesOf(text, name).slice(0, mostTellings)) {
    const end = at + name.length
    const after = /^,? \(?(?:who (?:is|was) )?(?:the |an? )?([^,.;()]{3,80})[,.;)]/.exec(
      body.slice(end, end + 100),
    )
    const found = read({
      before: lastClause(body.slice(Math.max(0, at - 60), at)),
      after: after && /^[,(]|^ \(/.test(after[0].trimStart()) ? (after[1] ?? null) : null,
    })
    if (found) return found
  }
  return { type: 'person', country: null }
}

/** What a person is said to be after a comma: "the justice minister", "a commander of the Red Front". */
function described(words: string, scene: Scene): Part | null {
  const plain = words.replace(/\s+/g, ' ').trim()
  const group = groupIn(plain, scene)
  if (group) return group
  const byNoun = typeOfNoun(headNoun(plain))
  return byNoun && parts.has(byNoun) && !/^\p{Lu}/u.test(headNoun(plain))
    ? { type: byNoun, country: null }
    : null
}

/** Types that an office or calling gives; what else is said of a person ("a resident") leaves a person. */
const parts: ReadonlySet<ActorType> = new Set([
  'state',
  'state-forces',
  'media',
  'rebel',
  'militia',
  'terror-group',
])
const membership =
  /\b(?:member|fighter|militant|commander|leader|head|chief|founder|co-founder|co-chair|chairman|chairwoman|chair|spokesman|spokeswoman|spokesperson|recruiter|emir|jihadist|jihadi|guerrilla|official|operative|supporter|mastermind|ideologue|secretary)s?\b/i

/** "a senior Red Front commander", "leader of the Valley Party": the group whose member a person is said to be. */
function groupIn(words: string, scene: Scene): Part | null {
  if (!membership.test(words)) return null
  const names =
    words.match(
      /(?:\p{Lu}|al-)[\p{L}\p{M}\p{N}’'-]*(?: (?:(?:of|for|the|and|in|al) )*(?:\p{Lu}|al-)[\p{L}\p{M}\p{N}’'-]*)*/gu,
    ) ?? []
  for (const name of names) {
    const actor = scene.actor(name)
    if (actor && /^actor:/.test(actor.id) && actor.type !== 'identity-group' && actor.type !== 'media')
      return { type: actor.type, country: actor.country }
    if (/\bParty\b|\bUnion\b|\bMovement\b/.test(name)) return { type: 'organisation', country: null }
  }
  return /\bopposition\b|\bparty\b/i.test(words) ? { type: 'organisation', country: null } : null
}

/** "Red Front commander Ada Example", "journalist Bo Sample". */
function memberBefore(before: string, scene: Scene): Part | null {
  const last = before.split(' ').at(-1) ?? ''
  if (membership.test(last)) return groupIn(before, scene)
  return typeOfNoun(last) === 'media' && /^\p{Ll}/u.test(last) ? { type: 'media', country: null } : null
}

const lastClause = (text: string): string =>
  (
    text
      .replace(/\s+/g, ' ')
      .split(/[.;:“”"] /)
      .at(-1) ?? ''
  )
    .trim()
    .split(' ')
    .slice(-5)
    .join(' ')

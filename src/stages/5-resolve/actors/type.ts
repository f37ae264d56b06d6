import type { ActorType } from '../../../model/vocabulary.js'
import type { Gazetteer } from '../../../ports.js'
import { typeOfNoun } from './nouns.js'
import { headNoun, isProperName, longestName, telling } from './words.js'

/** A type with the rule that gave it. */
export interface Typed {
  readonly type: ActorType
  readonly rule: string
}

/** Adjectives that tell what kind of fighters are meant, whatever the noun. */
const manner: readonly (readonly [RegExp, ActorType])[] = [
  [/\b(?:rebel|insurgent|opposition|guerrilla|separatist)s?\b/i, 'rebel'],
  [/\b(?:jihadist|jihadi|islamist|extremist|terrorist|terror)s?\b/i, 'terror-group'],
  [/\bforeign fighters?\b/i, 'terror-group'],
  // Whoever is backed or led by a power is not that power.
  [
    /[- ](?:backed|allied|aligned|supported|trained|funded|armed)\b|\b(?:kurd|kurdish|arab)-led\b|\bproxy\b/i,
    'militia',
  ],
  [/\b(?:militia|paramilitary|tribal|pro-[\p{L}]+|kurdish|shia|shi’ite|shiite)\b/iu, 'militia'],
  [
    /\b(?:foreign|coalition|us-led|u\.s\.-led|nato-led|international|multinational|peacekeeping|allied)\b/i,
    'external-forces',
  ],
]
const fighters =
  /^(?:fighter|fighters|force|forces|group|groups|commander|commanders|leader|leaders|gunmen|gunman|militants?|faction|factions|troops|brigade|units?|outfits?|organi[sz]ations?|partners?|allies)$/i

/** "eastern Norland", "north-west Arzan". */
const direction = /^(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]entral)[a-z-]* \p{Lu}/u

/**
 * The type of an actor that no registry names: by its head noun, the adjectives before it, or the place that it is. A person's
 * name gives `person`; words that say nothing, `unknown`.
 */
export function typeOfWords(words: string, gazetteer: Gazetteer): Typed {
  const name = telling(words)
  const head = headNoun(name)
  const byNoun = typeOfNoun(head)
  if (fighters.test(head)) {
    const how = manner.find(([pattern]) => pattern.test(name))
    if (how) return { type: how[1], rule: 'manner' }
  }
  const first = (name.split(' ')[0] ?? '').replace(/[’']s$/, '')
  const people = gazetteer.demonym(first)
  if (people && head === first) return { type: 'civilians', rule: 'people' }
  if (byNoun) return { type: byNoun, rule: 'noun' }
  if (words.length > longestName) return { type: 'unknown', rule: 'none' }
  const place = gazetteer.lookup(name)[0]
  if (place && /^\p{Lu}|-\p{Lu}/u.test(name))
    return { type: place.level === 'country' ? 'state' : 'place', rule: 'place' }
  if (direction.test(name)) return { type: 'place', rule: 'place' }
  return isProperName(name) ? { type: 'person', rule: 'name' } : { type: 'unknown', rule: 'none' }
}

import type { ActorType } from '../../../model/vocabulary.js'
import type { Gazetteer } from '../../../ports.js'
import { typeOfNoun } from './nouns.js'
import { headNoun, isProperName, uncounted } from './words.js'

/** A type with the rule that gave it. */
export interface Typed {
  readonly type: ActorType
  readonly rule: string
}

/** Adjectives that tell what kind of fighters are meant, whatever the noun. */
const manner: readonly (readonly [RegExp, ActorType])[] = [
  [/\b(?:rebel|insurgent|opposition|guerrilla|separatist)s?\b/i, 'rebel'],
  [/\b(?:jihadist|jihadi|islamist|extremist|terrorist)s?\b/i, 'terror-group'],
  [/\b(?:militia|paramilitary|tribal|pro-government|pro-regime|kurdish|shia|shi’ite|shiite)\b/i, 'militia'],
  [/\b(?:foreign|coalition|us-led|u\.s\.-led)\b/i, 'external-forces'],
]
const fighters =
  /^(?:fighter|fighters|force|forces|group|groups|commander|commanders|leader|leaders|gunmen|faction|factions|troops|brigade|units?)$/i

/**
 * The type of an actor that no registry names: by its head noun, the adjectives before it, or the place that it is. A person's
 * name gives `person`; words that say nothing, `unknown`.
 */
export function typeOfWords(words: string, gazetteer: Gazetteer): Typed {
  const name = uncounted(words)
  const head = headNoun(name)
  const byNoun = typeOfNoun(head)
  if (fighters.test(head)) {
    const how = manner.find(([pattern]) => pattern.test(name))
    if (how) return { type: how[1], rule: 'manner' }
  }
  const first = (name.split(' ')[0] ?? '').replace(/[’']s$/, '')
  const people = gazetteer.demonym(first)
  if (people && (byNoun === null || head === first)) return { type: 'civilians', rule: 'people' }
  if (byNoun) return { type: byNoun, rule: 'noun' }
  const place = gazetteer.lookup(name)[0]
  if (place && /^\p{Lu}|-\p{Lu}/u.test(name))
    return { type: place.level === 'country' ? 'state' : 'place', rule: 'place' }
  return isProperName(name) ? { type: 'person', rule: 'name' } : { type: 'unknown', rule: 'none' }
}

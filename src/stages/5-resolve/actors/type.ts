import type { ActorType } from '../../../model/vocabulary.js'
import type { Gazetteer } from '../../../ports.js'
import { typeOfNoun } from './nouns.js'
import { headNoun, isProperName, longestName, telling } from './words.js'

/** A type with the rule that gave it. */
export interface Typed {
  readonly type: ActorType
  readonly rule: string
}

/**
 * What is said of fighters, and the type that it gives whatever the noun; the first that fits. `*` stands for any word, a hyphen
 * for a blank too.
 */
export const manner: readonly {
  readonly words: string
  readonly type: ActorType
  readonly because: string
}[] = [
  {
    words: 'rebel, insurgent, opposition, guerrilla, separatist',
    type: 'rebel',
    because: 'they say against whom they fight',
  },
  {
    words: 'jihadist, jihadi, islamist, extremist, terrorist, terror, foreign fighter',
    type: 'terror-group',
    because: 'reports say so of groups that the codebook calls terror groups; foreigners join these',
  },
  {
    words:
      '*-backed, *-allied, *-aligned, *-supported, *-trained, *-funded, *-armed, kurdish-led, kurd-led, arab-led, proxy',
    type: 'militia',
    because: 'whoever is backed or led by a power is not that power',
  },
  {
    words: 'militia, paramilitary, tribal, pro-*, kurdish, shia, shi’ite, shiite',
    type: 'militia',
    because: 'armed, for somebody, and neither a state’s forces nor said to be rebels',
  },
  {
    words:
      '*-led force, *-led forces, foreign force, foreign forces, foreign troops, coalition force, coalition forces, international force, international forces, multinational force, multinational forces, peacekeeping force, peacekeeping forces, observer force, allied forces, coalition troops, international troops',
    type: 'external-forces',
    because: 'forces of more than one power, or of another',
  },
]

const patterns = manner.map(({ words, type }) => ({
  type,
  pattern: new RegExp(
    `(?<![\\p{L}-])(?:${words.replaceAll(', ', '|').replaceAll('*', "[\\p{L}.'’]+").replaceAll('-', '[- ]')})s?(?![\\p{L}])`,
    'iu',
  ),
}))

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
    const how = patterns.find(({ pattern }) => pattern.test(name))
    if (how) return { type: how.type, rule: 'manner' }
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

import type { Quote } from '../../../model/span.js'
import type { ActorType } from '../../../model/vocabulary.js'
import type { Named } from './scene.js'
import { headNoun, plainName } from './words.js'

const groupWords =
  /^(?:this |that )?(?:group|organisation|organization|militants|jihadists|extremist group|militant group|terror group|terrorist group|rebel group|movement|jihadis)$/i
/** What a state has one of, or calls its own by; read only as that of the one state whose so-called the report has named. */
const institution =
  /^(?:army|military|government|regime|police|navy|parliament|troops|soldiers|forces|authorities|ministry|junta|warplanes|jets)$/
const ofState = /^(?:forces|government):/

/** Fighters whose side the words do not tell: they keep their words, and have the type of the armed group named last. */
const fightingWords =
  /^(?:(?:its|their|the group[’']s|local|other|remaining|returning|captured|suspected|armed|\d[\d,]*|one|two|three|four|five|six|several|some|about|dozens of|hundreds of) )*(?:fighters?|recruits?|attackers?)$/iu
const groups: readonly ActorType[] = ['terror-group', 'rebel', 'militia']
const personWords = /^(?:he|she|him|her)$/i
/** A pronoun is read only this near to the one person it can stand for (UTF-16 code units). */
const reach = 400

/** Whom a report has told of up to some mention, kept so that asking takes no longer as the report goes on. */
export interface Told {
  add(named: Named, at: number): void
  /** The armed group named last. */
  group(): Named | null
  /** The one state's forces or authority that goes by a noun, as named last; null where several states' do. */
  institution(noun: string): Named | null
  /** The one person named within reach before a place in the text; null where several were. */
  person(at: number): Named | null
}

export function nobodyTold(): Told {
  let lastGroup: Named | null = null
  const institutions = new Map<string, { readonly last: Named; readonly isOne: boolean }>()
  const persons: { readonly named: Named; readonly at: number }[] = []
  return {
    add(named, at) {
      const { type, registry, isPerson } = named
      if (registry !== null && groups.includes(type)) lastGroup = named
      if (ofState.test(registry ?? '')) {
        const noun = headNoun(named.name)
        const before = institutions.get(noun)
        const isOne = before === undefined || (before.isOne && before.last.registry === registry)
        institutions.set(noun, { last: named, isOne })
      }
      if (isPerson) persons.push({ named, at })
    },
    group: () => lastGroup,
    institution(noun) {
      const found = institutions.get(noun)
      return found?.isOne ? found.last : null
    },
    person(at) {
      const near = persons.slice(persons.findLastIndex(one => at - one.at > reach) + 1)
      const [first] = near
      return first && near.every(({ named }) => named.name === first.named.name) ? first.named : null
    },
  }
}

/**
 * Who "the group", "the army" or "he" stands for: the armed group named last; the one state's whose army was named; the one
 * person named nearby. Null where the words are no such words, or where that is not clear.
 */
export function antecedent({ exact, start }: Quote, told: Told): Named | null {
  const words = plainName(exact)
  const as = (named: Named | null, change: Partial<Named>): Named | null => named && { ...named, ...change }
  if (groupWords.test(words) && /^(?:the|this|that)\s/i.test(exact)) {
    return as(told.group(), { rule: 'the-group' })
  }
  if (/^the\s/i.test(exact) && institution.test(words)) {
    return as(told.institution(words), { rule: 'same-noun' })
  }
  if (fightingWords.test(words)) {
    const rule = /^(?:its|their) /i.test(words) ? 'its-fighters' : 'fighters'
    return as(told.group(), { name: words, registry: null, rule })
  }
  return personWords.test(words) ? as(told.person(start), { rule: 'pronoun' }) : null
}

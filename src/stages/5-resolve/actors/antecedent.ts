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

type Earlier = Named & { readonly at: number }

/**
 * Who "the group", "the army" or "he" stands for: the armed group named last; the one state's whose army was named; the one
 * person named nearby. Null where the words are no
 * such words, or where that is not clear.
 */
export function antecedent({ exact, start }: Quote, before: readonly Earlier[]): Named | null {
  const words = plainName(exact)
  if (groupWords.test(words) && /^(?:the|this|that)\s/i.test(exact)) {
    const group = before.findLast(({ type, registry }) => registry !== null && groups.includes(type))
    return group ? { ...group, rule: 'the-group' } : null
  }
  if (/^the\s/i.test(exact) && institution.test(words)) {
    const same = before.filter(one => ofState.test(one.registry ?? '') && headNoun(one.name) === words)
    const ids = new Set(same.map(({ registry }) => registry))
    const last = same.at(-1)
    return last && ids.size === 1 ? { ...last, rule: 'same-noun' } : null
  }
  if (fightingWords.test(words)) {
    const group = before.findLast(({ type, registry }) => registry !== null && groups.includes(type))
    return group
      ? {
          ...group,
          name: words,
          registry: null,
          rule: /^(?:its|their) /i.test(words) ? 'its-fighters' : 'fighters',
        }
      : null
  }
  if (!personWords.test(words)) return null
  const persons = before.filter(({ isPerson, at }) => isPerson && start - at <= reach)
  const names = new Set(persons.map(({ name }) => name))
  const [only] = persons
  return only && names.size === 1 ? { ...only, rule: 'pronoun' } : null
}

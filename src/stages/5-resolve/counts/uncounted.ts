import type { Count } from './grammar.js'
import type { Word } from './words.js'

const one = /^(a|an|another|his|her|he|she|him|one)$/
const definite = /^(the|its|their|our|my|this|that)$/
const irregularPlurals =
  /^(people|men|women|children|policemen|police|personnel|servicemen|gunmen|militiamen|troops|staff|dead|wounded|injured|others|rest|whom)$/

/**
 * A count in words without a number (codebook section 4): "a man", "the pilot", a person's name are one; what else says
 * that there was harm at all ("deaths", "others") has no number and stands as vague.
 */
export function uncounted(exact: string, words: readonly Word[]): Pick<Count, 'value' | 'rule'> {
  const [first] = words
  const single = { low: 1, high: 1, vague: null }
  if (isCollective(words)) return { value: { low: null, high: null, vague: exact }, rule: 'word' }
  if (first && one.test(first.lower)) return { value: single, rule: 'article' }
  if (first && definite.test(first.lower) && !isPlural(words)) return { value: single, rule: 'article' }
  const name = words.filter(({ text }) => /^\p{L}/u.test(text))
  const capitals = name.filter(({ text }) => /^\p{Lu}/u.test(text))
  const shouted = name.every(({ text }) => text === text.toUpperCase())
  const isNamed = name.length > 1 || /^\p{Lu}\p{Ll}+$/u.test(exact)
  if (isNamed && !shouted && capitals.length === name.length && !isPlural(words)) {
    return { value: single, rule: 'name' }
  }
  const [, ...names] = named.exec(exact) ?? []
  const bearer = names
    .find(name => name !== undefined)
    ?.split(' ')
    .at(-1)
    ?.toLowerCase()
  if (bearer && !isPluralWord(bearer)) return { value: single, rule: 'name' }
  return { value: { low: null, high: null, vague: exact }, rule: 'word' }
}

/** A name of two words and more, or of one before what befell its bearer: "Jane Doe, 27, was shot", "Orlo was killed". */
const named =
  /^(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*)*)(?:, [^,]+,)? (?:was|who|has been|died)\b|^(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*)+), (?:an?|the|\d)\b/u

/** "A wave of refugees", "a civilian population": one word for many. */
function isCollective(words: readonly Word[]): boolean {
  const [article, ...rest] = words
  if (!article || !/^(a|an|the|another)$/.test(article.lower)) return false
  const head = rest.slice(0, 4).find(({ lower }) => collective.test(lower))
  const next = head && words[words.indexOf(head) + 1]
  return head !== undefined && (!next || /^(?:of|has|had|have|was|were|is|are)$/.test(next.lower))
}

const collective =
  /^(wave|series|string|spate|stream|exodus|group|crowd|population|community|family|convoy|generation)$/

const isPlural = (words: readonly Word[]): boolean => isPluralWord(words.at(-1)?.lower ?? '')

const isPluralWord = (word: string): boolean =>
  irregularPlurals.test(word) || (/[^s]s$/.test(word) && word.length > 3)

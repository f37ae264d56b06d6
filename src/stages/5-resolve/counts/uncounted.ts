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
  if (first && one.test(first.lower)) return { value: single, rule: 'article' }
  if (first && definite.test(first.lower) && !isPlural(words)) return { value: single, rule: 'article' }
  const name = words.filter(({ text }) => /^\p{L}/u.test(text))
  const capitals = name.filter(({ text }) => /^\p{Lu}/u.test(text))
  const shouted = name.every(({ text }) => text === text.toUpperCase())
  const isNamed = name.length > 1 || /^\p{Lu}\p{Ll}+$/u.test(exact)
  if (isNamed && !shouted && capitals.length === name.length && !isPlural(words)) {
    return { value: single, rule: 'name' }
  }
  return { value: { low: null, high: null, vague: exact }, rule: 'word' }
}

function isPlural(words: readonly Word[]): boolean {
  const head = words.at(-1)?.lower ?? ''
  return irregularPlurals.test(head) || (/[^s]s$/.test(head) && head.length > 3)
}

import type { Word } from './words.js'

const named = new Map<string, number>(
  [
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
    'eighteen nineteen',
  ]
    .join(' ')
    .split(' ')
    .map((word, i) => [word, i + 1]),
)
const tens = new Map<string, number>(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i]),
)
/** Words that multiply what stands before them; lakh and crore are Indian English. */
const multiples = new Map<string, number>([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1_000],
  ['lakh', 100_000],
  ['lakhs', 100_000],
  ['million', 1_000_000],
  ['crore', 10_000_000],
  ['crores', 10_000_000],
  ['billion', 1_000_000_000],
])

/** A whole number as written, and the index of the word after it. */
export interface Cardinal {
  readonly value: number
  readonly next: number
}

/**
 * The cardinal that starts at a word: "12", "1,200", "3.3 million", "twenty-four", "two hundred and five", "a dozen",
 * "half a million". Null where none does, or where it is no whole number.
 */
export function cardinalAt(words: readonly Word[], at: number): Cardinal | null {
  const half = words[at]?.lower === 'half' && isArticle(words[at + 1])
  const first = half || isArticle(words[at]) ? articleMultiple(words, half ? at + 1 : at) : plain(words, at)
  if (!first) return null
  const value = half ? first.value / 2 : first.value
  return Number.isSafeInteger(value) && value >= 0 ? { value, next: first.next } : null
}

const isArticle = (word: Word | undefined): boolean => word?.lower === 'a' || word?.lower === 'an'

/** "a dozen", "a hundred and twenty": an article counts only before a multiple. */
function articleMultiple(words: readonly Word[], at: number): Cardinal | null {
  return multiples.has(words[at + 1]?.lower ?? '') ? scaled(words, 1, at + 1) : null
}

function plain(words: readonly Word[], at: number): Cardinal | null {
  const word = words[at]
  if (!word) return null
  const numeral = numeralValue(word.text)
  if (numeral !== null) return scaled(words, numeral, at + 1)
  const small = smallNumber(words, at)
  return small && scaled(words, small.value, small.next)
}

/** What multiples and their additions make of a number that stands before them. */
function scaled(words: readonly Word[], first: number, at: number): Cardinal {
  let total = 0
  let part = first
  let next = at
  for (;;) {
    const multiple = multiples.get(words[next]?.lower ?? '')
    if (multiple !== undefined) {
      part = Math.round(part * multiple * 1000) / 1000
      next++
      // "two hundred thousand": the hundreds are multiplied again; "two thousand five hundred": they are added.
      if (multiples.has(words[next]?.lower ?? '')) continue
      const and = words[next]?.lower === 'and' ? next + 1 : next
      const addition = smallNumber(words, and)
      if (!addition || multiple === 12 || addition.value >= multiple) return { value: total + part, next }
      total += part
      part = addition.value
      next = addition.next
    } else return { value: total + part, next }
  }
}

/** One to ninety-nine in words. */
function smallNumber(words: readonly Word[], at: number): Cardinal | null {
  const lower = words[at]?.lower ?? ''
  const [ten = '', unit] = lower.split('-')
  const tensValue = tens.get(ten)
  if (tensValue === undefined) {
    const value = named.get(lower)
    return value === undefined ? null : { value, next: at + 1 }
  }
  if (unit !== undefined) {
    const value = named.get(unit)
    return value !== undefined && value < 10 ? { value: tensValue + value, next: at + 1 } : null
  }
  const value = named.get(words[at + 1]?.lower ?? '')
  return value !== undefined && value < 10
    ? { value: tensValue + value, next: at + 2 }
    : { value: tensValue, next: at + 1 }
}

/** A numeral with thousands separators or a decimal part; null for ordinals ("12th") and decades ("1990s"). */
function numeralValue(text: string): number | null {
  if (/^\d+(?:[,\u00a0\u2009\u202f]\d{2,3})*$/.test(text)) return Number(text.replace(/\D/g, ''))
  return /^\d+\.\d+$/.test(text) ? Number(text) : null
}

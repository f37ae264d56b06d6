import type { CountValue } from '../../../model/values.js'
import { type Cardinal, cardinalAt } from './cardinal.js'
import type { Word } from './words.js'

/** How many, as written. */
export type Amount = Pick<CountValue, 'low' | 'high' | 'vague'>

/** A count as written: what it comes to, the rule that says so, and the words `from` up to `to` that carry it. */
export interface Count {
  readonly value: Amount
  readonly rule: string
  readonly from: number
  readonly to: number
}

type Meaning = (n: number, words: string) => Amount

/** What words before a number make of it (codebook section 4); the longest that fits is taken. */
export const modifiers: readonly {
  readonly rule: string
  readonly phrases: readonly string[]
  readonly means: Meaning
}[] = [
  {
    rule: 'at-least',
    phrases: [
      'at least',
      'a minimum of',
      'no fewer than',
      'no less than',
      'not less than',
      'at the very least',
    ],
    means: n => ({ low: n, high: null, vague: null }),
  },
  {
    rule: 'more-than',
    phrases: [
      'more than',
      'over',
      'upwards of',
      'upward of',
      'in excess of',
      'well over',
      'well more than',
      'above',
      'greater than',
    ],
    means: n => ({ low: n + 1, high: null, vague: null }),
  },
  {
    rule: 'up-to',
    phrases: ['up to', 'as many as', 'at most', 'a maximum of', 'no more than', 'not more than'],
    means: n => ({ low: null, high: n, vague: null }),
  },
  {
    rule: 'fewer-than',
    phrases: ['fewer than', 'less than', 'under', 'below', 'not quite'],
    means: n => ({ low: null, high: Math.max(0, n - 1), vague: null }),
  },
  {
    rule: 'about',
    phrases: [
      'about',
      'around',
      'roughly',
      'approximately',
      'some',
      'nearly',
      'almost',
      'close to',
      'an estimated',
      'estimated',
      'perhaps',
      'circa',
    ],
    means: (n, words) => ({ low: n, high: n, vague: words.replace(/^an /i, '') }),
  },
  {
    rule: 'exact',
    phrases: [
      'a total of',
      'the other',
      'all',
      'only',
      'just',
      'another',
      'a further',
      'the',
      'the remaining',
      'exactly',
      'the first',
      'the last',
      'a record',
    ],
    means: n => ({ low: n, high: n, vague: null }),
  },
]

/** Words that stand for an unknown number; `of` belongs to the quote only where no number word goes with it. */
export const vagueWords: readonly string[] = [
  'a number of',
  'an unknown number of',
  'an undetermined number of',
  'an unspecified number of',
  'a handful of',
  'a couple of',
  'a group of',
  'a few',
  'half',
  'roughly half',
  'about half',
  'nearly half',
  'almost half',
  'more than half',
  'the rest',
  'unknown numbers of',
  'several',
  'multiple',
  'numerous',
  'countless',
  'many',
  'most',
  'some',
  'dozens',
  'scores',
  'tens',
  'hundreds',
  'thousands',
  'millions',
]
const vagueMultiples = [
  'dozen',
  'hundred',
  'thousand',
  'million',
  'hundreds',
  'thousands',
  'millions',
  'dozens',
]
/** "both", "none" and the like: a number in a word that is no cardinal. */
const fixed: Readonly<Record<string, number>> = { both: 2, none: 0, no: 0, another: 1, zero: 0 }

const byFirstWord = (phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const index = new Map<string, string[][]>()
  for (const phrase of phrases.map(words => words.split(' ')).sort((a, b) => b.length - a.length)) {
    const [first = ''] = phrase
    index.set(first, [...(index.get(first) ?? []), phrase])
  }
  return index
}
const beforeIndex = byFirstWord(modifiers.flatMap(({ phrases }) => phrases))
const vagueIndex = byFirstWord(vagueWords)
const modifierOf = new Map(modifiers.flatMap(modifier => modifier.phrases.map(phrase => [phrase, modifier])))

/** The count whose words start at a word, or null. What stands around it is not looked at. */
export function countAt(words: readonly Word[], at: number): Count | null {
  return (
    modified(words, at) ??
    between(words, at) ??
    bare(words, at) ??
    unknownNumber(words, at) ??
    inAWord(words, at)
  )
}

function phraseAt(
  index: ReadonlyMap<string, readonly (readonly string[])[]>,
  words: readonly Word[],
  at: number,
): readonly string[] | undefined {
  return index
    .get(words[at]?.lower ?? '')
    ?.find(phrase => phrase.every((word, i) => words[at + i]?.lower === word))
}

/** "at least 12", "more than a dozen", "the other two". */
function modified(words: readonly Word[], at: number): Count | null {
  const phrase = phraseAt(beforeIndex, words, at)
  const modifier = phrase && modifierOf.get(phrase.join(' '))
  if (!phrase || !modifier) return null
  const start = at + phrase.length
  const inner = bare(words, start)
  if (inner && modifier.rule === 'exact') return { ...inner, from: at }
  if (inner?.rule === 'range' && modifier.rule === 'about') {
    return { ...inner, value: { ...inner.value, vague: words[at]?.text ?? null }, from: at }
  }
  const number = cardinalAt(words, start)
  if (!number) return null
  const text = words.slice(at, start).map(word => word.text)
  return {
    value: modifier.means(number.value, text.join(' ')),
    rule: modifier.rule,
    from: at,
    to: number.next,
  }
}

/** "between 10 and 15". */
function between(words: readonly Word[], at: number): Count | null {
  if (words[at]?.lower !== 'between') return null
  const low = cardinalAt(words, at + 1)
  const high = low && words[low.next]?.lower === 'and' ? cardinalAt(words, low.next + 1) : null
  return low && high && low.value < high.value ? range(at, low.value, high) : null
}

const range = (from: number, low: number, high: Cardinal): Count => ({
  value: { low, high: high.value, vague: null },
  rule: 'range',
  from,
  to: high.next,
})

/** "12", "10 to 15", "two or three", "12 or more", "50+". */
function bare(words: readonly Word[], at: number): Count | null {
  const number = cardinalAt(words, at)
  if (!number) return null
  const { value, next } = number
  const after = words[next]?.lower
  const exact = { value: { low: value, high: value, vague: null }, rule: 'exact', from: at, to: next }
  if (after === '+')
    return { ...exact, value: { low: value, high: null, vague: null }, rule: 'at-least', to: next + 1 }
  if (after === 'or') {
    const tail = words[next + 1]?.lower
    if (tail === 'more') {
      return { ...exact, value: { low: value, high: null, vague: null }, rule: 'at-least', to: next + 2 }
    }
    if (tail === 'so')
      return { ...exact, value: { low: value, high: value, vague: 'or so' }, rule: 'about', to: next + 2 }
  }
  if (after !== undefined && ['to', 'or', '-', '–'].includes(after)) {
    const high = cardinalAt(words, next + 1)
    if (high && high.value > value) return range(at, scaledLike(words, value, high), high)
  }
  return exact
}

/** "10 to 15 thousand": the low end is counted in the same thousands. */
function scaledLike(words: readonly Word[], low: number, high: Cardinal): number {
  const numeral = Number(words[high.next - 2]?.text.replaceAll(',', ''))
  const factor = high.value / numeral
  return Number.isInteger(factor) && factor >= 100 && low < numeral ? low * factor : low
}

/** "dozens", "tens of thousands", "a few hundred", "a number of". */
function unknownNumber(words: readonly Word[], at: number): Count | null {
  const phrase = phraseAt(vagueIndex, words, at)
  if (!phrase) return null
  let to = at + phrase.length
  const of = words[to]?.lower === 'of' ? to + 1 : to
  if (vagueMultiples.includes(words[of]?.lower ?? '')) to = of + 1
  const text = words.slice(at, to).map(word => word.text)
  return { value: { low: null, high: null, vague: text.join(' ') }, rule: 'vague', from: at, to }
}

function inAWord(words: readonly Word[], at: number): Count | null {
  const n = fixed[words[at]?.lower ?? '']
  return n === undefined
    ? null
    : { value: { low: n, high: n, vague: null }, rule: 'word', from: at, to: at + 1 }
}

import type { Unit } from './calendar.js'
import type { Count, DayPart } from './form.js'
import type { Word } from './words.js'

/** The words that the rules' classes stand for. A map's value is what the word says. */

const numbered = (names: string, from = 0): ReadonlyMap<string, number> =>
  new Map(names.split(' ').flatMap((group, i) => group.split('/').map(name => [name, i + from] as const)))

export const months = numbered(
  'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec',
  1,
)
/** Month names that are more often something else; they need a capital and a date about them. */
export const doubtfulMonths: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'jan',
  'jun',
  'dec',
  'sep',
])

export const weekdays = numbered('monday tuesday wednesday thursday friday saturday sunday')
export const weekdayAbbreviations = numbered('mon tue/tues wed thu/thur/thurs fri sat sun')
export const weekdayPlurals = numbered('mondays tuesdays wednesdays thursdays fridays saturdays sundays')
export const seasons = numbered('spring/springtime summer/summertime autumn/fall winter/wintertime')
export const ordinals = numbered(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  1,
)

/** Singular and plural of the units that are counted. */
export const units: ReadonlyMap<string, Unit> = new Map([
  ...(['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'decade'] as const).flatMap(
    unit => [[unit, unit] as const, [`${unit}s`, unit] as const],
  ),
  ['century', 'century'],
  ['centuries', 'century'],
])

export const dayParts: ReadonlyMap<string, DayPart> = new Map([
  ['morning', 'MO'],
  ['dawn', 'MO'],
  ['daybreak', 'MO'],
  ['sunrise', 'MO'],
  ['midday', 'MI'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['dusk', 'EV'],
  ['sunset', 'EV'],
  ['nightfall', 'EV'],
  ['night', 'NI'],
  ['overnight', 'NI'],
  ['daytime', 'DT'],
])

const small = numbered(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
)
const tens = numbered('twenty thirty forty/fourty fifty sixty seventy eighty ninety', 2)
const scales: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
])
const vague: ReadonlySet<string> = new Set([
  'several',
  'few',
  'many',
  'some',
  'countless',
  'numerous',
  'various',
])

export const zones: ReadonlySet<string> = new Set(
  'gmt utc bst est edt cst cdt mst mdt pst pdt et cet cest eet eest msk ist local'.split(' '),
)

/** What a class read: its value, and the word after it. */
export interface Read<T> {
  readonly value: T
  readonly next: number
}

const isDigits = (text: string): boolean => /^\d+$/.test(text)

/** Whether a count may start with a word. */
export const startsCount = (text: string): boolean =>
  isDigits(text) ||
  small.has(text) ||
  tens.has(text) ||
  scales.has(text) ||
  vague.has(text) ||
  /^(?:an?|half|couple|dozens|hundreds|thousands)$/.test(text)

/** A number in figures or words, "a" as 1, "several" as `X`; at most eight words, so that a read is bounded. */
export function readCount(words: readonly Word[], at: number): Read<Count> | null {
  const word = words[at]
  if (!word) return null
  if (isDigits(word.text)) return readFigures(words, at)
  if (word.text === 'a' || word.text === 'an') return readArticle(words, at)
  if (vague.has(word.text)) return { value: 'X', next: at + 1 }
  if (word.text === 'couple' && words[at + 1]?.text === 'of') return { value: 2, next: at + 2 }
  if (word.text === 'dozens' || word.text === 'hundreds' || word.text === 'thousands') {
    return words[at + 1]?.text === 'of' ? { value: 'X', next: at + 2 } : null
  }
  if (word.text === 'half' && /^an?$/.test(words[at + 1]?.text ?? '')) return { value: 0.5, next: at + 2 }
  return withHalf(words, readWords(words, at))
}

function readArticle(words: readonly Word[], at: number): Read<Count> {
  const after = words[at + 1]?.text ?? ''
  if (after === 'few' || after === 'many' || after === 'number') {
    const of = words[at + 2]?.text === 'of' ? 1 : 0
    return { value: 'X', next: at + 2 + of }
  }
  if (after === 'couple') return { value: 2, next: at + (words[at + 2]?.text === 'of' ? 3 : 2) }
  if (after === 'dozen') return { value: 12, next: at + 2 }
  if (scales.has(after)) return readWords(words, at + 1) ?? { value: 1, next: at + 1 }
  if (after === 'full' || after === 'single' || after === 'whole' || after === 'further') {
    return { value: 1, next: at + 2 }
  }
  return { value: 1, next: at + 1 }
}

function readFigures(words: readonly Word[], at: number): Read<Count> | null {
  let text = words[at]?.text ?? ''
  if (text.length > 6) return null
  let next = at + 1
  while (
    words[next]?.text === ',' &&
    words[next]?.tight &&
    /^\d{3}$/.test(words[next + 1]?.text ?? '') &&
    next < at + 5
  ) {
    text += words[next + 1]?.text
    next += 2
  }
  if (
    words[next]?.text === '.' &&
    words[next]?.tight &&
    words[next + 1]?.tight &&
    isDigits(words[next + 1]?.text ?? '')
  ) {
    text += `.${words[next + 1]?.text}`
    next += 2
  }
  const value = Number(text)
  const [over, slash, under] = [words[next], words[next + 1], words[next + 2]]
  if (over && slash?.text === '/' && under?.text === '2' && over.text === '1')
    return { value: value + 0.5, next: next + 3 }
  return withHalf(words, { value, next })
}

function readWords(words: readonly Word[], at: number): Read<number> | null {
  let total = 0
  let group = 0
  let next = at
  for (let word = words[next]; word && next < at + 8; word = words[next]) {
    const ten = tens.get(word.text)
    const one = small.get(word.text)
    const scale = scales.get(word.text)
    if (one !== undefined && group % 10 === 0 && (group % 100 === 0 || one < 10)) group += one
    else if (ten !== undefined && group % 100 === 0) group += ten * 10
    else if (scale !== undefined && (group > 0 || next === at)) {
      if (scale === 100) group = Math.max(group, 1) * 100
      else {
        total += Math.max(group, 1) * scale
        group = 0
      }
    } else break
    next++
    if (
      words[next]?.text === '-' &&
      words[next]?.tight &&
      ten !== undefined &&
      small.has(words[next + 1]?.text ?? '')
    )
      next++
  }
  return next > at ? { value: total + group, next } : null
}

function withHalf(words: readonly Word[], read: Read<number> | null): Read<number> | null {
  if (!read) return null
  const after = [0, 1, 2].map(i => words[read.next + i]?.text).join(' ')
  return after === 'and a half' ? { value: read.value + 0.5, next: read.next + 3 } : read
}

/** A year in four figures, or said as "nineteen ninety-six". */
export function readYear(words: readonly Word[], at: number): Read<number> | null {
  const word = words[at]
  if (!word) return null
  if (/^[12]\d{3}$/.test(word.text)) {
    const after = words[at + 1]
    const glued = after?.tight === true && (/^\p{L}/u.test(after.text) || isGroup(words, at + 1))
    return glued ? null : { value: Number(word.text), next: at + 1 }
  }
  const century = word.text === 'twenty' ? 20 : small.get(word.text)
  if (century !== 18 && century !== 19 && century !== 20) return null
  const rest = readWords(words, at + 1)
  if (!rest || rest.value < 10 || rest.value > 99) return null
  return { value: century * 100 + rest.value, next: rest.next }
}

/** ",000" or ".5" after figures: they were no year. */
const isGroup = (words: readonly Word[], at: number): boolean =>
  (words[at]?.text === ',' || words[at]?.text === '.') &&
  words[at + 1]?.tight === true &&
  isDigits(words[at + 1]?.text ?? '')

/** A day of the month: "5", "05", "5th", "fifth", "twenty-first". */
export function readDay(words: readonly Word[], at: number, ordinalOnly = false): Read<number> | null {
  const word = words[at]
  if (!word) return null
  if (/^\d{1,2}$/.test(word.text)) {
    const after = words[at + 1]
    const ordinal = after?.tight === true && /^(?:st|nd|rd|th)$/.test(after.text)
    const value = Number(word.text)
    if (value < 1 || value > 39 || (ordinalOnly && !ordinal)) return null
    if (!ordinal && after?.tight === true && (/^\p{L}/u.test(after.text) || isGroup(words, at + 1)))
      return null
    return { value, next: at + (ordinal ? 2 : 1) }
  }
  const one = ordinals.get(word.text)
  if (one !== undefined) return { value: one, next: at + 1 }
  if (word.text === 'thirtieth') return { value: 30, next: at + 1 }
  const ten = tens.get(word.text)
  const hyphen = words[at + 1]?.text === '-' ? 1 : 0
  const unit = ordinals.get(words[at + 1 + hyphen]?.text ?? '')
  return (ten === 2 || ten === 3) && unit !== undefined && unit < 10
    ? { value: ten * 10 + unit, next: at + 2 + hyphen }
    : null
}

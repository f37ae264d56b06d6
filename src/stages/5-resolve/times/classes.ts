import type { Form } from './form.js'
import { holidays } from './holidays.js'
import {
  dayParts,
  months,
  ordinals,
  type Read,
  readCount,
  readDay,
  readYear,
  seasons,
  startsCount,
  units,
  weekdayAbbreviations,
  weekdayPlurals,
  weekdays,
  zones,
} from './lexicon.js'
import type { Word } from './words.js'

/** What a part of a pattern reads. */
export type Value = number | string | Form
export type Reader = (words: readonly Word[], at: number) => Read<Value> | null

/** A class of words: which words it may start with (a quick refusal), and how it is read. */
export interface WordClass {
  readonly starts: (text: string) => boolean
  readonly read: Reader
}

const oneOf = (map: ReadonlyMap<string, number | string>): WordClass => ({
  starts: text => map.has(text),
  read: (words, at) => {
    const value = map.get(words[at]?.text ?? '')
    return value === undefined ? null : { value, next: at + 1 }
  },
})

/** Short names that are no abbreviations: a full stop after them ends the sentence. */
const wholeWords: ReadonlySet<string> = new Set(['may', 'june', 'july', 'march', 'april'])

/** An abbreviation takes its full stop with it. */
const abbreviated = ({ starts, read }: WordClass): WordClass => ({
  starts,
  read: (words, at) => {
    const found = read(words, at)
    if (!found) return null
    const text = words[at]?.text ?? ''
    const stop = words[found.next]
    const short = text.length <= 5 && !wholeWords.has(text)
    return short && stop?.text === '.' && stop.tight && words[found.next + 1] !== undefined
      ? { value: found.value, next: found.next + 1 }
      : found
  },
})

const fullWeekday = oneOf(weekdays)
const shortWeekday = abbreviated(oneOf(weekdayAbbreviations))

const weekday: WordClass = {
  starts: text => fullWeekday.starts(text) || shortWeekday.starts(text),
  read: (words, at) => {
    const full = fullWeekday.read(words, at)
    if (full) return full
    const after = words[at + 1]
    return words[at]?.capital && after?.tight && after.text === '.' ? shortWeekday.read(words, at) : null
  },
}

const figures = (least: number, most: number, shape: RegExp): WordClass => ({
  starts: text => shape.test(text),
  read: (words, at) => {
    const text = words[at]?.text ?? ''
    const value = Number(text)
    return shape.test(text) && value >= least && value <= most ? { value, next: at + 1 } : null
  },
})

const day = (ordinalOnly: boolean): WordClass => ({
  starts: text => /^\d{1,2}$/.test(text) || ordinals.has(text) || /^(?:twenty|thirty|thirtieth)$/.test(text),
  read: (words, at) => readDay(words, at, ordinalOnly),
})

/** The classes that patterns name in capitals. */
export const classes: Readonly<Record<string, WordClass>> = {
  DAY: day(false),
  DAYTH: day(true),
  NTH: day(false),
  MONTH: abbreviated(oneOf(months)),
  YEAR: {
    starts: text => /^\d{4}$/.test(text) || /^(?:eighteen|nineteen|twenty)$/.test(text),
    read: readYear,
  },
  YY: figures(0, 99, /^\d\d$/),
  MM: figures(1, 12, /^\d{1,2}$/),
  YYYY: figures(1000, 2999, /^\d{4}$/),
  DECADE: figures(1000, 2990, /^[12]\d\d0$/),
  SMALL: figures(1, 999, /^\d{1,3}$/),
  WEEKDAY: weekday,
  WEEKDAYS: oneOf(weekdayPlurals),
  SEASON: oneOf(seasons),
  DAYPART: oneOf(dayParts),
  ORD: oneOf(ordinals),
  COUNT: { starts: startsCount, read: readCount },
  UNIT: oneOf(units),
  HOUR: figures(0, 24, /^\d{1,2}$/),
  MINUTE: figures(0, 59, /^\d\d$/),
  HHMM: figures(0, 2400, /^\d{4}$/),
  ZONE: {
    starts: text => zones.has(text),
    read: (words, at) => {
      const value = words[at]?.text ?? ''
      return zones.has(value) ? { value, next: at + 1 } : null
    },
  },
  HOLIDAY: { starts: text => holidayStarts.has(text), read: readHoliday },
}

const holidayStarts: ReadonlySet<string> = new Set([...holidays.keys()].map(name => name.split(' ')[0] ?? ''))
function readHoliday(words: readonly Word[], at: number): Read<string> | null {
  for (let length = 5; length >= 1; length--) {
    const name = words
      .slice(at, at + length)
      .map(word => word.text)
      .join(' ')
    const id = holidays.get(name)
    if (id !== undefined && words[at]?.capital && at + length <= words.length)
      return { value: id, next: at + length }
  }
  return null
}

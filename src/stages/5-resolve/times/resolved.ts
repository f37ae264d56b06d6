import { type CalendarUnit, isInEra, isLonger, type Period } from './calendar.js'
import type { Stretch } from './round.js'

export type Tense = 'past' | 'future'

/** What a form is reckoned by. */
export interface Context {
  /** A day, a month or a year; null where unknown. */
  readonly published: Period | null
  /** The times told so far, the last one last. */
  readonly told: readonly Period[]
  readonly tense: Tense
  /** The text tells of another time than that of its publication: dates without a year take that of the time last told. */
  readonly history: boolean
}

/** What a time was found to be. */
export interface Resolved {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  readonly timex: string | null
  readonly mod: string | null
  readonly edtf: string | null
  /** What a later "that day" can refer to. */
  readonly period: Period | null
  readonly anchor: 'none' | 'published' | 'text'
  /** The time told before that it was reckoned from; null where it was from no such. */
  readonly from: Period | null
  /** The rule that derived what the words do not say; null where they say it all. */
  readonly implied: string | null
  readonly fault: 'impossible' | 'unpublished' | 'no-anchor' | null
}

export const nothing: Resolved = {
  type: 'DATE',
  timex: null,
  mod: null,
  edtf: null,
  period: null,
  anchor: 'none',
  from: null,
  implied: null,
  fault: null,
}

/** A stretch of the calendar as what was found; null values where it lies outside the years 1 to 9999. */
export function found(stretch: Stretch, rest: Partial<Resolved> = {}): Resolved {
  if (!isInEra(stretch)) return { ...nothing, ...rest }
  const { timex, edtf, period } = stretch
  return { ...nothing, timex, edtf, period, ...rest }
}

/** TIMEX3 values where the day, the week, … is not known. */
export const unknown: Readonly<Partial<Record<CalendarUnit, string>>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  year: 'XXXX',
}

/** The latest time told that is no longer than a unit. */
export const toldWithin = (unit: CalendarUnit, told: readonly Period[]): Period | null =>
  told.findLast(period => !isLonger(period.unit, unit)) ?? null

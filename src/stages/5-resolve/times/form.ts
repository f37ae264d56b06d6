import type { CalendarUnit, Period, Unit } from './calendar.js'

/** How many of a unit; `X` where the words do not say ("several"). */
export type Count = number | 'X'

/** Something that comes round every week or every year. Monday is weekday 0, spring season 0. */
export type Named =
  | { readonly of: 'weekday' | 'weekend' | 'month' | 'season' | 'quarter' | 'half'; readonly n: number }
  | { readonly of: 'day'; readonly month: number; readonly n: number }
  /** A day of a month that the text leaves to be found: "the 20th". */
  | { readonly of: 'monthday'; readonly n: number }
  | { readonly of: 'holiday'; readonly name: string }

/**
 * Which of the round is meant: `nearest` is settled by the tense of the clause; `before` and `after` are reckoned from the
 * time last told, the others from the publication.
 */
export type Which = 'nearest' | 'last' | 'this' | 'next' | 'before' | 'after'

/** What a time is reckoned from: the publication, or the time last told in the text. */
export type From = 'published' | 'text'

/** A part of a longer time. `earlier` and `later` are parts whose edges nobody states. */
export type Part = 'start' | 'mid' | 'end' | 'earlier' | 'later' | DayPart
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT'

/** TIMEX3 `mod` values for amounts and for times that are not meant exactly. */
export type Approximation =
  | 'APPROX'
  | 'LESS_THAN'
  | 'MORE_THAN'
  | 'EQUAL_OR_LESS'
  | 'EQUAL_OR_MORE'
  | 'ON_OR_BEFORE'
  | 'ON_OR_AFTER'
  | 'BEFORE'
  | 'AFTER'

/** What the words say, before anything is reckoned. */
export type Form =
  /** A stretch of the calendar said in full: "2015", "the 1990s", "2015-12-21". */
  | { readonly is: 'period'; readonly period: Period }
  /** "Friday", "24 November", "last May", "the third quarter of 1990". */
  | { readonly is: 'named'; readonly named: Named; readonly which: Which; readonly within: Form | null }
  /** A whole unit at or beside the anchor: "last week", "yesterday", "that month", "the following year". */
  | { readonly is: 'step'; readonly unit: CalendarUnit; readonly n: number; readonly from: From }
  /** A distance from the anchor: "two days ago", "three weeks later", "a year before 9 May 2011". */
  | {
      readonly is: 'shift'
      readonly count: Count
      readonly unit: Unit
      readonly sign: 1 | -1
      readonly from: From | Form
    }
  /** "30-31 March"; the words of both ends stand in one expression. */
  | { readonly is: 'range'; readonly from: Form; readonly to: Form }
  /** "The last week of May", "the second Sunday in May"; weeks of a month are its sevens. */
  | {
      readonly is: 'nth'
      readonly nth: number | 'last'
      readonly unit: 'day' | 'week' | 'weekday' | 'weekend'
      /** Monday is 0; Saturday for a weekend. Read of weekdays and weekends only. */
      readonly weekday: number
      readonly of: Form
    }
  /** The week that holds a day: "the week of 4 March". */
  | { readonly is: 'week-of'; readonly of: Form }
  /** A year before the common era. */
  | { readonly is: 'bc'; readonly year: number }
  /** "early Friday", "mid-October", "the morning of 5 May". */
  | { readonly is: 'part'; readonly part: Part; readonly of: Form }
  /** "9:30 p.m. Friday"; without `of`, a clock time of a day that the text leaves open. */
  | {
      readonly is: 'clock'
      readonly hour: number
      readonly minute: number | null
      readonly of: Form | null
    }
  /** "three weeks"; with `reach`, one that ends or starts at the anchor: "the past three weeks". */
  | {
      readonly is: 'duration'
      readonly count: Count
      readonly unit: Unit
      readonly reach: 'past' | 'future' | null
    }
  /** "daily", "every Friday": a TIMEX3 value. */
  | { readonly is: 'set'; readonly value: string }
  /** "now", "recently", "soon"; `today` where the day of publication is meant, and not the times we live in. */
  | {
      readonly is: 'reference'
      readonly to: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'
      readonly today: boolean
    }
  /** The quarter that a business report tells of: "the quarter", "the latest period"; a year before: "the year-ago quarter". */
  | { readonly is: 'quarter'; readonly years: 0 | -1 }
  /** The time last told, as it is: "then". */
  | { readonly is: 'same' }
  /** "about two years", "at least 30 days", "around 5 May". */
  | { readonly is: 'about'; readonly mod: Approximation; readonly of: Form }

export const period = (of: Period): Form => ({ is: 'period', period: of })
export const named = (of: Named, within: Form | null = null, which: Which = 'nearest'): Form => ({
  is: 'named',
  named: of,
  which,
  within,
})
export const step = (unit: CalendarUnit, n: number, from: From = 'published'): Form => ({
  is: 'step',
  unit,
  n,
  from,
})
export const part = (of: Form, which: Part): Form => ({ is: 'part', part: which, of })
export const duration = (count: Count, unit: Unit, reach: 'past' | 'future' | null = null): Form => ({
  is: 'duration',
  count,
  unit,
  reach,
})

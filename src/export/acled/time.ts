import type { EventKind } from '../../model/vocabulary.js'
import { daysAfter, type Stretch } from '../days.js'
import { type LeftOut, leftOut } from '../settle.js'
import { goesOn } from './types.js'

export interface AcledTime {
  /** A row for each. */
  readonly days: readonly string[]
  readonly precision: 1 | 2 | 3
}

const longestMonth = 31

/**
 * ACLED's days and precision. What goes on and is told of the days from one to another has a row for each; anything else has
 * one: within a week (2) or a month (3) on its middle day, or on the first or last where the beginning or end of a month
 * is told. What is told less closely than to a month is not coded.
 */
export function acledTime(kind: EventKind, time: Stretch | null): AcledTime | LeftOut {
  if (!time) return leftOut('no day, week or month is told')
  const { first, last, days, about, fromDayToDay } = time
  if (days > longestMonth) return leftOut('told of more than a month')
  if (fromDayToDay && goesOn.has(kind) && !about) {
    return { days: Array.from({ length: days }, (_, i) => daysAfter(first, i)), precision: 1 }
  }
  if (days === 1) return { days: [first], precision: about ? 2 : 1 }
  if (days <= 7) return { days: [middleOf(first, days)], precision: 2 }
  const isBeginning = first.endsWith('-01') && days <= 10
  const isEnd = days <= 11 && daysAfter(last, 1).endsWith('-01')
  return { days: [isBeginning ? first : isEnd ? last : middleOf(first, days)], precision: 3 }
}

const middleOf = (first: string, days: number): string => daysAfter(first, Math.floor((days - 1) / 2))

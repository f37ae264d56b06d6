import { civil, daysOf, type Period } from './calendar.js'
import type { Form, Named } from './form.js'
import type { Tense } from './resolved.js'
import { inRound, roundOf, type Stretch } from './round.js'

/** The one of its rounds that is meant. At most nine rounds away: a leap day comes every eight years at worst. */
export function choose(
  { named, which }: Form & { is: 'named' },
  anchor: Period,
  tense: Tense,
): Stretch | null {
  const { first, last } = daysOf(anchor)
  const here = roundOf(named, first)
  if (which === 'nearest' && (named.of === 'day' || named.of === 'month'))
    return nearestDate(named, anchor, tense)
  if (which === 'this' && named.of !== 'weekend') return inRound(named, here)
  const ahead =
    which === 'nearest' && named.of === 'quarter' ? isQuarterAhead(named.n, first, tense) : tense === 'future'
  const next = which === 'next' || which === 'after'
  const previous = which === 'last' || which === 'before'
  const future = next || (!previous && ahead)
  const fits = (found: Stretch): boolean => {
    if (next) return found.first > last
    if (previous) return found.last < first
    return future ? found.last >= first : found.first <= last
  }
  for (let away = -1; away <= 9; away++) {
    const found = inRound(named, future ? here + away : here - away)
    if (found && fits(found)) return found
  }
  return null
}

/** Reports look forward to a quarter that is long past this year; of one just past they may well say what it "will" show. */
const isQuarterAhead = (n: number, today: number, tense: Tense): boolean =>
  tense === 'future' && Math.floor((civil(today).month - 1) / 3) - n >= 3

/**
 * A date without a year is the last one or the next one. What is told as past may still be a date soon to come ("the
 * Jan. 14 deadline" on 7 January), for a report of something eleven months past would name the year; what is told as to
 * come is not looked for more than two thirds of a year ahead.
 */
function nearestDate(named: Named, { unit, at }: Period, tense: Tense): Stretch | null {
  const { first, last } = daysOf({ unit, at })
  const here = roundOf(named, first)
  const around = [-8, -4, -1, 0, 1, 4, 8].flatMap(away => inRound(named, here + away) ?? [])
  const before = around.findLast(found => found.first <= last)
  const after = around.find(found => found.first > last)
  if (!before || !after) return before ?? after ?? null
  if (before.last >= first) return before
  return after.first - last <= (tense === 'future' ? 240 : named.of === 'day' ? 45 : 0) ? after : before
}

/**
 * In a history, the one in the year (for a day of the month, in the month) of the time last told; a story goes forward, so
 * that "in January" after December means the next one.
 */
export function besideTold(named: Named, anchor: Period): Stretch | null {
  const { first } = daysOf(anchor)
  const round = roundOf(named, first)
  const found = inRound(named, round)
  return found && found.last < first - 240 ? inRound(named, round + 1) : found
}

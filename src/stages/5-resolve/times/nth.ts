import { daysOf, edtfOf, holding, isoDay, timexOf, weekdayOf } from './calendar.js'
import type { Form } from './form.js'
import { found, nothing, type Resolved } from './resolved.js'
import { stretchOf } from './round.js'

/** "The last week of May", "the second Sunday in May": null where the month is not known or has no such day. */
export function resolveNth({ nth, unit, weekday }: Form & { is: 'nth' }, month: Resolved): Resolved {
  if (!month.period) return { ...nothing, fault: month.fault }
  const { first, last } = daysOf(month.period)
  const size = unit === 'day' ? 1 : 7
  // The first such weekday of the month, or the last.
  const lead = unit === 'weekday' || unit === 'weekend' ? (weekday - weekdayOf(first) + 7) % 7 : 0
  const trail = unit === 'weekday' || unit === 'weekend' ? (weekdayOf(last) - weekday + 7) % 7 : size - 1
  const start = nth === 'last' ? last - trail : first + lead + (nth - 1) * size
  const source = { anchor: month.anchor, from: month.from, implied: month.implied }
  if (start > last) return { ...nothing, fault: 'impossible' }
  if (unit === 'day' || unit === 'weekday') return found(stretchOf({ unit: 'day', at: start }), source)
  const week = timexOf(holding('week', { unit: 'day', at: start }))
  const end = unit === 'weekend' ? start + 1 : Math.min(start + 6, last)
  return found(
    {
      first: start,
      last: end,
      period: null,
      edtf: `${isoDay(start)}/${isoDay(end)}`,
      timex: unit === 'weekend' ? `${week}-WE` : week,
    },
    source,
  )
}

/** The calendar week that holds a day. */
export function resolveWeekOf(day: Resolved): Resolved {
  if (!day.period) return day
  const week = holding('week', day.period)
  return { ...day, period: week, edtf: edtfOf(week), timex: timexOf(week) }
}

import {
  type CalendarUnit,
  civil,
  daysOf,
  edtfOf,
  holding,
  isInEra,
  isLonger,
  isoDay,
  type Period,
  type Unit,
} from './calendar.js'
import type { Form } from './form.js'
import { quarterBefore } from './quarters.js'
import { type Context, found, nothing, type Resolved, unknown } from './resolved.js'
import { inRound, stretchOf } from './round.js'
import { durationValue } from './timex.js'

/** A distance reckoned in a calendar unit: 48 hours in days, half years in months, decades in years; null within a day. */
function inCalendar(count: number, unit: Unit): { unit: CalendarUnit; count: number } | null {
  if (unit === 'hour' && count % 24 === 0) return { unit: 'day', count: count / 24 }
  if (unit === 'hour' || unit === 'minute' || unit === 'second') return null
  if (unit === 'decade') return { unit: 'year', count: count * 10 }
  if (unit === 'century') return { unit: 'year', count: count * 100 }
  if (Number.isInteger(count)) return { unit, count }
  if (unit === 'year') return { unit: 'month', count: Math.round(count * 12) }
  return { unit: 'day', count: Math.round(count * (unit === 'week' ? 7 : unit === 'month' ? 30 : 1)) }
}

/** A distance from its anchor; `base` is what the anchor was found to be, where the words name it. */
export function resolveShift(
  form: Form & { is: 'shift' },
  base: Resolved | null,
  context: Context,
): Resolved {
  const { count, unit, sign, from } = form
  if (count === 'X') return { ...nothing, timex: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }
  const distance = inCalendar(count, unit)
  if (!distance) return { ...nothing, type: 'DURATION', timex: durationValue(count, unit) }
  const anchor = base ? base.period : from === 'text' ? (context.told.at(-1) ?? null) : context.published
  const fault = base ? base.fault : from === 'text' ? 'no-anchor' : 'unpublished'
  const year = unit === 'year' && count === 1 && !base ? quarterBefore(context) : null
  if (year) return found(stretchOf(year), { anchor: 'text', implied: 'from-text' })
  const missing: Resolved = { ...nothing, timex: unknown[distance.unit] ?? null, fault }
  if (!anchor || isLonger(anchor.unit, distance.unit)) return missing
  const source = {
    anchor: base ? base.anchor : from === 'text' ? 'text' : 'published',
    from: base ? base.from : from === 'text' ? anchor : null,
    implied: from === 'published' ? 'from-publication' : base ? 'from-date' : 'from-text',
  } as const
  return shifted(
    anchor,
    distance.unit,
    sign * distance.count,
    unit === 'year' && count === 1 && from === 'published',
    base !== null,
    source,
  )
}

/** Weeks are kept to the day, and "a year ago" to the month: nobody means the whole calendar year by it. */
function shifted(
  anchor: Period,
  unit: CalendarUnit,
  by: number,
  single: boolean,
  exact: boolean,
  source: Partial<Resolved>,
): Resolved {
  const target = { unit, at: holding(unit, anchor).at + by }
  const whole = found(stretchOf(target), source)
  if (whole.edtf === null) return whole
  if (unit === 'week' && anchor.unit === 'day') return { ...whole, edtf: isoDay(anchor.at + by * 7) }
  if (unit === 'year' && exact && anchor.unit === 'day') {
    const { year, month, day } = civil(anchor.at)
    const same = inRound({ of: 'day', month, n: day }, year + by)
    return same ? found(same, source) : whole
  }
  if (unit === 'year' && single && !isLonger(anchor.unit, 'month')) {
    return { ...whole, edtf: `${edtfOf({ unit: 'month', at: holding('month', anchor).at + by * 12 })}~` }
  }
  return whole
}

/** A length; one that ends or starts at the publication gives the stretch of days. */
export function resolveDuration(form: Form & { is: 'duration' }, { published }: Context): Resolved {
  const value: Resolved = { ...nothing, type: 'DURATION', timex: durationValue(form.count, form.unit) }
  const distance = form.count === 'X' ? null : inCalendar(form.count, form.unit)
  if (!form.reach || !distance || published?.unit !== 'day' || isLonger(distance.unit, 'month')) return value
  const edge = edgeOf(published.at, distance.unit, form.reach === 'past' ? -distance.count : distance.count)
  if (!isInEra({ first: edge, last: edge })) return value
  const [from, to] = form.reach === 'past' ? [edge, published.at] : [published.at, edge]
  return { ...value, edtf: `${isoDay(from)}/${isoDay(to)}`, anchor: 'published', implied: 'reach' }
}

/** The day that lies some days, weeks or months from another; the last of its month where there is no such day. */
function edgeOf(from: number, unit: CalendarUnit, by: number): number {
  if (unit !== 'month') return from + by * (unit === 'week' ? 7 : 1)
  const { year, month, day } = civil(from)
  const { first, last } = daysOf({ unit: 'month', at: year * 12 + month - 1 + by })
  return Math.min(first + day - 1, last)
}

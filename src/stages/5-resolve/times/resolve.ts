import {
  type CalendarUnit,
  civil,
  daysOf,
  edtfOf,
  holding,
  isLonger,
  isoDay,
  type Period,
  timexOf,
  type Unit,
} from './calendar.js'
import type { Approximation, Form, From, Named, Part } from './form.js'
import { inRound, roundOf, type Stretch, stretchOf, unplaced } from './round.js'
import { durationValue } from './timex.js'

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
  /** The rule that derived what the words do not say; null where they say it all. */
  readonly implied: string | null
  readonly fault: 'impossible' | 'unpublished' | 'no-anchor' | null
}

const nothing: Resolved = {
  type: 'DATE',
  timex: null,
  mod: null,
  edtf: null,
  period: null,
  anchor: 'none',
  implied: null,
  fault: null,
}

/** Reckons what a form stands for in its context. Never guesses an anchor: without one, the value is null. */
export function resolve(form: Form, context: Context): Resolved {
  switch (form.is) {
    case 'period':
      return of(stretchOf(form.period), {})
    case 'named':
      return resolveNamed(form, context)
    case 'step':
      return resolveStep(form.unit, form.n, form.from, context)
    case 'shift':
      return resolveShift(form, context)
    case 'part':
      return resolvePart(form.part, resolve(form.of, context))
    case 'clock':
      return resolveClock(form, context)
    case 'duration':
      return resolveDuration(form, context)
    case 'about':
      return approximate(form.mod, resolve(form.of, context))
    case 'range':
      return resolveRange(resolve(form.from, context), resolve(form.to, context))
    case 'set':
      return { ...nothing, type: 'SET', timex: form.value }
    case 'bc':
      return { ...nothing, timex: `BC${String(form.year).padStart(4, '0')}` }
    case 'reference':
      return resolveReference(form, context)
    case 'quarter':
      return resolveQuarter(form.years, context)
    case 'same':
      return resolveSame(context)
  }
}

const of = (stretch: Stretch, rest: Partial<Resolved>): Resolved => ({
  ...nothing,
  timex: stretch.timex,
  edtf: stretch.edtf,
  period: stretch.period,
  ...rest,
})

function resolveNamed(form: Form & { is: 'named' }, context: Context): Resolved {
  const { named, which } = form
  if (form.within) return namedWithin(form, resolve(form.within, context))
  const last = context.told.at(-1)
  const beside = which === 'before' || which === 'after'
  const text = (beside || ((context.history || named.of === 'monthday') && named.of !== 'weekday')) && last
  const anchor = text ? last : context.published
  const missing: Resolved = { ...nothing, ...unplaced(named), fault: 'unpublished' }
  if (!anchor || ((named.of === 'weekday' || named.of === 'weekend') && anchor.unit !== 'day')) return missing
  const found = text && !beside ? besideTold(form.named, anchor) : choose(form, anchor, context.tense)
  if (!found)
    return named.of === 'holiday'
      ? missing
      : { ...nothing, ...unplaced(named), fault: 'impossible', edtf: null }
  const implied =
    named.of === 'weekday'
      ? `weekday-${which === 'nearest' ? context.tense : which}`
      : text
        ? 'year-from-text'
        : 'year-from-publication'
  return of(found, { anchor: text ? 'text' : 'published', implied })
}

function namedWithin({ named }: Form & { is: 'named' }, within: Resolved): Resolved {
  const { period } = within
  if (!period) return { ...nothing, ...unplaced(named), fault: within.fault }
  const { first, last } = daysOf(period)
  const from = roundOf(named, first)
  // A week may start in the middle of a round; a year is one round.
  for (let round = from; round <= from + 1; round++) {
    const found = inRound(named, round)
    if (found && found.first >= first && found.first <= last) {
      return of(found, { anchor: within.anchor, implied: within.implied, fault: within.fault })
    }
  }
  return { ...nothing, fault: 'impossible' }
}

/** The one of its rounds that is meant. At most nine rounds away: a leap day comes every eight years at worst. */
function choose({ named, which }: Form & { is: 'named' }, anchor: Period, tense: Tense): Stretch | null {
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
function besideTold(named: Named, anchor: Period): Stretch | null {
  const { first } = daysOf(anchor)
  const round = roundOf(named, first)
  const found = inRound(named, round)
  return found && found.last < first - 240 ? inRound(named, round + 1) : found
}

/** The latest time told that is no longer than a unit. */
const toldWithin = (unit: CalendarUnit, told: readonly Period[]): Period | null =>
  told.findLast(period => !isLonger(period.unit, unit)) ?? null

const unknownStep: Readonly<Partial<Record<CalendarUnit, string>>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  year: 'XXXX',
}

function resolveStep(unit: CalendarUnit, n: number, from: From, context: Context): Resolved {
  const text = from === 'text' || (context.history && unit !== 'day' && n === 0)
  const anchor = text ? toldWithin(unit, context.told) : context.published
  const missing: Resolved = {
    ...nothing,
    timex: unknownStep[unit] ?? null,
    fault: text ? 'no-anchor' : 'unpublished',
  }
  if (!anchor) return missing
  const source = {
    anchor: text ? 'text' : 'published',
    implied: text ? 'from-text' : 'from-publication',
  } as const
  if (isLonger(anchor.unit, unit)) return n === 0 ? of(stretchOf(anchor), source) : missing
  const base = holding(unit, anchor)
  return of(stretchOf({ unit, at: base.at + n }), source)
}

/** A distance reckoned in a calendar unit: half years in months, decades in years. */
function inCalendar(count: number, unit: Unit): { unit: CalendarUnit; count: number } | null {
  if (unit === 'hour' || unit === 'minute' || unit === 'second') return null
  if (unit === 'decade') return { unit: 'year', count: count * 10 }
  if (unit === 'century') return { unit: 'year', count: count * 100 }
  if (Number.isInteger(count)) return { unit, count }
  if (unit === 'year') return { unit: 'month', count: Math.round(count * 12) }
  return { unit: 'day', count: Math.round(count * (unit === 'week' ? 7 : unit === 'month' ? 30 : 1)) }
}

function resolveShift(form: Form & { is: 'shift' }, context: Context): Resolved {
  const { count, unit, sign, from } = form
  if (count === 'X') return { ...nothing, timex: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }
  const distance = inCalendar(count, unit)
  if (!distance) return { ...nothing, type: 'DURATION', timex: durationValue(count, unit) }
  const base = typeof from === 'object' ? resolve(from, context) : null
  const anchor = base ? base.period : from === 'text' ? (context.told.at(-1) ?? null) : context.published
  const fault = base ? base.fault : from === 'text' ? 'no-anchor' : 'unpublished'
  const year = unit === 'year' && count === 1 && !base ? quarterBefore(context) : null
  if (year) return of(stretchOf(year), { anchor: 'text', implied: 'from-text' })
  const missing: Resolved = { ...nothing, timex: unknownStep[distance.unit] ?? null, fault }
  if (!anchor || isLonger(anchor.unit, distance.unit)) return missing
  const source = {
    anchor: base ? base.anchor : from === 'text' ? 'text' : 'published',
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
  const found = of(stretchOf(target), source)
  if (unit === 'week' && anchor.unit === 'day') return { ...found, edtf: isoDay(anchor.at + by * 7) }
  if (unit === 'year' && exact && anchor.unit === 'day') {
    const { year, month, day } = civil(anchor.at)
    const same = inRound({ of: 'day', month, n: day }, year + by)
    return same ? of(same, source) : found
  }
  if (unit === 'year' && single && !isLonger(anchor.unit, 'month')) {
    return { ...found, edtf: `${edtfOf({ unit: 'month', at: holding('month', anchor).at + by * 12 })}~` }
  }
  return found
}

/** "A year earlier" in a report of a quarter means that quarter of the year before. */
function quarterBefore(context: Context): Period | null {
  const near = context.told.slice(-6).some(period => period.unit === 'quarter')
  const quarter = near ? latestQuarter(context) : null
  return quarter && { unit: 'quarter', at: quarter.at - 4 }
}

/** The latest quarter told that is over: earlier ones are there to be compared with it. */
function latestQuarter({ told, published }: Context): Period | null {
  const before = published ? daysOf(published).first : Number.POSITIVE_INFINITY
  const quarters = told.filter(period => period.unit === 'quarter' && daysOf(period).last < before)
  return quarters.reduce<Period | null>((best, one) => (best && best.at >= one.at ? best : one), null)
}

function resolveQuarter(years: 0 | -1, context: Context): Resolved {
  const { published } = context
  const latest = latestQuarter(context)
  if (!latest && (!published || isLonger(published.unit, 'quarter')))
    return { ...nothing, timex: 'XXXX-QX', fault: 'unpublished' }
  // Business reports tell of the quarter that has ended.
  const base = latest ?? (published && { unit: 'quarter' as const, at: holding('quarter', published).at - 1 })
  if (!base) return nothing
  const source = latest
    ? ({ anchor: 'text', implied: 'from-text' } as const)
    : ({ anchor: 'published', implied: 'from-publication' } as const)
  return of(stretchOf({ unit: 'quarter', at: base.at + years * 4 }), source)
}

const mods: Readonly<Partial<Record<Part, string>>> = {
  start: 'START',
  mid: 'MID',
  end: 'END',
  earlier: 'START',
  later: 'END',
}

function resolvePart(part: Part, whole: Resolved): Resolved {
  const mod = mods[part]
  if (mod === undefined) {
    return { ...whole, type: 'TIME', timex: whole.timex && `${whole.timex.replace(/T.*$/, '')}T${part}` }
  }
  const third = { start: 0, mid: 1, end: 2 }[part as string]
  const edtf = third !== undefined && whole.period && whole.edtf ? thirdOf(whole.period, third) : null
  return { ...whole, mod, edtf: edtf ?? whole.edtf }
}

/** Parts of a month, a year and a decade are their thirds (codebook section 3); other times are kept whole. */
function thirdOf(period: Period, third: number): string | null {
  const { first, last } = daysOf(period)
  if (period.unit === 'month') {
    const month = edtfOf(period)
    const until = third === 2 ? isoDay(last) : `${month}-${(third + 1) * 10}`
    return `${month}-${third}1/${until}`
  }
  const { year } = civil(first)
  if (period.unit === 'year') {
    const month = (n: number): string => edtfOf({ unit: 'month', at: year * 12 + n })
    return `${month(third * 4)}/${month(third * 4 + 3)}`
  }
  if (period.unit !== 'decade') return null
  const edges = [0, 3, 4, 6, 7, 9]
  return `${year + (edges[third * 2] ?? 0)}/${year + (edges[third * 2 + 1] ?? 9)}`
}

function resolveClock(form: Form & { is: 'clock' }, context: Context): Resolved {
  const two = (n: number): string => String(n).padStart(2, '0')
  const time = `T${two(form.hour)}:${two(form.minute ?? 0)}`
  if (!form.of) {
    const day = toldWithin('day', context.told) ?? (context.history ? null : context.published)
    return {
      ...nothing,
      type: 'TIME',
      timex: day?.unit === 'day' ? `${timexOf(day)}${time}` : `XXXX-XX-XX${time}`,
    }
  }
  const day = resolve(form.of, context)
  return { ...day, type: 'TIME', timex: day.timex && `${day.timex.replace(/T.*$/, '')}${time}`, mod: null }
}

function resolveDuration(form: Form & { is: 'duration' }, { published }: Context): Resolved {
  const value: Resolved = { ...nothing, type: 'DURATION', timex: durationValue(form.count, form.unit) }
  const distance = form.count === 'X' ? null : inCalendar(form.count, form.unit)
  if (!form.reach || !distance || published?.unit !== 'day' || isLonger(distance.unit, 'month')) return value
  const edge = edgeOf(published.at, distance.unit, form.reach === 'past' ? -distance.count : distance.count)
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

function approximate(mod: Approximation, exact: Resolved): Resolved {
  // "Over a year ago" says only what it was before.
  if (mod === 'MORE_THAN') return { ...exact, mod, edtf: null }
  const edtf =
    exact.edtf === null || exact.edtf.includes('/') || exact.edtf.endsWith('~')
      ? exact.edtf
      : `${exact.edtf}~`
  return { ...exact, mod, edtf }
}

function resolveRange(from: Resolved, to: Resolved): Resolved {
  if (from.edtf === null || to.edtf === null) return { ...from, edtf: null, fault: from.fault ?? to.fault }
  // The year of the end holds for the beginning: both stand in one month.
  return { ...from, edtf: `${from.edtf}/${to.edtf}`, period: to.period }
}

function resolveReference({ to, today }: Form & { is: 'reference' }, { published }: Context): Resolved {
  if (!today || !published) return { ...nothing, timex: to, fault: today ? 'unpublished' : null }
  return { ...nothing, timex: to, edtf: edtfOf(published), anchor: 'published', implied: 'from-publication' }
}

function resolveSame({ told }: Context): Resolved {
  const last = told.at(-1)
  if (!last) return { ...nothing, fault: 'no-anchor' }
  return of(stretchOf(last), { anchor: 'text', implied: 'from-text' })
}

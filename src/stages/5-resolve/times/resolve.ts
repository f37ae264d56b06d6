import { type CalendarUnit, daysOf, edtfOf, holding, isLonger } from './calendar.js'
import { besideTold, choose } from './choose.js'
import { resolveDuration, resolveShift } from './distances.js'
import type { Form, From } from './form.js'
import { resolveNth, resolveWeekOf } from './nth.js'
import { approximate, resolveClock, resolvePart } from './parts.js'
import { resolveQuarter } from './quarters.js'
import { type Context, found, nothing, type Resolved, toldWithin, unknown } from './resolved.js'
import { inRound, roundOf, stretchOf, unplaced } from './round.js'

/** Reckons what a form stands for in its context. Never guesses an anchor: without one, the value is null. */
export function resolve(form: Form, context: Context): Resolved {
  switch (form.is) {
    case 'period':
      return found(stretchOf(form.period))
    case 'named':
      return resolveNamed(form, context)
    case 'step':
      return resolveStep(form.unit, form.n, form.from, context)
    case 'shift':
      return resolveShift(form, typeof form.from === 'object' ? resolve(form.from, context) : null, context)
    case 'part':
      return resolvePart(form.part, resolve(form.of, context))
    case 'clock':
      return resolveClock(form, form.of && resolve(form.of, context), context)
    case 'duration':
      return resolveDuration(form, context)
    case 'about':
      return approximate(form.mod, resolve(form.of, context))
    case 'range':
      return resolveRange(resolve(form.from, context), resolve(form.to, context))
    case 'nth':
      return resolveNth(form, resolve(form.of, context))
    case 'week-of':
      return resolveWeekOf(resolve(form.of, context))
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

function resolveNamed(form: Form & { is: 'named' }, context: Context): Resolved {
  const { named, which } = form
  if (form.within) return namedWithin(form, resolve(form.within, context))
  const last = context.told.at(-1)
  const beside = which === 'before' || which === 'after'
  const text = (beside || ((context.history || named.of === 'monthday') && named.of !== 'weekday')) && last
  const anchor = text ? last : context.published
  const missing: Resolved = { ...nothing, ...unplaced(named), fault: 'unpublished' }
  if (!anchor || ((named.of === 'weekday' || named.of === 'weekend') && anchor.unit !== 'day')) return missing
  const one = text && !beside ? besideTold(form.named, anchor) : choose(form, anchor, context.tense)
  if (!one)
    return named.of === 'holiday'
      ? missing
      : { ...nothing, ...unplaced(named), fault: 'impossible', edtf: null }
  const implied =
    named.of === 'weekday'
      ? `weekday-${which === 'nearest' ? context.tense : which}`
      : text
        ? 'year-from-text'
        : 'year-from-publication'
  return found(one, { anchor: text ? 'text' : 'published', from: text ? anchor : null, implied })
}

function namedWithin({ named }: Form & { is: 'named' }, within: Resolved): Resolved {
  const { period } = within
  if (!period) return { ...nothing, ...unplaced(named), fault: within.fault }
  const { first, last } = daysOf(period)
  const start = roundOf(named, first)
  // A week may start in the middle of a round; a year is one round.
  for (let round = start; round <= start + 1; round++) {
    const one = inRound(named, round)
    if (one && one.first >= first && one.first <= last) {
      const { anchor, from, implied, fault } = within
      return found(one, { anchor, from, implied, fault })
    }
  }
  return { ...nothing, fault: 'impossible' }
}

function resolveStep(unit: CalendarUnit, n: number, from: From, context: Context): Resolved {
  const text = from === 'text' || (context.history && unit !== 'day' && n === 0)
  const anchor = text ? toldWithin(unit, context.told) : context.published
  const missing: Resolved = {
    ...nothing,
    timex: unknown[unit] ?? null,
    fault: text ? 'no-anchor' : 'unpublished',
  }
  if (!anchor) return missing
  const source = {
    anchor: text ? 'text' : 'published',
    from: text ? anchor : null,
    implied: text ? 'from-text' : 'from-publication',
  } as const
  if (isLonger(anchor.unit, unit)) return n === 0 ? found(stretchOf(anchor), source) : missing
  const base = holding(unit, anchor)
  return found(stretchOf({ unit, at: base.at + n }), source)
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
  return found(stretchOf(last), { anchor: 'text', from: last, implied: 'from-text' })
}

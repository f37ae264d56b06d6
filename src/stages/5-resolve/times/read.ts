import type { Report } from '../../../model/report.js'
import type { Basis } from '../../../model/sourced.js'
import type { Quote, Span } from '../../../model/span.js'
import type { TimeValue } from '../../../model/values.js'
import { type Bounds, edtfBounds } from '../../../text/edtf.js'
import { quoteAt } from '../../../text/quote.js'
import { civil, daysOf, edtfOf, isLonger, type Period, periodOf } from './calendar.js'
import { Finder, type Found } from './find.js'
import { type Form, period } from './form.js'
import { resolve } from './resolve.js'
import type { Resolved, Tense } from './resolved.js'
import { bounded, joins, signalAt } from './signals.js'
import { tenseAt } from './tense.js'
import type { Word } from './words.js'

/** A time expression of a report: its words, what they stand for, and why. */
export interface TimeRead {
  readonly quote: Quote
  readonly value: TimeValue
  readonly basis: Basis
  readonly tense: Tense
  /** Why there is no value, or none without a guess. */
  readonly fault: Resolved['fault']
}

/** How many of the times told a later one can refer back to; a bound on the work, whatever the text. */
const memory = 40

/** Reads sentence by sentence, so that each time can be reckoned from those told before it. */
export function readIn(report: Report, sentences: readonly (readonly Word[])[]): TimeRead[] {
  const published = report.published ? periodOf(report.published.edtf) : null
  const finder = new Finder()
  const all = sentences.map(words => ({ words, found: finder.find(words) }))
  const history = isHistory(
    all.flatMap(({ found }) => found),
    published,
  )
  const told: Period[] = []
  const tellings = new Map<Period, Span>()
  return all.flatMap(({ words, found }) => {
    const read = found.map((one, i) => {
      const tense = tenseAt(words, one.start, one.end)
      const dated = withYear(one.form, yearBeside(words, one, found[i - 1], found[i + 1]))
      const form = withDay(dated, found, i)
      const resolved = resolve(form, { published, told, tense, history })
      if (resolved.period) {
        told.push(resolved.period)
        tellings.set(resolved.period, spanOf(words, one))
      }
      if (told.length > memory) told.shift()
      return { ...one, tense, resolved, from: resolved.from && (tellings.get(resolved.from) ?? null) }
    })
    const edtfs = withSignals(words, read)
    return read.map((one, i) => timeRead(report, words, one, edtfs[i] ?? null))
  })
}

interface Reckoned extends Found {
  readonly tense: Tense
  readonly resolved: Resolved
  /** The words of the time told before that it was reckoned from. */
  readonly from: Span | null
}

const spanOf = (words: readonly Word[], { start, end }: Found): Span => ({
  start: words[start]?.start ?? 0,
  end: words[end - 1]?.end ?? 0,
})

/** Makes bounds of times after "since" and "until", and one stretch of two that are joined ("from March to May"). */
function withSignals(words: readonly Word[], read: readonly Reckoned[]): (string | null)[] {
  const before =
    (at: number) =>
    (distance = 1): string =>
      words[at - distance]?.text ?? ''
  const edtfs = read.map(({ start, form, resolved }) => {
    const signal = signalAt(before(start), form)
    // "For now", "until now": no day is told.
    if (form.is === 'reference' && /^(?:for|until|by)$/.test(before(start)())) return null
    // "Until the end of 2015" is until 2015 is over, not until its last third.
    const whole = signal === 'until' && form.is === 'part' && form.part === 'end' && resolved.period
    return resolved.edtf === null ? null : bounded(whole ? edtfOf(whole) : resolved.edtf, signal)
  })
  for (const [i, one] of read.entries()) {
    const next = read[i + 1]
    if (!next || one.resolved.edtf === null || next.resolved.edtf === null) continue
    const between = words.slice(one.end, Math.min(next.start, one.end + 4)).map(word => word.text)
    if (next.start - one.end > 3 || !joins(before(one.start)(), between)) continue
    const [from = ''] = one.resolved.edtf.split('/')
    const to = next.resolved.edtf.split('/').at(-1) ?? ''
    // "The winter of 2011-2012" is one winter.
    if (startsAfter(from, to) || one.resolved.period?.unit === 'season') continue
    edtfs[i] = edtfs[i + 1] = `${from}/${to}`
  }
  return edtfs
}

const startsAfter = (from: string, to: string): boolean =>
  (edtfBounds(from).earliest ?? '') >= (edtfBounds(to).latest ?? '')

function timeRead(report: Report, words: readonly Word[], one: Reckoned, edtf: string | null): TimeRead {
  const { resolved, rule, tense, from } = one
  const bounds: Bounds = edtf === null ? { earliest: null, latest: null } : edtfBounds(edtf)
  return {
    quote: quoteAt(report.body, spanOf(words, one)),
    value: {
      edtf,
      ...bounds,
      anchor: resolved.anchor,
      ...(from && { from: quoteAt(report.body, from) }),
      timex: { type: resolved.type, value: resolved.timex, mod: resolved.mod },
    },
    basis: resolved.implied
      ? { kind: 'implied', by: `time:${resolved.implied}` }
      : { kind: 'stated', by: `time:${rule.id}` },
    tense,
    fault: resolved.fault,
  }
}

/**
 * The year that another time of the sentence lends to a date without one: "in January and February 1937", "last year, in
 * July". Null where none stands beside it.
 */
function yearBeside(
  words: readonly Word[],
  { end, start }: Found,
  before: Found | undefined,
  after: Found | undefined,
): Form | null {
  if (
    after &&
    after.start - end <= 2 &&
    /^(?:and|or|to|-|\/|until|through|,)$/.test(words[end]?.text ?? '')
  ) {
    const year = yearOf(after.form)
    if (year !== null) return period({ unit: 'year', at: year })
  }
  if (!before) return null
  const { form } = before
  const gap = start - before.end
  if (form.is === 'step' && form.unit === 'year') return gap <= 6 ? form : null
  return gap <= 2 && form.is === 'period' && form.period.unit === 'year' ? form : null
}

/** A time of day with the day beside it in its sentence: "at 10:35 a.m. (0735 GMT) Friday". */
function withDay(form: Form, found: readonly Found[], i: number): Form {
  if (form.is !== 'clock' || form.of) return form
  const here = found[i]
  const after = found.slice(i + 1, i + 3).find(other => other.form.is !== 'clock')
  const before = found[i - 1]
  if (after && here && after.start - here.end <= 6 && isDay(after)) return { ...form, of: after.form }
  if (before && here && here.start - before.end <= 6 && isDay(before)) return { ...form, of: before.form }
  return form
}

const isDay = ({ rule }: Found): boolean => rule.groups.includes('day')

/** The year that a form says in full; null where it says none, or only a longer time. */
function yearOf(form: Form): number | null {
  if (form.is === 'part') return yearOf(form.of)
  if (form.is === 'named') return form.within ? yearOf(form.within) : null
  return form.is === 'period' && !isLonger(form.period.unit, 'year')
    ? civil(daysOf(form.period).first).year
    : null
}

/** A date without a year, put into one; any other form as it is. */
function withYear(form: Form, year: Form | null): Form {
  if (!year) return form
  if (form.is === 'part') return { ...form, of: withYear(form.of, year) }
  const open = form.is === 'named' && !form.within && form.which === 'nearest'
  return open && /^(?:day|month|season|quarter)$/.test(form.named.of) ? { ...form, within: year } : form
}

/**
 * Whether a text tells of another time than that of its publication: then its dates without a year belong to the years
 * that it tells of. It names many days, months and years of long ago, and hardly a weekday or a "yesterday".
 */
function isHistory(found: readonly Found[], published: Period | null): boolean {
  const years = found.flatMap(({ form }) => yearOf(form) ?? [])
  const days = found.filter(
    ({ form }) => yearOf(form) !== null && form.is === 'period' && form.period.unit !== 'year',
  )
  const news = found.filter(({ form }) => isNews(form)).length
  if ((days.length < 4 && (years.length < 5 || news > 0)) || years.length < news * 4) return false
  if (!published) return true
  const now = civil(daysOf(published).first).year
  return years.filter(year => year < now - 1).length > years.length * 0.7
}

/** "Friday", "yesterday", "last week". */
function isNews(form: Form): boolean {
  if (form.is === 'part') return isNews(form.of)
  return (
    (form.is === 'named' && form.named.of === 'weekday') || (form.is === 'step' && form.from === 'published')
  )
}

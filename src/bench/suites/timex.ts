import { z } from 'zod'
import type { Span } from '../../model/span.js'
import { readTimes } from '../../stages/5-resolve/times/index.js'
import { contains } from '../../text/quote.js'
import { f1Measure, type Measure, noMeasure, percent } from '../measure.js'
import type { Parts } from '../read-parts.js'
import type { SpanItem } from '../scorers/spans.js'
import { scoreTimexes, type TimexSpan } from '../scorers/timex.js'
import { type Suite, textSuite } from '../suite.js'

export const TimexRow = z.object({
  id: z.string(),
  text: z.string(),
  dct: z.object({ value: z.string() }),
  timexes: z.array(z.object({ start: z.number(), end: z.number(), value: z.string().nullish() })),
})
export type TimexRow = z.infer<typeof TimexRow>

/** The gold's expressions; of nested ones (TIMEX2) the outermost, as the program's never nest. */
export function goldTimexes({ timexes }: TimexRow): TimexSpan[] {
  const larger = (outer: Span, inner: Span): boolean =>
    contains(outer, inner) && outer.end - outer.start > inner.end - inner.start
  return timexes
    .filter(inner => !timexes.some(outer => larger(outer, inner)))
    .map(({ start, end, value }) => ({ start, end, value: value ?? null }))
}

/** What the time stage alone finds in a text, whatever the reader makes of it. */
export function timexesOf({ report, sentences }: Pick<Parts, 'report' | 'sentences'>): TimexSpan[] {
  return readTimes(report, sentences).map(({ quote: { start, end }, value }) => ({
    start,
    end,
    value: value.timex.value,
  }))
}

/** A year, or anything within one, that the calendar holds; decades and centuries too. Not hours or references. */
export function isDate(value: string | null): boolean {
  return value !== null && /^(?:BC)?\d{2,4}(?:-[\dA-Z-]+)?$/.test(value) && !value.includes('T')
}

interface Scoring {
  readonly anchors: Readonly<Record<'strict' | 'relaxed' | 'value', string | null>>
  readonly counts: (value: string | null) => boolean
  /** What the compared values are, where they are not all. */
  readonly compared: string
}

export function scoreTimexSuite(items: readonly SpanItem<TimexSpan>[], scoring: Scoring): Measure[] {
  const { anchors, counts, compared: which } = scoring
  const { strict, relaxed, compared, sameValue, valueF1 } = scoreTimexes(items, counts)
  const gold = relaxed.tp + relaxed.fn
  const value = (metric: string, share: number, n: number, anchor: string | null): Measure =>
    compared ? percent(metric, share, n, anchor) : noMeasure(metric, 'not yet', n, anchor)
  return [
    f1Measure('strict F1', strict, anchors.strict),
    f1Measure('relaxed F1', relaxed, anchors.relaxed),
    value(`value F1${which}`, valueF1, gold, anchors.value),
    value(`value accuracy${which}`, sameValue / compared, compared, null),
  ]
}

export const tempeval: Scoring = {
  anchors: {
    strict: 'HeidelTime 81.3 (test)',
    relaxed: 'HeidelTime 90.3 (test)',
    value: 'HeidelTime 77.6 (test)',
  },
  counts: () => true,
  compared: '',
}

export const wars: Scoring = {
  anchors: { strict: null, relaxed: null, value: null },
  counts: isDate,
  compared: ' (dates)',
}

const timexSuite = (name: string, measures: string, scoring: Scoring): Suite =>
  textSuite({
    name,
    measures,
    row: TimexRow,
    text: ({ id, text, dct }) => ({ name: id, text, published: dct.value.slice(0, 10) }),
    answer: (row, parts) => ({ gold: goldTimexes(row), system: timexesOf(parts) }),
    score: items => scoreTimexSuite(items, scoring),
  })

export const tempeval3 = timexSuite('tempeval3', 'time expressions of news, and their values', tempeval)
export const wikiwars = timexSuite('wikiwars', 'time expressions of war histories, and their dates', wars)

import { z } from 'zod'
import { kinds } from '../../codebook/index.js'
import type { Event } from '../../model/event.js'
import type { HarmValue } from '../../model/values.js'
import { f1Measure, type Measure, noMeasure, percent } from '../measure.js'
import { assign } from '../scorers/assignment.js'
import { sameName } from '../scorers/record/names.js'
import { addTallies, tallyOf } from '../scorers/tally.js'
import { textSuite } from '../suite.js'

const victim = z.object({
  name: z.object({ text: z.string() }).nullish(),
  outcome: z.array(z.enum(['killed', 'injured', 'hospitalized'])).optional(),
})
export const GvdbRow = z.object({
  id: z.string(),
  text: z.string(),
  date: z.string().nullish(),
  victims: z.array(victim),
})
export type GvdbRow = z.infer<typeof GvdbRow>

/** What a report tells of those shot. */
export interface Victims {
  readonly killed: number
  /** Hurt, and not killed. */
  readonly injured: number
  readonly names: readonly string[]
}

export function goldVictims({ victims }: GvdbRow): Victims {
  const killed = victims.filter(({ outcome }) => outcome?.includes('killed'))
  const hurt = victims.filter(({ outcome = [] }) => outcome.length > 0 && !outcome.includes('killed'))
  return {
    killed: killed.length,
    injured: hurt.length,
    names: victims.flatMap(({ name }) => name?.text.trim() || []),
  }
}

/**
 * What the violence told in a report comes to. A report tells of one shooting, often more than once: of its events the one
 * with the most victims is taken, and parts of a count are not added to it. Where no harm of the sort is told, there is none.
 */
export function victimsOf(events: readonly Event[]): Victims {
  const violent = events.filter(
    ({ kind, status }) => kinds[kind.value].family === 'violence' && status.value !== 'negated',
  )
  const most = (what: HarmValue['what']): number =>
    Math.max(
      0,
      ...violent.map(({ harm }) => sumOf(harm.map(({ value }) => value).filter(h => h.what === what))),
    )
  const aimedAt = violent.flatMap(({ targets }) => targets.map(({ value }) => value.name))
  const harmed = violent.flatMap(({ harm }) =>
    harm.flatMap(({ value, evidence }) => [value.of ?? '', ...evidence.map(({ exact }) => exact)]),
  )
  return {
    killed: most('killed'),
    injured: most('injured'),
    names: distinct([...aimedAt, ...harmed].filter(isName)),
  }
}

/** The number of those harmed: of a count that says "at least" the least, of one without a number none. */
const sumOf = (harms: readonly HarmValue[]): number => {
  const totals = harms.filter(({ cumulative }) => cumulative)
  // A running total takes in what else is told.
  const counted = totals.length > 0 ? totals.slice(-1) : harms.filter(({ partOf }) => partOf === null)
  return counted.reduce((sum, { low, high }) => sum + (low ?? high ?? 0), 0)
}

const isName = (words: string): boolean => /^\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){1,4}$/u.test(words)

/** Each person once, by the longest of the names that are one person's. */
function distinct(names: readonly string[]): string[] {
  const kept: string[] = []
  for (const name of [...new Set(names)].sort((a, b) => b.length - a.length)) {
    if (!kept.some(other => sameName(other, name))) kept.push(name)
  }
  return kept
}

const samePersons = (gold: readonly string[], system: readonly string[]): number =>
  assign(gold.map(a => system.map(b => (sameName(a, b) ? 1 : 0)))).length

export function scoreVictims(items: readonly { gold: Victims; system: Victims }[]): Measure[] {
  const answered = items.some(
    ({ system }) => system.killed > 0 || system.injured > 0 || system.names.length > 0,
  )
  const exact = (metric: string, of: (victims: Victims) => number, some: boolean): Measure => {
    const asked = items.filter(({ gold }) => !some || of(gold) > 0)
    if (asked.length === 0) return noMeasure(metric, 'no gold', 0)
    if (!answered) return noMeasure(metric, 'not yet', asked.length)
    const right = asked.filter(({ gold, system }) => of(gold) === of(system)).length
    return percent(metric, right / asked.length, asked.length)
  }
  const names = items.map(({ gold, system }) =>
    tallyOf(samePersons(gold.names, system.names), gold.names.length, system.names.length),
  )
  return [
    exact('killed, exact', ({ killed }) => killed, false),
    exact('killed, exact, of those with any', ({ killed }) => killed, true),
    exact('injured, exact', ({ injured }) => injured, false),
    exact('injured, exact, of those with any', ({ injured }) => injured, true),
    f1Measure('victim name F1', addTallies(...names)),
  ]
}

export const gvdb = textSuite({
  name: 'gvdb',
  measures: 'how many were killed and injured, and who, report by report',
  row: GvdbRow,
  // The date is when it happened, picked by a worker; it is often the day of publication, and no day is scored here.
  text: ({ id, text }) => ({ name: id, text, published: null }),
  answer: (row, { events }) => ({ gold: goldVictims(row), system: victimsOf(events) }),
  score: scoreVictims,
})

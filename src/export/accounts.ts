import type { ValueField } from '../model/recorded.js'
import type { HarmValue } from '../model/values.js'
import type { HarmKind } from '../model/vocabulary.js'
import { nameKey } from '../text/name-key.js'
import type { Occurrence, Telling } from './format.js'
import { type Account, type Bounds, supportOf } from './policies.js'
import { voicesOn } from './voices.js'

/**
 * What each telling of an occurrence gives for one field. An account is confirmed where a report says it in its own voice, or
 * where two outlets give the same by different voices.
 */
export function accountsOf<T>(
  occurrence: Occurrence,
  field: Exclude<ValueField, 'said'>,
  values: (telling: Telling) => readonly T[],
  key: (value: T) => string,
): Account<T>[] {
  const accounts = occurrence.flatMap(telling => {
    const { event, report } = telling
    const { says, by } = voicesOn(event, report, field)
    const outlet = report.outlet ?? report.name
    return values(telling).map(value => ({ value, outlet, voices: says, confirmed: by === 'report' }))
  })
  const support = supportOf(accounts, key)
  return accounts.map(account => ({
    ...account,
    confirmed: account.confirmed || support(account.value) > 1,
  }))
}

/** A number of people, and the words where it is no number. */
export interface Toll extends Bounds {
  readonly vague: string | null
}

export const tollKey = ({ low, high, vague }: Toll): string => `${low}..${high} ${vague ?? ''}`

/**
 * The tolls that one telling gives for a kind of harm. Parts of another count and running totals are left aside. Counts of the
 * same people are accounts that differ; counts of different people ("two soldiers and a child") are added up. Where people
 * in general are counted too ("12 people"), the sum is an account of its own only where it comes to more than that: else it
 * is a part of it that no words tie to it. `size` is what a codebook takes a word for a number for.
 */
export function tollsOf({ event }: Telling, what: HarmKind, size: (words: string) => number | null): Toll[] {
  const counts = ownCounts(event, what).map(harm => {
    const { low, high, vague, of } = harm
    const taken = low === null && high === null && vague !== null ? size(vague) : null
    return { of, low: taken ?? low, high: taken ?? high, vague }
  })
  const general = counts.filter(({ of }) => isAnybody(of))
  const particular = sum(counts.filter(({ of }) => !isAnybody(of)))
  const most = Math.max(0, ...general.map(({ low, high }) => low ?? high ?? 0))
  const counted = particular && (general.length === 0 || (particular.low ?? 0) > most) ? [particular] : []
  return [...general.map(({ low, high, vague }) => ({ low, high, vague })), ...counted]
}

/** The counts of a kind of harm that are neither part of another count nor running totals. */
export const ownCounts = (event: Telling['event'], what: HarmKind): HarmValue[] =>
  event.harm
    .map(({ value }) => value)
    .filter(harm => harm.what === what && harm.partOf === null && !harm.cumulative)

/** Words for people of whatever kind. */
const anybody: ReadonlySet<string> = new Set([
  'people',
  'person',
  'persons',
  'others',
  'victims',
  'dead',
  'deaths',
  'casualties',
  'fatalities',
])

export const isAnybody = (of: HarmValue['of']): boolean =>
  of === null || anybody.has(nameKey(of).split(' ').at(-1) ?? '')

/** Adds up counts of different people; of the same people, the first counts. */
function sum(counts: readonly (Toll & Pick<HarmValue, 'of'>)[]): Toll | null {
  const firsts = new Map<string, Toll>()
  for (const count of counts) {
    const who = nameKey(count.of ?? '')
    if (!firsts.has(who)) firsts.set(who, { low: count.low, high: count.high, vague: count.vague })
  }
  const [first, ...more] = firsts.values()
  return first ? more.reduce(plus, first) : null
}

/** An untold number adds nothing to what is certain, and leaves no certain top. */
const plus = (a: Toll, b: Toll): Toll => ({
  low: a.low === null && b.low === null ? null : (a.low ?? 0) + (b.low ?? 0),
  high: a.high === null || b.high === null ? null : a.high + b.high,
  vague: a.vague ?? b.vague,
})
